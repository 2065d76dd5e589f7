"""django-reversion: what is registered has no columns for it."""


def register(model=None, **options):
    def decorate(cls):
        return cls

    return decorate if model is None else model


def create_revision(manage_manually=False, using=None, atomic=True, request_creation=True):
    def decorate(function):
        return function

    return decorate
