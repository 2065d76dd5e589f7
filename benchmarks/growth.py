"""A package of a monolith goes in; the same package comes out many times, as one monolith that is as large as wanted.

Every copy has its own name, its apps their own labels, and names inside the code follow, so that imports and relations
resolve as they do in the original. A comment makes all files differ, so that no cache takes one for another.
"""

import re
from pathlib import Path

_SETTINGS = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", {apps}]
AUTH_USER_MODEL = {user!r}
"""
_CONFIG = """

class {cls}(AppConfig):
    name = "{name}"
    label = "{label}"
"""


class Growth:
    """Adds copies of *package*, which lies in *folder*, to the monolith in *target*."""

    def __init__(self, folder: Path, package: str, report: dict, target: Path) -> None:
        """*report* is what cutpoint says of the original."""
        self._files = {
            file.relative_to(folder / package): file.read_text("utf-8", "replace")
            for file in sorted((folder / package).rglob("*.py"))
            if file.is_file()
        }
        self._package = package
        inside = [app for app in report["apps"] if app["name"].split(".")[0] == package]
        self._apps = [(app["label"], app["name"]) for app in inside]
        self._user = report["settings"]["auth_user_model"]
        self._target = target
        self.copies = 0
        self.lines = 0

    def grow_to(self, lines: int) -> None:
        """Add copies until there are at least *lines* lines."""
        while self.lines < lines:
            self._add_copy()
        self._write_settings()

    def _add_copy(self) -> None:
        number = f"{self.copies:03}"
        self.copies += 1
        labels = "|".join(re.escape(label) for label, _ in self._apps) or "(?!)"
        package = re.compile(rf"\b{re.escape(self._package)}\b")
        label = re.compile(rf"""(["'])({labels})\.(?=\w+\1)""")
        for path, text in self._files.items():
            copied = label.sub(rf"\1\2_{number}.", package.sub(f"{self._package}_{number}", text))
            file = self._target / f"{self._package}_{number}" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{copied}\n# copy {number}\n", "utf-8")
            self.lines += copied.count("\n") + 2

    def _write_settings(self) -> None:
        configs, names = [], []
        for number in (f"{copy:03}" for copy in range(self.copies)):
            for label, name in self._apps:
                cls = f"Config_{label}_{number}"
                copied = name.replace(self._package, f"{self._package}_{number}", 1)
                configs.append(_CONFIG.format(cls=cls, name=copied, label=f"{label}_{number}"))
                names.append(f"growth_apps.{cls}")
        user_label, _, user = self._user.partition(".")
        own = user_label in dict(self._apps)
        (self._target / "growth_apps.py").write_text("from django.apps import AppConfig\n" + "".join(configs))
        settings = _SETTINGS.format(
            apps=", ".join(map(repr, names)), user=f"{user_label}_000.{user}" if own else self._user
        )
        (self._target / "growth_settings.py").write_text(settings)
        manage = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "growth_settings")\n'
        (self._target / "manage.py").write_text(manage)
