"""django-otp."""
