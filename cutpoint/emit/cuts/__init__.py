"""Cut points → pages for people, and JSON for machines."""
