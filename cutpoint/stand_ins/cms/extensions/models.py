"""django-cms: a project's own columns of pages."""

from django.db import models


class BaseExtension(models.Model):
    class Meta:
        abstract = True


class PageExtension(BaseExtension):
    extended_object = models.OneToOneField("cms.Page", on_delete=models.CASCADE)

    class Meta:
        abstract = True


class PageContentExtension(BaseExtension):
    extended_object = models.OneToOneField("cms.PageContent", on_delete=models.CASCADE)

    class Meta:
        abstract = True


class TitleExtension(BaseExtension):
    extended_object = models.OneToOneField("cms.Title", on_delete=models.CASCADE)

    class Meta:
        abstract = True
