"""django-model-utils: trackers of changes, which have no columns."""


class FieldTracker:
    pass


class ModelTracker(FieldTracker):
    pass
