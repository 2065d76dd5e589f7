"""django-filter: sets of filters over a queryset; what they look up is told by a construct."""


class BaseFilterSet:
    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        self.data = data
        self.queryset = queryset
        self.request = request

    @property
    def qs(self):
        return self.filter_queryset(self.queryset)

    def filter_queryset(self, queryset):
        pass


class FilterSet(BaseFilterSet):
    pass
