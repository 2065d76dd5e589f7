"""django-import-export: what is read from files and written to them; what it does to rows is told by a construct."""


class Resource:
    def import_data(self, dataset, dry_run=False, raise_errors=False, use_transactions=None, **kwargs):
        pass

    def export(self, queryset=None, **kwargs):
        pass


class ModelResource(Resource):
    pass
