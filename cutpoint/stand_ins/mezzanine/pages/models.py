"""mezzanine: pages, which a project's own kinds of pages inherit from."""

from django.db import models
from mezzanine.core.fields import MultiChoiceField
from mezzanine.core.models import ContentTyped, Displayable, Orderable, RichText


class MenusField(MultiChoiceField):
    pass


class BasePage(Orderable, Displayable):
    class Meta:
        abstract = True


class Page(BasePage, ContentTyped):
    parent = models.ForeignKey("Page", on_delete=models.CASCADE, null=True, related_name="children")
    in_menus = MenusField(null=True)
    titles = models.CharField(null=True)
    login_required = models.BooleanField()


class RichTextPage(Page, RichText):
    pass


class Link(Page):
    pass


class PageMoveException(Exception):
    pass
