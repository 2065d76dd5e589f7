"""django-filter: the same for Django REST framework."""

from django_filters.rest_framework.filterset import FilterSet
