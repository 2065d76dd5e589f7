"""django-activity-stream: models that are registered have three generic relations to actions."""

from django.apps import apps
from django.contrib.contenttypes.fields import GenericRelation


def register(*models):
    for model in models:
        model = apps.get_model(model) if isinstance(model, str) else model
        for role in ("actor", "target", "action_object"):
            relation = GenericRelation(
                "actstream.Action",
                content_type_field=f"{role}_content_type",
                object_id_field=f"{role}_object_id",
                related_query_name=f"actions_with_{model._meta.app_label}_{model._meta.model_name}_as_{role}",
            )
            relation.contribute_to_class(model, f"{role}_actions")
