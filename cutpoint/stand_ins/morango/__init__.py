"""morango."""
