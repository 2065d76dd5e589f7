"""`@admin.register(Order, Line)` -> the classes of the models, whether Django's source is at hand or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.program import Program


def models_by_decorators(program: Program, admin: Class) -> Iterator[Class]:
    """The models that the decorators of *admin* register it for."""
    for decorator in admin.decorators:
        value = program.plain(decorator)
        arguments: object = ()
        if type(value) is Instance and type(value.callee) is Symbol and value.callee.last == "register":
            arguments = value.arguments
        elif type(value) is Function and value.env.module.name == "django.contrib.admin.decorators":
            # What `@admin.register(Order)` gives is a function that knows the models.
            arguments = program.plain(value.env.lookup("models")[1])
        for argument in arguments if isinstance(arguments, (tuple, list)) else ():
            model = program.plain(argument)
            if type(model) is Class:
                yield model
