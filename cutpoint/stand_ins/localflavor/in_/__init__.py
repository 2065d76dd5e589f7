"""django-localflavor."""
