"""sorl-thumbnail."""
