"""django-macaddress."""
