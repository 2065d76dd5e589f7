"""django-filer: relations to pictures, whose target need not be named."""

from filer.fields.file import FilerFileField
from filer.settings import FILER_IMAGE_MODEL


class FilerImageField(FilerFileField):
    default_model_class = FILER_IMAGE_MODEL
