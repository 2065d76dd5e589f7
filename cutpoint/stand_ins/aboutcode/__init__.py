"""aboutcode.api-auth."""
