"""django-cms: its models."""

from cms.models.contentmodels import PageContent
from cms.models.pagemodel import Page, PageUrl
from cms.models.placeholdermodel import Placeholder
from cms.models.pluginmodel import CMSPlugin
