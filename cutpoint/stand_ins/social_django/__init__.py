"""social-auth-app-django."""
