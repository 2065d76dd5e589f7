"""djangorestframework-api-key."""
