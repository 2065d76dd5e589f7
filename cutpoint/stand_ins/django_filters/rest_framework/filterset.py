"""django-filter: sets of filters for Django REST framework."""

from django_filters import filterset


class FilterSet(filterset.FilterSet):
    pass
