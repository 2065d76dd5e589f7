"""Classes that static execution made -> models with tables, fields and relations, as Django's metaclass would."""
