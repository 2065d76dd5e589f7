"""django-import-export: pages of the admin that import and export."""

from django.contrib import admin


class BaseImportExportMixin:
    pass


class BaseImportMixin(BaseImportExportMixin):
    pass


class BaseExportMixin(BaseImportExportMixin):
    pass


class ImportMixin(BaseImportMixin):
    pass


class ExportMixin(BaseExportMixin):
    pass


class ImportExportMixin(ExportMixin, ImportMixin):
    pass


class ImportExportModelAdmin(ImportExportMixin, admin.ModelAdmin):
    pass


class ExportActionMixin(ExportMixin):
    pass


class ExportActionModelAdmin(ExportActionMixin, admin.ModelAdmin):
    pass


class ImportExportActionModelAdmin(ImportMixin, ExportActionModelAdmin):
    pass
