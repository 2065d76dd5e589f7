"""Management commands: where Django looks for them, and nowhere else."""

from tests.support.entries import check_entries

COMMAND = """
    from django.core.management.base import BaseCommand
    from shop.models import Wish

    class Command(BaseCommand):
        def handle(self, *args, **options):
            self.sweep()

        def sweep(self):
            Wish.objects.all().delete()
"""


def test_a_command():
    check_entries(
        "command",
        "",
        "sweep shop.management.commands.sweep.Command: writes shop_wish",
        files={
            "shop/management/__init__.py": "",
            "shop/management/commands/__init__.py": "",
            "shop/management/commands/sweep.py": COMMAND,
        },
    )


def test_a_class_of_that_name_elsewhere_is_none():
    check_entries("command", "", "", files={"shop/commands.py": COMMAND})
