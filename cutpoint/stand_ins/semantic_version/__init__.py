"""semantic-version."""
