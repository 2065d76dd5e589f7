"""django-dirtyfields: what was changed; without columns."""


class DirtyFieldsMixin:
    pass
