"""Templates that code renders with models: what they look up is read where they are rendered."""
