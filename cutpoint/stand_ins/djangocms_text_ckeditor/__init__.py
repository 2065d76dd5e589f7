"""djangocms-text-ckeditor."""
