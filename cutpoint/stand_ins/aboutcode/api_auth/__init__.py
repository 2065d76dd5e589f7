"""aboutcode.api-auth."""

from aboutcode.api_auth.models import AbstractAPIToken
