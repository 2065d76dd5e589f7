"""modelsearch."""
