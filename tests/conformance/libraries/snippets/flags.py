"""django-waffle: flags, switches and samples are rows."""

import waffle
from django.http import HttpRequest
from waffle import flag_is_active, sample_is_active, switch_is_active


def flag(request: HttpRequest):
    # read auth_group, auth_user, waffle_flag, waffle_flag_groups, waffle_flag_users
    return flag_is_active(request, "new-shop")


def switch():
    return switch_is_active("sale")  # read waffle_switch


def sample():
    return sample_is_active("few")  # read waffle_sample


def by_module():
    return waffle.switch_is_active("sale")  # read waffle_switch
