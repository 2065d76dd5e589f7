"""django-mptt: managers."""

from django.db import models

from mptt.querysets import TreeQuerySet


class TreeManager(models.Manager.from_queryset(TreeQuerySet)):
    def insert_node(
        self, node, target, position="last-child", save=False, allow_existing_pk=False, refresh_target=True
    ):
        node.insert_at(target, position, save)
        return node

    def move_node(self, node, target, position="last-child"):
        node.move_to(target, position)

    def rebuild(self, batch_size=1000, **filters):
        self.model._base_manager.bulk_update(self.filter(**filters), [])

    def partial_rebuild(self, tree_id, batch_size=1000, **filters):
        self.model._base_manager.bulk_update(self.filter(**filters), [])

    def add_related_count(self, queryset, rel_model, rel_field, count_attr, cumulative=False, extra_filters=None):
        rel_model._default_manager.filter().count()
        return queryset

    def root_nodes(self):
        return self.filter()

    def root_node(self, tree_id):
        return self.get()

    def get_queryset_descendants(self, queryset, include_self=False):
        queryset.first()
        return self.filter()

    def get_queryset_ancestors(self, queryset, include_self=False):
        queryset.first()
        return self.filter()
