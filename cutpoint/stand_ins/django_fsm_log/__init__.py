"""django-fsm-log."""
