"""django-polymorphic: querysets."""

from django.db import models


class PolymorphicQuerySet(models.QuerySet):
    def non_polymorphic(self):
        # Rows of the queryset's own model and no others, as when only some columns are asked for.
        return self.only("pk")

    def instance_of(self, *args):
        return self.filter()

    def not_instance_of(self, *args):
        return self.filter()

    def get_real_instances(self, base_result_objects=None):
        return self.all()

    def delete(self):
        # What Django deletes, with no look at what each row was made as.
        return super().delete()
