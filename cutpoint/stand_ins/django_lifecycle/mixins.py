"""django-lifecycle: hooks around saving, which have no columns."""


class LifecycleModelMixin:
    pass
