"""django-modelcluster: tags that are edited together with their model."""

from taggit.managers import TaggableManager


class ClusterTaggableManager(TaggableManager):
    pass
