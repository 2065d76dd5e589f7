"""URL patterns: what leads from ROOT_URLCONF to views."""
