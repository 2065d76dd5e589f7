"""Pictures → text: one format per file."""
