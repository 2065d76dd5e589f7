"""django-auditlog: models that are watched have no columns for it."""


class AuditlogModelRegistry:
    def register(self, model=None, **options):
        return (lambda cls: cls) if model is None else model


auditlog = AuditlogModelRegistry()
