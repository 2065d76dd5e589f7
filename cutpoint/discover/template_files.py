"""A path goes in, whether it is a template comes out: a text in a folder that loaders of templates look into, or an HTML page anywhere."""

import re

_FOLDERS = frozenset({"templates", "jinja2"})
_TEXTS = re.compile(r"\.(?:html?|djhtml|txt|xml|jinja2?|j2|json|csv|md|mjml|rst|svg|eml)$", re.IGNORECASE)
_PAGES = re.compile(r"\.(?:html?|djhtml|jinja2?|j2)$", re.IGNORECASE)


def is_template(path: str) -> bool:
    """Whether the file at *path*, relative to the root, may be a template."""
    if _TEXTS.search(path) is None:
        return False
    return _PAGES.search(path) is not None or not _FOLDERS.isdisjoint(path.split("/")[:-1])
