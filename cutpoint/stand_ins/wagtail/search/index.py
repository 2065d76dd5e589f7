"""wagtail: what makes a model searchable."""

from modelsearch.index import *
