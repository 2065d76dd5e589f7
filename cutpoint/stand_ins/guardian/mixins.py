"""django-guardian: what a user's model inherits; without columns."""


class GuardianUserMixin:
    pass
