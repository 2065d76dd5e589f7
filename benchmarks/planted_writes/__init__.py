"""New writes across a service border, fixed in a plan before cutpoint sees them, and what `cutpoint check --since` says of each."""
