"""djangorestframework."""
