"""djangocms-text."""
