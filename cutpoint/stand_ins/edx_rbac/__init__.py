"""edx-rbac."""
