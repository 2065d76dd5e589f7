"""djangorestframework-simplejwt."""
