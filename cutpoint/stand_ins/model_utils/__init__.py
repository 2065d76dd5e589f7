"""django-model-utils."""

from model_utils.tracker import FieldTracker, ModelTracker
