"""wagtail."""
