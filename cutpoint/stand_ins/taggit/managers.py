"""django-taggit: the relation to tags; what it adds comes with a construct."""

from django.db.models.fields.related import RelatedField


class TaggableManager(RelatedField):
    # Being there, it is asked for again by every class that inherits the relation.
    def contribute_to_class(self, cls, name):
        setattr(cls, name, self)
