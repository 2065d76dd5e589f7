"""wagtail: pages that have more than one URL."""

from wagtail.models import Page


class RoutablePageMixin:
    pass


class RoutablePage(RoutablePageMixin, Page):
    class Meta:
        abstract = True
