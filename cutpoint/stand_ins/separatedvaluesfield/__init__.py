"""django-separatedvaluesfield."""
