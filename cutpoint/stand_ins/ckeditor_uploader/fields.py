"""django-ckeditor: rich text with pictures."""

from ckeditor.fields import RichTextField


class RichTextUploadingField(RichTextField):
    pass
