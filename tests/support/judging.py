"""Monoliths of a few lines before the judge: analyzed in memory, judged, and held against an earlier state of themselves.

    check("cross-write", {"billing/tasks.py": '''
        from orders.models import Order
        def pay(order: Order):
            order.save()                  # cross-write save orders_order
            order.refresh_from_db()
    '''})

A comment that begins with the rule says what it must find on its line, several with `;` between them; where no comment
is, it must find nothing. Around it stand the apps `orders`, `billing` and `reports` of `FILES`; each is its own service
unless said otherwise.
"""

from collections.abc import Callable
from functools import cache
from textwrap import dedent

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.baseline import Baseline
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.facts import FileFacts
from cutpoint.domain.finding import Finding, Severity
from cutpoint.domain.gate import RULE_NAMES, Gate, Said
from cutpoint.domain.project import Options, Project
from cutpoint.domain.service import Service
from cutpoint.domain.source import Role, SourceFile
from cutpoint.domain.verdict import Verdict
from cutpoint.infer.infer import infer
from cutpoint.interpret.interpret import interpret
from cutpoint.judge.debt import Terms, created
from cutpoint.judge.judged import Judged
from cutpoint.judge.verdicts import against_baseline, against_revision
from cutpoint.judging import Sketches, judge
from cutpoint.relate.relate import related
from cutpoint.resolve.resolve import resolve
from tests.support.monolith import MANAGE, facts_of_file, facts_of_text

FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": """
        INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "orders", "billing", "reports"]
    """,
    "orders/__init__.py": "",
    "orders/models.py": """
        from django.conf import settings
        from django.db import models

        class Customer(models.Model):
            name = models.CharField(max_length=50)

        class Order(models.Model):
            customer = models.ForeignKey(Customer, models.CASCADE, related_name="orders")
            state = models.CharField(max_length=10)

        class Line(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
            amount = models.IntegerField()
    """,
    "billing/__init__.py": "",
    "billing/models.py": """
        from django.db import models

        class Invoice(models.Model):
            order = models.ForeignKey("orders.Order", models.CASCADE, related_name="invoices")
            total = models.IntegerField()
    """,
    "reports/__init__.py": "",
    "reports/models.py": "",
}


def said(rule: str, severity: str, pair: str = "* -> *") -> Said:
    """`said("cross-read", "error", "orders -> *")`."""
    source, _, target = pair.partition(" -> ")
    return Said(rule, source, target, Severity(severity))


def all_at(severity: str) -> tuple[Said, ...]:
    """Every rule as severe as this."""
    return tuple(said(rule, severity) for rule in RULE_NAMES)


def texts_of(files: dict[str, str]) -> dict[str, str]:
    """The whole project: what is around *files*, and these, without indentation."""
    return {path: dedent(text) for path, text in {**FILES, **files}.items()}


def analysis_of(files: dict[str, str]) -> Analysis:
    """What cutpoint finds in *files* and what is around them; roles by their paths as in real projects."""
    texts = texts_of(files)
    sources = tuple(SourceFile(path, f"/nowhere/{path}", 0, 0, _role(path)) for path in sorted(texts))
    project = Project(root="/nowhere", files=sources, django_roots=(".",), packages=(), blind_spots=())
    facts = {source.path: _facts(texts[source.path], source.path, source.role) for source in sources}
    resolution = resolve(project, Options(root=project.root), facts, facts_of_file)
    modules = tuple(module for module in resolution.catalog.modules if module.role is Role.CODE)
    queries = interpret(infer(resolution.program, resolution.catalog, modules, ()), resolution.catalog.models)
    return related(project, facts, resolution.catalog, queries)


def _role(path: str) -> Role:
    if "tests" in path.split("/"):
        return Role.TEST
    return Role.MIGRATION if "migrations" in path.split("/") else Role.CODE


@cache
def _facts(text: str, path: str, role: Role) -> FileFacts:
    return facts_of_text(text, path, role)


def judged_of(
    files: dict[str, str], *services: Service, rules: tuple[Said, ...] = (), cuts: tuple[NamedCut, ...] = ()
) -> Judged:
    """What the rules say of *files*."""
    return judge(analysis_of(files), Gate(services=services, severities=rules, cuts=cuts))


def check(
    rule: str,
    files: dict[str, str],
    *services: Service,
    rules: tuple[Said, ...] = (),
    cuts: tuple[NamedCut, ...] = (),
) -> None:
    """Hold the comments of all files against what *rule* finds."""
    expected = sorted(
        f"{path}:{number} {clause.strip()}"
        for path, text in texts_of(files).items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (comment := line.partition("# ")[2]).startswith(f"{rule} ")
        for clause in comment.removeprefix(rule).split(";")
    )
    found = [
        f"{finding.place.path}:{finding.place.line} {finding.key.action} {finding.key.subject}"
        for finding in judged_of(files, *services, rules=rules, cuts=cuts).findings
        if finding.key.rule == rule
    ]
    wrong = [f"- {line}" for line in expected if line not in found] + [
        f"+ {line}" for line in found if line not in expected
    ]
    assert sorted(found) == expected, "\n".join(["comments say what is not found (-), or not what is (+):", *wrong])


def places(judged: Judged, rule: str) -> list[str]:
    """`path:line source -> target subject action` of each finding of *rule*, sorted."""
    return [shown(finding) for finding in judged.findings if finding.key.rule == rule]


def shown(finding: Finding) -> str:
    """`billing/tasks.py:4 billing -> orders orders_order update`."""
    key, place = finding.key, finding.place
    return f"{place.path}:{place.line} {key.source} -> {key.target} {key.subject} {key.action}"


def sketches_of(files: dict[str, str], analysis: Analysis | None = None) -> Sketches:
    """Sketches of the code in *files*."""
    texts = texts_of(files)
    return Sketches(analysis or analysis_of(files), lambda path: texts[path].encode() if path in texts else None)


def since(
    before: dict[str, str],
    after: dict[str, str],
    *services: Service,
    rules: tuple[Said, ...] = (),
    renamed: dict[str, str] | None = None,
    cuts: tuple[NamedCut, ...] = (),
) -> Verdict:
    """The verdict on *after* held against *before*."""
    gate = Gate(services=services, severities=rules, cuts=cuts)
    then, now = analysis_of(before), analysis_of(after)
    return against_revision(
        judge(now, gate),
        judge(then, gate, is_past=True),
        gate,
        "main",
        code_then=sketches_of(before, then),
        code=sketches_of(after, now),
        renamed=renamed or {},
    )


def baseline_of(files: dict[str, str], *services: Service, rules: tuple[Said, ...] = ()) -> Baseline:
    """A baseline that accepts all that is there."""
    analysis = analysis_of(files)
    judged = judge(analysis, Gate(services=services, severities=rules))
    return created(judged, sketches_of(files, analysis), Terms())


def held_against(
    baseline: Baseline,
    files: dict[str, str],
    *services: Service,
    rules: tuple[Said, ...] = (),
    renamed: dict[str, str] | None = None,
    today: str = "2026-06-01",
    seen_then: Callable[[], tuple[Finding, ...] | None] = lambda: None,
) -> Verdict:
    """The verdict on *files* held against *baseline*."""
    gate = Gate(services=services, severities=rules)
    now = analysis_of(files)
    return against_baseline(
        judge(now, gate),
        baseline,
        gate,
        code=sketches_of(files, now),
        renamed=renamed or {},
        today=today,
        seen_then=seen_then,
    )
