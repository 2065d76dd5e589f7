"""django-modeltranslation: translations are columns of the same table, so a save writes no further one."""
