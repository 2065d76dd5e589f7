"""shortuuid."""
