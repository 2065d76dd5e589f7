"""django-cms: a project's own columns of pages."""

from cms.extensions.models import PageContentExtension, PageExtension, TitleExtension
