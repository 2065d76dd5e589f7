"""The sentences of the generated reference pages that the code has no place for, by the names that the code uses."""

CONFIGURATION_PAGE = """# Configuration

`cutpoint` reads the table `[tool.cutpoint]` of the `pyproject.toml` that lies in the analyzed folder, or `cutpoint.toml` beside it, where the same keys stand without that head; not both.
An option on the command line wins over its key.
Folders are relative to the file.
All mistakes are listed at once, each with its line, and the run ends with exit code 2.
Keys may be written with underscores in the place of hyphens.
`cutpoint init` writes the table with every key as a comment.
"""
CONFIGURATION = {
    "root": ("text", "The Django root, where the folder holds several. It must lie inside.", "`--root`"),
    "settings": (
        "text",
        "The settings module, as in DJANGO_SETTINGS_MODULE; `module:Class` where a class holds them.",
        "`--settings`",
    ),
    "installed-apps": (
        "list of texts",
        "What INSTALLED_APPS is, where it can't be read.",
        "`--set installed-apps=shop,billing`",
    ),
    "root-urlconf": ("text", "What ROOT_URLCONF is, where it can't be read.", "`--set root-urlconf=shop.urls`"),
    "auth-user-model": (
        "text",
        "What AUTH_USER_MODEL is, where it can't be read.",
        "`--set auth-user-model=shop.User`",
    ),
    "migration-modules": (
        "table of texts",
        "What MIGRATION_MODULES is, where it can't be read; false for an app without migrations.",
        "`--set migration-modules=shop:shop.moved`",
    ),
    "path": ("list of texts", "Folders that come first on the Python path.", "`--path`"),
    "packages": (
        "list of texts",
        "Virtual environments or site-packages with what the project has installed; they are read, never imported.",
        "`--packages`",
    ),
    "exclude": (
        "list of texts",
        "What to leave out, in .gitignore syntax. It has the last word over every .gitignore.",
        "`--exclude`",
    ),
    "include-tests": (
        "true or false",
        "Whether what test code does to tables is reported, too; by default it isn't.",
        "`--include-tests`, `--no-include-tests`",
    ),
    "include-migrations": (
        "true or false",
        "Whether what migrations do to tables is reported, too; by default it isn't.",
        "`--include-migrations`, `--no-include-migrations`",
    ),
    "tests": ("list of texts", "What else is [test code](test-code.md), in .gitignore syntax.", ""),
    "cache-dir": (
        "text",
        "Where the cache lies. It must lie inside the project: the tree may be a stranger's. For that reason it is used only when `--cache-dir` names it.",
        "`--cache-dir`",
    ),
    "workers": ("number", "Worker processes; by default one per core.", "`--jobs`"),
    "baseline": (
        "text",
        "The folder of the baseline that `cutpoint check` compares with, by default `cutpoint-baseline`. It must lie inside the project.",
        "`--baseline`",
    ),
}
SERVICES = """
## Services

Each app is a service of its own, unless it is said otherwise.
A service is a table of its own, named after the service:

```toml
[tool.cutpoint.services.orders]
apps = ["orders", "carts"]
models = ["shop.Refund"]
modules = ["legacy.sync.*"]
facade = "orders.api"
```

Every app, model and module belongs to exactly one service: what is said of a model wins over what is said of its app, and so does what is said of a module.
Names that the project doesn't have are listed all at once, each with the nearest right one.
"""
SERVICE_KEYS = {
    "apps": "Labels of apps: their models and their code.",
    "models": "Models, as `app.Model`: their tables. The code stays where its module is.",
    "modules": "Modules, dotted; `legacy.sync.*` means everything below as well.",
    "facade": "The module through which others may call. What it does to its own service's tables is its own, whoever called.",
}
RULES = """
## Rules

How severe each [rule](rules.md) is, altogether or from one service to another; `*` stands for any service, and what is said of more services wins.

```toml
[tool.cutpoint.rules]
cross-read = "warning"

[tool.cutpoint.rules."reports -> *"]
cross-join = "off"
```
"""
SEVERITIES = {
    "error": "A new finding fails `cutpoint check`.",
    "warning": "It is shown, and fails nothing.",
    "note": "It is counted, and shown with `--verbose`.",
    "off": "Nobody looks.",
}

CUTS = """
## Cuts

How [cuts](cut-points.md) are scored, and those that the team has decided on; each of these is a table under its own name, listed first and scored anew on each run.

```toml
[tool.cutpoint.cuts]
goal = "security"
weights = {writes-across = 30}

[tool.cutpoint.cuts.accounts]
take = ["accounts", "shop.Address"]
keep = ["shop.Order"]
```
"""
CUT_KEYS = {
    "goal": "What counts most: `independence`, `security` or `least-work`; `--goal` overrules it.",
    "weights": "How much single factors matter beside each other, from 0 to 1000; all are scaled so that they add up to 100.",
    "take": "Models, as `app.Model`, and labels of apps that are taken out; the first is the root of that side.",
    "keep": "The same for what stays, then sides are found for all others as `cuts find` does; without it, exactly what `take` names is taken.",
}

CUT_POINTS_PAGE = """# Cut points

What `cutpoint cuts` and `cutpoint what-if` reckon with.
A cut point is a set of models that might leave together, with the functions and modules that go along: code stays with its app, unless it only writes tables of the other side; of apps that are taken apart a function goes where it writes, a module where most of what it does and declares goes.

`cuts find --take A --keep B` gives every model a side.
The first name on each side is its root, around which the side is looked for; further names are answers, which half of the settings hear.
How many models leave isn't in the code, so three nested cuts are offered, and `--size` takes about as many as you say.
*Certainty* is the probability that a model belongs where it is, from 0.5 (it could as well be across) to 1 (it was named); [how sides are found](../explanation/sides.md) has the curve and how well it holds.

## Score

A score lies between 0 and 100: it is the mean of its factors, each from 0 (all of it crosses) to 1 (nothing does), by weights that add up to 100.
So the points of a factor add up to the score, and what is missing to its weight is what the factor costs.

| factor | weight | value | points |
| --- | ---: | ---: | ---: |
| writes-across | 15 | 0.9038 | 13.5570 |
| one-matter | 15 | 1.0000 | 15.0000 |
| relations-across | 8 | 0.2500 | 2.0000 |
| all others | 62 | 0.6000 | 37.2000 |
| sum | 100 | | 67.7570 |

A value is rounded to four digits before it is multiplied, so the sum is exactly what the lines say, in JSON as on the page.
What counts sites, relations and the like is *(stay + 1) / (all + 2)*, the rule of succession (Laplace 1774): 46 of 50 that stay on one side say more than 1 of 1, and where nothing was seen the value is 1/2, since nothing is known.
A function that touches *m* of *n* models counts *ln(n / m) / ln(n)*, so general code, which works for whoever asks, costs nothing.
The score of a cut is that of its smaller side.
[The invoice of a cut](../explanation/the-invoice-of-a-cut.md) reads a whole one.

## Verdicts

| verdict | when |
| --- | --- |
| *clean* | two thirds of the score or more, and nothing is written across by name |
| *worth it* | two thirds of the score or more |
| *costly* | half of it or more |
| *don't* | less than half, or rows that would be cut through |
| *already separate* | nothing crosses it |
| *trivial* | one or two models of five or more |

The last two are no findings, and are listed at the end.
What is *don't* is listed only where there is nothing else; where nothing is *clean* or *worth it*, the headline is *no good cut here*.

## Candidates

Candidates come from groups of models, pairs and communities of groups, packages, communities at six resolutions, what most settings see around each two of the five models that most others point at, and what only one of them needs.
Groups are apps; what holds more than half of all models goes by package, and what still does by the words that say what a model is about. `--group-by` decides otherwise.
Each candidate is then climbed: as long as moving one model, one file, one package or one group makes the score better, it moves.
So no listed cut can be made better by one such move, and no two of them share more than half of what the smaller one takes.

Proxies and automatic many-to-many models take the side of the model that they follow.
Models of packages, such as users and content types, can't be chosen to move: they are where most relations and functions need them, relations and uses across cost what those of your own models do, and the cut says what the other side gets: *an id* where it only points at them, *a copy* where it reads them, *operations* where it writes them.
With `--blind`, labels, names, columns, and which models stand in one file are hidden; what code does together isn't.
"""
TIES = "What says that two models belong together; how kinds are put together is told in [the decision](../decisions/0016-cut-points.md)."
FACTORS = """Each adds its weight times its value, which is from 0 to 1.
Weights are given before they are scaled to add up to 100."""
BILL = """Effort is the number of places that have to change, each once, however many items name it.
What only moves with the service, and a join that has the id already, has none.
It ranks cuts of one project, and is no estimate of days."""

BOUNDARY_PAGE = """# Boundaries

`cutpoint propose --cut CUT --output DIR` writes the API that would replace what crosses a cut.
[How it comes about](../explanation/boundaries.md) is told elsewhere; this page says what the files hold.

| file | what it is |
| --- | --- |
| `README.md` | for people: one page to decide by, then the details |
| `boundary.json` | all of it for machines, with the keys [below](#boundary) and by [a schema](boundary.schema.json), which `cutpoint schema boundary` prints |
| `contracts/openapi-take.json`, `contracts/openapi-keep.json` | OpenAPI 3.1: queries and commands, one file for each side that serves some |
| `contracts/asyncapi.json` | AsyncAPI 3.0: events, and commands that go by the bus |
| `contracts/schemas/NAME.schema.json` | JSON Schema 2020-12: one record each |
| `views/boundary.cml` | a context map for Context Mapper |
| `views/workspace.dsl` | containers for Structurizr |
| `library/` | [each side's operations as Python](library.md) that runs inside the monolith today |
| `data/plan.md`, `data/reconcile.sql` | where each table goes, how protected it has to be, what becomes of relations, and queries for rows whose id points at nothing |
| `two_databases/` | a router, settings and a test runner that run the project's own tests on two databases |
| `manifest.json` | digests of these files: what differs was edited by hand, and is not overwritten without `--force`; what is not named was not proposed, and is never touched |

Paths in them are relative to PATH with `/`, lists are sorted, and the same input gives the same bytes.
A cut that nothing crosses has no contracts, and its `README.md` says so.
"""
BOUNDARY_OPERATIONS = """## Operations

Whatever asks for the same rows by the same conditions is one operation, whoever asks.
Of lists of one model by many different conditions the rarest become one whose conditions may be left out.
A function of the other side that takes and gives values is an operation as it stands.

"""
BOUNDARY_COMMUNICATION = """## Communication

| what | goes | because |
| --- | --- | --- |
| an event | by the bus, at least once, in the order of its row | nobody waits for what listeners do |
| a command whose answer no call site uses | by the bus, at least once, in the order of its row | it can be done a moment later |
| any other command | by a direct call, tried again with the same idempotency key | its answer is used at once |
| a query | by a direct call, at most once for each try | its answer is used at once |

A command that runs inside a transaction today is written to the outbox of that transaction.
What {many} modules or more ask for goes through a router, which alone knows where it is served.
A caller waits {request:g} s while somebody waits for a page, or when it is not known who waits, and {background:g} s in the background.

"""
BOUNDARY_FORMATS = """## Types in contracts

Types are those of Python; contracts have JSON for them:

| Python | JSON Schema |
| --- | --- |
| `int`, `float`, `bool`, `str` | `integer`, `number`, `boolean`, `string` |
| `Decimal` | `string`, format `decimal`: a number would lose digits in most readers |
| `date`, `datetime`, `timedelta`, `UUID` | `string`, formats `date`, `date-time`, `duration` (ISO 8601), `uuid` |
| `time` | `string`, format `time-local`: it has no offset |
| `bytes` | `string` with `contentEncoding` `base64` |
| `tuple[X, ...]`, `tuple[X, Y]` | `array`, of any length or of two |
| `X \\| None` | that type or `null` |
| a record | a reference to its schema |
| `Json` | anything: the code doesn't say what it is |

## Every call

Each operation of OpenAPI has a path of its own, `/operations/NAME`.
A query by plain values is a GET; one that takes batches or structures, and every command, is a POST with a JSON object.

| header | when | what it is |
| --- | --- | --- |
| `X-Correlation-ID` | always | one for all that one request, task or command brings about |
| `traceparent` | where there is one | the trace context of the W3C |
| `X-Feature-Flags` | where there are some | flags as the caller sees them: `new_page=true,old_page=false` |
| `X-Deadline` | always | when nobody waits any more |
| `Idempotency-Key` | for commands that are not safe to do twice | the same for each attempt |

Errors are problems as RFC 9457 has them, with the name of the error: 404 for what is not there, 409 for conflicts, 400 for wrong arguments, 422 for what can't be done, 503 when the side is down, 504 after the deadline.
A command that goes by the bus answers 202.
What else is known of an operation stands in keys that begin with `x-cutpoint-`: callers, number of call sites, delivery, ordering, timeout, retries, and the reason.

## Every message

AsyncAPI is written as seen from what leaves; the other side sends what is received there.
Messages carry `message_id`, `correlation_id`, `causation_id`, `occurred_at`, `idempotency_key` and `traceparent`.
`x-cutpoint-ordering-key` of a channel says where in the message the key stands by which order is kept; null where there is none.

## Views

The context map has both sides as bounded contexts, each upstream of the other with an open host service and a published language for what it serves, and downstream behind an anticorruption layer.
Models that are needed from across are roots of aggregates, with the fields that are shown; those that leave and nobody sees are listed, those that stay and nobody sees are not.
Names are made identifiers of the language; what could end a quoted text is replaced.

## Keys of boundary.json

Types are those of the code; a table for each.

"""
BOUNDARY_REMEDIES = {
    "lookup": "A statement chooses or sorts by a column of the other side, which is asked first and gives keys.",
    "share": "The line does the same for models of very many apps: it is general code, becomes a library, and runs on both sides.",
    "move": "It belongs to the table, and goes where the table goes: triggers, parts of a row in a parent's table, pages of the admin that edit it.",
    "projection": "A statement reckons over rows of both sides: a table made for it is kept, fed by events.",
    "replicate": "A statement filters or sorts by a column of the other side: a copy of it is kept, fed by events.",
    "rewrite": "SQL names the table: it is taken apart, or goes where the table goes.",
}
BOUNDARY_KEYS = {
    "Boundary.name": "What the cut is called.",
    "Boundary.cut_point": "The id of the cut.",
    "Boundary.take": "Labels of the models that leave.",
    "Boundary.keep": "Labels of the models that stay.",
    "Boundary.records": "What crosses in the place of rows.",
    "Boundary.remedies": "What becomes of what no operation can replace.",
    "Boundary.foreign_keys": "Relations across.",
    "Boundary.data": "Each table with the side that has it.",
    "Boundary.shared": "Third-party tables and packages that both sides point at.",
    "Boundary.replicas": "Models of which a copy is better than calls.",
    "DataSet.side": "`take` is what leaves, `keep` what stays.",
    "DataSet.model": "The label of the model that has the table.",
    "SharedData.plan": "What becomes of it.",
    "Replica.model": "The label of the model.",
    "Replica.kept_by": "The side that keeps the copy.",
    "Replica.fields": "The columns that the copy has.",
    "Boundary.transactions": "Transactions that write tables of both sides.",
    "Operation.served_by": "`take` is what leaves, `keep` what stays.",
    "Operation.model": "The label of the model that it is about.",
    "Operation.batch": "Whether it is asked for many at once.",
    "Operation.idempotent": "Whether it is safe to do twice.",
    "Operation.tables": "Tables that it touches for its callers.",
    "Operation.timeout_ms": "How long a caller waits; 0 when nobody does.",
    "Operation.retries": "How often a caller tries again.",
    "Operation.call_sites": "The places that it replaces.",
    "Record.model": "The label of the model.",
    "CallSite.module": "The module of the function.",
    "Remedy.model": "The label of the model that is needed.",
    "Remedy.columns": "Columns or lookups that the statement needs.",
    "Remedy.reason": "Why no operation takes its place.",
    "ForeignKeyPlan.kind": "`fk`, `o2o`, `m2m`, `parent`, `generic` or `generic_relation`.",
    "ForeignKeyPlan.on_delete": "As the code has it.",
    "TransactionPlan.tables": "Those that it writes.",
    "TransactionPlan.steps": "In order.",
    "Step.remaining": "How many places are left today.",
    "Step.evidence": "These places.",
}

CUTS_PAGE = """# Cuts as JSON

`cutpoint cuts list`, `cuts find` and `cuts show` write one object with the keys of [CutsReport](#cutsreport) when `--format json` asks for it, `cuts compare` and `what-if` one with those of [Difference](#difference).
Paths are relative to PATH with `/`, and lines start at 1.
Lists are sorted, and the same input gives the same bytes.

A list sums bills up by kind and says one reason for each side, so that it stays readable; `cuts show` has every item, and so has `cuts list --verbose`.

The schemas are [cuts.schema.json](cuts.schema.json) and [difference.schema.json](difference.schema.json), which `cutpoint schema cuts` and `cutpoint schema difference` print.

"""
CUTS_KEYS = {
    "CutsReport.schema_version": "Raised when a key changes its meaning or goes, and once when `complete` came; new keys leave it as it is.",
    "CutsReport.complete": "False when a file or a worker process was lost on the way, so that anything may be missing; never for blind spots, or for files that do not parse.",
    "CutsReport.cut_points": "The best first, after those that the configuration names; or the asked one.",
    "CutsReport.parts": "Of `cuts list`: one community for every model.",
    "CutsReport.advice": "Of `cuts list`: about cutting this project at all.",
    "CutRow.id": "The same for the same models, whatever else is known of them.",
    "CutRow.sources": "What proposed it: `app`, `apps`, `package`, `community`, `roots`, `dominance`, `asked`, `configured`; `climbed` when moves made it better.",
    "CutRow.apps": "Those of which it takes every model.",
    "CutRow.modules": "Those that would go along.",
    "CutRow.functions": "Those that would go along out of modules that stay.",
    "CutRow.score": "The sum of the points of its factors, exactly.",
    "CutRow.verdict": "[What each means](cut-points.md#verdicts).",
    "CutRow.summary": "The sentences why.",
    "CutRow.effort": "Places that have to change, each once.",
    "CutRow.third_party": "Models of packages that both sides need.",
    "ThirdParty.side": "The side that needs it more.",
    "ThirdParty.other_gets": "`an id`, `a copy` or `operations`.",
    "CutRow.stability": "From 0 to 1: stability under resampling of what ties models.",
    "CutRow.sides": "Of every model of yours.",
    "CutRow.seam": "How many places cross the cut today.",
    "FactorRow.points": "Weight times value.",
    "Item.effort": "How many places have to change; 0 when it only moves with the service.",
    "Sided.certainty": "The probability that it belongs there: from 0.5 (it could as well be across) to 1 (it was named).",
    "Sided.reasons": "The strongest first.",
    "Alternative.cost": "The weight of the ties that it cuts, as a share of those that the asked cut cuts.",
    "Alternative.differs": "The models that are on the other side in it.",
    "Question.changes": "The models that change sides when it is not where it is thought to be.",
    "Question.expected": "Where it is thought to be: `take` or `keep`.",
    "Question.certainty": "The probability that it belongs there.",
    "Question.reasons": "What speaks for it, the strongest first.",
    "Question.against": "What speaks for the other side, the strongest first.",
    "Metric.better": "`high` or `low`.",
    "Difference.added": "Models that only the second one takes.",
    "Difference.removed": "Models that only the first one takes.",
    "Difference.factors": "Points, those that differ.",
    "Difference.new_items": "Of the bill, those that only the second one has.",
    "Difference.gone_items": "Of the bill, those that only the first one has.",
}

RULES_PAGE = """# Rules

What `cutpoint check` judges.
A rule speaks about places: the line of the code that crosses from one [service](configuration.md#services) into what another one owns.
What makes two findings the same is their rule, the two services, the table, the action, the function and the expression, without arguments and names of locals; so moved lines and reformatting change nothing.

Tests and migrations are judged only with `--include-tests` and `--include-migrations`.
Tables of installed packages that no service claims are never more than a note, but for the one of users.
Accesses that are only possible are no findings: they are counted among the [blind spots](blind-spots.md), and new ones are told.

[Severities](configuration.md#rules) are configured for each rule, altogether or from one service to another.

"""
IGNORES = """
A comment accepts what is found in its statement, or in the one below when it stands alone:

```python
order.save()  # cutpoint: ignore[cross-write] -- the import owns these orders until July
```

It names the rules, separated by commas, and gives the reason.
"""
RULES_OF_COMMENTS = {
    "invalid-ignore": """\
Judged: comments `# cutpoint: ignore` that name no rule, a rule that doesn't exist, or no reason.

Evidence: the comment, and what is wrong with it.

Why: such a comment accepts nothing, and nobody can tell later what it was for.

To mend: write `# cutpoint: ignore[cross-write] -- why`, or remove it.

    [tool.cutpoint.rules]
    invalid-ignore = "warning"
""",
    "unused-ignore": """\
Judged: comments `# cutpoint: ignore[…]` in code, for each rule that they name and that isn't off. One in a test or a migration waits.

Evidence: the comment, and the rule that is not broken there.

Why: a comment that accepts nothing today accepts the next thing that somebody writes there.

To mend: remove it, or the rule that isn't broken from its list.

    [tool.cutpoint.rules]
    unused-ignore = "warning"
""",
}

HINTS = """
## Hints

Where the code can't be read well enough, a hint says what it does.
Each is a table of its own in a list, so its heading has two brackets on each side, and there may be any number of them.

```toml
[[tool.cutpoint.hints.writes]]
call = "legacy.db.bulk_upsert"
table = "orders_order"
action = "insert"

[[tool.cutpoint.hints.reads]]
call = "legacy.db.Store.fetch"
model = "orders.Order"

[[tool.cutpoint.hints.returns]]
call = "factories.order_for"
model = "orders.Order"
as = "instance"

[[tool.cutpoint.hints.types]]
name = "shop.views.Checkout.process.invoice"
model = "billing.Invoice"
```

Names are dotted, with the module first: as the code would be imported.
"""
HINT_KINDS = {
    "writes": "A call of this function or method writes a table.",
    "reads": "A call of this function or method reads a table.",
    "returns": "What a call of this function or method gives.",
    "types": "What a variable or parameter of a function holds, or an attribute of a class.",
}
HINT_KEYS = {
    "call": "The function or method that is called.",
    "name": "The function and its variable or parameter, or the class and its attribute.",
    "model": "The label of a model, as `app.Model`. Of writes and reads, either this or a table.",
    "table": "The name of a table.",
    "action": "`insert`, `update` or `delete`; `update` unless given.",
    "as": "`instance`, `queryset`, `manager` or `class`: as what the model comes; `instance` unless given.",
}

EXIT_CODES_PAGE = """# Exit codes

Blind spots are no failure: a report with blind spots exits with 0 unless `--strict` asks for more.
A run that lost something on the way says so on stderr and in what it writes, and exits with 0 unless `--strict` was given.

"""
EXIT_CODES = {
    "EXIT_OK": "The report is written; of `check`: the rules are kept.",
    "EXIT_BROKEN": "`check`: something is new that a rule forbids. `baseline update`: something is new and was not accepted.",
    "EXIT_STALE": "`check`: the baseline accepts what is no longer there (unless `--allow-stale`), or an entry of it has expired.",
    "EXIT_USAGE": "A path, an option or the configuration is wrong, or there is no Django project, or more than one to choose from. "
    "The message on stderr says what to do.",
    "EXIT_INCOMPLETE": "`--strict`, or `check` without `--allow-incomplete`, and a file or folder could not be read, or a file not parsed. "
    "The report is written all the same. "
    "In `check`, what the run itself lost (`complete: false`) comes before 1, for then even what is broken may be wrong.",
    "EXIT_INTERNAL": "A bug in cutpoint. The traceback is on stderr; please report it.",
    "EXIT_SYSTEM": "The machine lacks what any run needs: room for temporary files, memory, processes, open files. "
    "The message on stderr names it. A report or a baseline that cannot be written is 2, with the path and the cause.",
    "EXIT_INTERRUPTED": "Interrupted by Ctrl-C or SIGINT. Nothing is written, and no worker process is left.",
    "EXIT_TERMINATED": "Terminated by SIGTERM, with the same care.",
}

REPORT_PAGE = """# The JSON report

`cutpoint analyze PATH --format json` writes one object with the keys of [Report](#report).
Paths are relative to PATH with `/`, and those of installed packages relative to the folder of packages.
Lines start at 1; line 0 means the file as a whole.
Lists are sorted, and the same input gives the same bytes: whatever the hash seed, the number of workers, the folder of the call, and the state of the cache.
Each item of the outer lists stands on a line of its own, so that `diff` and `grep` are of use.

The schema of it all is [report.schema.json](report.schema.json), which `cutpoint schema` prints.

"""
VERDICT_PAGE = """# The verdict as JSON

`cutpoint check --format json` and `cutpoint diff --format json` write one object with the keys of [VerdictReport](#verdictreport).
Paths are relative to PATH with `/`; lines start at 1, and line 0 means the file as a whole.
Lists are sorted, and the same input gives the same bytes.
Each item of the outer lists stands on a line of its own.

The schema of it all is [verdict.schema.json](verdict.schema.json), which `cutpoint schema verdict` prints.
The other formats of a verdict are told in [formats of a verdict](verdict-formats.md).

"""
VERDICT_KEYS = {
    "VerdictReport.schema_version": "Raised when a key changes its meaning or goes, and once when `complete` came; new keys leave it as it is.",
    "VerdictReport.complete": "False when a file or a worker process was lost on the way, so that anything may be missing; never for blind spots, or for files that do not parse.",
    "VerdictReport.exit_code": "See [exit codes](exit-codes.md).",
    "VerdictReport.against": "What the findings were held against.",
    "VerdictReport.name": "Of the baseline's folder, or of the revision as it was typed; empty where there is nothing to compare with.",
    "VerdictReport.is_whole": "Whether the whole project was analyzed, so that what wasn't found is gone.",
    "VerdictReport.allow_stale": "`--allow-stale` was given.",
    "VerdictReport.allow_unread": "`--allow-incomplete` was given.",
    "VerdictReport.counts": "How many places have each state.",
    "VerdictReport.rules": "All rules, with the severities of this run.",
    "VerdictReport.new": "What was not accepted, of every severity; with `error` it fails the check.",
    "VerdictReport.newly_seen": "The code was there when the baseline was made, and the cutpoint that made it didn't see it.",
    "VerdictReport.moved": "Its file, function or class was moved or renamed: not new.",
    "VerdictReport.gone": "Accepted and no longer there; against a baseline, with `error`, these are the stale entries.",
    "VerdictReport.expired": "Entries of the baseline whose day is over and whose findings are still there.",
    "VerdictReport.new_blind_spots": "Where something may lie that can't be judged, and there was no such place before.",
    "VerdictReport.tallies": "Findings of one rule from one service into another, before and now.",
    "VerdictReport.unread": "Files and folders that could not be read or parsed, with the reason.",
    "VerdictReport.notes": "What is odd about the baseline and does no harm.",
    "VerdictReport.findings": "All of them, each with its state, then those that comments suppress.",
    "FindingRow.fingerprint": "Made of the key and the number of the place among those of that key: it holds no path and no line.",
    "FindingRow.why": "The comment's reason, from where it moved, or until when it was accepted.",
    "FindingRow.related": "The owner's side first, then the way from the place to the line that does it.",
    "FindingRow.certainty": "Empty for what is read off definitions.",
    "FindingRow.state": "Of several places with one key the last ones are called new.",
    "GrowthRow.accepted": "How many were accepted, those that moved here included.",
    "GrowthRow.count": "How many are new.",
    "GrowthRow.places": "All that have the key: which of them is new can't be told when they look the same.",
    "GoneRow.count": "How many are gone.",
    "MovedRow.why": "`git says renamed`, or how much of the body is the same.",
    "Key.source": "The service that does it.",
    "Key.target": "The service to which it is done.",
    "Key.subject": "The table, or the module that is imported.",
    "Key.action": "`insert`, `update`, `delete`, `read`, the kind of a relation, or the scope of an import.",
    "Key.function": "Qualified name inside the module; empty at the module's own level.",
    "Key.expression": "What does it, in a shape that moves and reformatting don't change.",
    "Place.says": "What is to be seen there, where that isn't the finding itself.",
    "Spot.count": "How many more than before.",
}
REPORT_KEYS = {
    "Report.schema_version": "Raised when a key changes its meaning or goes, and once when `complete` came; new keys leave it as it is.",
    "Report.complete": "False when a file or a worker process was lost on the way, so that anything may be missing; never for blind spots, or for files that do not parse.",
    "Report.import_circles": "First-party apps that need each other to be imported at start, and what is the cheapest to cut.",
    "Report.imports": "From modules of ours to modules of ours. `from p import m` gives `p`, and `p.m` too when that is a module.",
    "Report.models": "Those that Django would have after set-up, and the abstract ones.",
    "Report.tables": "One for each model with rows of its own, automatic many-to-many tables included, and those that only SQL names.",
    "Report.accesses": "Every place where code of ours touches a table. Tests and migrations only count with `--include-tests` and `--include-migrations`.",
    "Report.shared_tables": "Tables that more than one service writes, by accesses that are proved or inferred.",
    "Report.resolution": "How many places that look like queries were understood.",
    "Report.missing_packages": "Imported by ours, and without source here: `--packages` names the folder that has them.",
    "Report.blind_spots": "See [blind spots](blind-spots.md).",
    "Project.root": "The name of the analyzed folder.",
    "Project.path": "Folders on the Python path, in the order in which they are searched.",
    "Project.test_files": "See [test code](test-code.md).",
    "Project.parse_failures": "Files of which nothing could be read.",
    "App.installed": "`yes`, `conditional` (only on some branch of the settings) or `assumed` (there are no settings).",
    "App.ours": "Its source lies in the analyzed folder.",
    "App.evidence": "The line of INSTALLED_APPS that names it.",
    "Model.label": "With the class's own case. An abstract model outside of any app has its module in front.",
    "Model.table": "Null for an abstract model; a proxy has its parent's.",
    "Model.auto_created": "The model of a many-to-many field without `through`.",
    "Model.bases": "Labels of model bases, dotted paths of others, in class order.",
    "Model.swapped": "A setting such as AUTH_USER_MODEL puts another model in its place.",
    "Model.fields": "Columns of the model's own table, those from abstract bases included, those of a multi-table parent not.",
    "Relation.to": "The label of the other model; null for a generic foreign key, and where only run time knows.",
    "Relation.on_delete": "The bare name of the function, as Django has it.",
    "Relation.through": "The label of the model between the two.",
    "Import.scope": "When the statement runs: with its module, when a function is called, or never (`typing`).",
    "TableRow.model": "The model that declares the table; null for a table that only SQL names.",
    "TableRow.owner": "The label of the app of that model.",
    "TableRow.bucket": "`framework` for the tables of apps that are installed from elsewhere, and for those that no app can own, such as sessions.",
    "TableRow.writers": "By accesses that are proved or inferred; what is only possible makes nobody a writer.",
    "TableRow.readers": "The same. Who joins a table reads it.",
    "Writer.service": "Each app is a service. Null for code outside of apps.",
    "Writer.app": "The app that decided the table, where generic code of another one does the work. Null for code outside of apps.",
    "Writer.sites": "Different places, by path and line.",
    "Reader.service": "Each app is a service. Null for code outside of apps.",
    "Reader.app": "The app that decided the table, where generic code of another one does the work. Null for code outside of apps.",
    "Reader.sites": "Different places, by path and line.",
    "AccessRow.line": "Where the expression begins. Of an implicit access (cascade, signal, form …), the expression of ours that triggers it.",
    "AccessRow.end_line": "Where it ends.",
    "AccessRow.function": "The dotted name of the function around it, or of the class or module where there is none.",
    "AccessRow.app": "The app that owns the line. Null for code outside of apps.",
    "AccessRow.service": "The one that counts as writer or reader: that of `on_behalf_of` where there is one, or else that of `app`.",
    "AccessRow.table": "Null for SQL that could not be resolved.",
    "AccessRow.columns": "Of a write, where they are known.",
    "AccessRow.joins": "Further tables that the same statement reads.",
    "AccessRow.via": "The mechanism in one word, [one of these](constructs.md#mechanisms).",
    "AccessRow.certainty": "See [certainty](../explanation/certainty-and-blind-spots.md).",
    "AccessRow.in_loop": "The line is inside a loop of its function.",
    "AccessRow.cause": "Of an implicit access, the code or declaration that makes it happen.",
    "AccessRow.on_behalf_of": "The app that decided the table, when the line is generic code of another.",
    "AccessRow.chain": "From there to the line.",
    "AccessRow.because": "Why the table is this one, in words.",
    "Join.through": "The lookup that leads there, as written.",
    "Join.class": "`filter`, `order`, `select`, `annotation`, `select_related`, `prefetch_related` or `subquery`.",
    "SharedTableRow.suggested_owner": "The app that declares the table, unless it never writes it and another one has nearly all of its writes. Null when there is no such app.",
    "SharedTableRow.reason": "Why that one, in words.",
    "SharedTableRow.writer": "The app that would stay the only writer with the fewest places to move; of equals, the owner.",
    "SharedTableRow.moves": "The write sites of all the others.",
    "SharedTableRow.sites_to_move": "Different places in all of `moves`.",
    "Report.entry_points": "What calls code of ours from outside, and what each reads and writes however far its calls lead; see [entry points](entry-points.md).",
    "Report.transactions": "Every place that opens a transaction, Django's own ones included; see [transactions](../explanation/transactions.md).",
    "TransactionRow.line": "Where it is opened: the `with`, the function or class that is decorated, the call around which Django opens one.",
    "TransactionRow.end_line": "The last line of the block, function or call.",
    "TransactionRow.function": "The dotted name of the function around it, or of what is decorated.",
    "TransactionRow.app": "The app that owns the line. Null for code outside of apps.",
    "TransactionRow.using": "The alias of the database; null when only run time knows.",
    "TransactionRow.nested": "It stands inside of another one, to which its tables belong as well.",
    "TransactionRow.generic": "It is a context manager or decorator: `tables` is what all its users do, `label` the worst of what one of them does.",
    "TransactionRow.certainty": "Of an implicit one, that of the call; one that is written there is proved.",
    "TransactionRow.label": "What it means once each service has its own database; for general code, the worst of the ways in which it is used. What is only possible doesn't count.",
    "TransactionRow.tables": "Those that it writes, by itself and by all that it calls; what `on_commit` and tasks do comes after it.",
    "TransactionRow.reads": "Those that it reads.",
    "TransactionRow.apps": "The owners of `tables`.",
    "TransactionRow.written": "The same tables, each with the shortest way there.",
    "TransactionRow.anomalies": "Reads of one service before writes of another, which a cut leaves unprotected.",
    "AnomalyRow.kind": "`read-modify-write` when the table that was read is written, too; else a candidate for `write-skew`.",
    "AnomalyRow.writes": "Tables of other services that are written after it was read.",
    "Touched.chain": "From the transaction's own code to the line that does it, which is the last step.",
    "ResolutionReport.rate": "Between 0 and 1, rounded to four digits; 1 when there are no query sites.",
    "ResolutionReport.reasons": "Why the others were not understood, most frequent first.",
    "CircleReport.weight": "Import statements on all the edges in `cheapest`.",
    "CircleReport.cheapest": "Edges without which the circle is open; found greedily, not proved to be the fewest.",
    "SettingsReport.found_by": "Why this module, in words.",
    "SettingsReport.chain": "Settings files in the order in which they were read.",
    "SettingsReport.candidates": "Other modules that look like settings.",
}

BLIND_SPOTS_PAGE = """# Blind spots

A blind spot is something that was seen and could not be resolved.
It is counted and shown with its place and reason, and never dropped.
What lies behind one may be missing from the report; [how to read them](../how-to/read-blind-spots.md) says what to do about that.

"""
# Texts that look like kinds to generate.py, and mean something else.
NO_BLIND_SPOTS: set[str] = {"settings-module", "assigns-apps", "defines-app-config", "utf-8"}

_READ = "Nothing of the file is in the report."
_LOST = "The run is incomplete."
BLIND_SPOTS = {
    "absent-submodule": (
        "A submodule of git that is not checked out; what lies in it is not in the report.",
        "`git submodule update --init --recursive`.",
    ),
    "app-without-source": (
        "An installed app that is neither in the tree nor among the packages.",
        "Name the project's virtual environment with `--packages`.",
    ),
    "duplicate-label": (
        "Two installed apps with one label; the second is left out, as Django would refuse it, unless one has no source, whose label is a guess then.",
        "Give one of them another label, or check that both are really installed.",
    ),
    "duplicate-model": (
        "Two models with one label; the second is left out.",
        "Look whether both modules are imported by the running project; one is often a copy.",
    ),
    "execution-limit": (
        "Code that ran for longer than static execution allows; what it would have done is unknown.",
        "Usually none: it computes data. If it makes models, tell us about it.",
    ),
    "gitignore-hides-all": (
        "A .gitignore that hides every Python file; it was not followed.",
        "None, unless the folder is one that a tool has generated.",
    ),
    "hostile-path": (
        "A path of an earlier revision that leads out of its tree, or into the inner works of a repository.",
        "Look who committed it, and what for.",
    ),
    "internal-error": (
        f"A bug in cutpoint at that file, or at one of its functions. {_READ} Of a function, what it does until there is told.",
        "Report it, with the file or function if you may.",
    ),
    "missing-module": (
        "A module or a file that is imported, executed or included by a constant name, and isn't there.",
        "Name the folder that holds it with `--path` or `--packages`.",
    ),
    "missing-object": (
        f"A file of an earlier revision that a partial or damaged clone does not hold. {_READ}",
        "Fetch it: `git fetch --refetch --no-filter`.",
    ),
    "missing-submodule": (
        "A submodule of an earlier revision that is not checked out here, or lacks that commit; what lay in it is unknown.",
        "`git submodule update --init --recursive`, and `git fetch` in it.",
    ),
    "model-outside-apps": (
        "A model that belongs to no installed app.",
        "Check `--settings`: with other settings, its app may be installed.",
    ),
    "not-a-file": ("A pipe, socket or device with the name of a Python file; it was not opened.", "None."),
    "nul-bytes": (f"A file with NUL bytes. {_READ}", "Leave it out with `--exclude` if it isn't code."),
    "out-of-memory": (
        f"A file whose reading takes more than 1.5 GB of memory, by a fresh process, too. {_READ} {_LOST}",
        "Leave it out with `--exclude`; it is likely data.",
    ),
    "python-2": (f"A file written for Python 2. {_READ}", "Leave it out with `--exclude`, or port it."),
    "fixpoint-limit": (
        "A function whose types still grew when cutpoint stopped asking; what it does may be incomplete.",
        "Report it, with the function if you may; an annotation of its parameters often settles it.",
    ),
    "receiver-limit": (
        "A receiver that leads to more tables than are told where it is heard, or a signal with more receivers than are followed.",
        "Read the receivers; what each does on its own lines is told there.",
    ),
    "packages-of-another-python": (
        "Packages that were built for several Pythons or platforms, or for a Python that the project doesn't ask for. Their code in Python is read all the same; compiled code is not.",
        "Name the environment that the project runs in with `--packages`.",
    ),
    "several-releases": (
        "Two releases of one library among the packages; the reason says of which one the files are, if its RECORD tells.",
        "Install into an empty folder, or name one environment.",
    ),
    "opaque-sql": (
        "SQL of which a part could not be understood.",
        "Read it, and [say what it does](../how-to/give-hints.md).",
    ),
    "stale-hint": (
        "A hint of the configuration that nothing in the code matches.",
        "Mend its name, or remove it.",
    ),
    "task-at-run-time": (
        "A task that is sent by a name which only run time knows; what it does is missing where it is sent.",
        "Read who gives the name; the task itself is an entry point of its own.",
    ),
    "code-at-run-time": (
        "`exec` of code, or names that are bound (`globals()[name] = …`), that only run time knows; what it does is missing.",
        "Read where the code comes from; settings that it makes can be said with `--set`.",
    ),
    "command-at-run-time": (
        "`call_command` with a name that only run time knows; what the command does is missing there.",
        "Read who gives the name; the command itself is an entry point of its own.",
    ),
    "url-circle": (
        "URL patterns that include themselves, directly or by others; each was looked at once.",
        "Break the circle: Django reads such patterns without end.",
    ),
    "url-limit": (
        "More URL patterns, or deeper ones, than are looked at.",
        "None, unless a server can load them: then tell us about it.",
    ),
    "urls-at-run-time": (
        "URL patterns that are put together at run time, or by a library whose code is not here; where they lead is unknown.",
        "Read the code that gives them; its views have no entry point.",
    ),
    "view-at-run-time": (
        "A URL pattern whose view is chosen at run time.",
        "Read the code that chooses; the view has no entry point.",
    ),
    "symlink-broken": ("A link with the name of a Python file that leads nowhere.", "Remove or mend the link."),
    "symlink-duplicate": ("A link to a folder that is read under its own path.", "None."),
    "symlink-loop": ("A link that leads back to itself or to a folder around it.", "None."),
    "symlink-outside": (
        "A link that leads out of the analyzed folder; it is not followed.",
        "Analyze the folder that holds both.",
    ),
    "syntax-error": (
        f"A file that no known Python reads. {_READ}",
        "Leave it out with `--exclude` if it is a template or a sample.",
    ),
    "template-at-run-time": (
        "A template that is rendered with models, and whose name only run time knows; what it shows is missing there.",
        "Read who gives the name.",
    ),
    "timeout": (
        f"A file that takes a fresh process more than 10 seconds of processor time, or 120 by the clock. {_READ} {_LOST}",
        "Leave it out with `--exclude`; it is likely data.",
    ),
    "too-deep": (
        "Code that is nested too deeply, in a file that is likely generated; or a template with more tags than are looked at.",
        "Leave it out with `--exclude`.",
    ),
    "too-large": (
        f"A file or a template of more than 2 MB. {_READ}",
        "Leave it out with `--exclude`; it is data.",
    ),
    "undecodable": (f"A file that is not in the encoding it declares. {_READ}", "Save it as UTF-8, or leave it out."),
    "unknown-base": (
        "A model with a base class of which there is no source: fields that it adds are unknown.",
        "Name the project's virtual environment with `--packages`.",
    ),
    "unknown-table": (
        "A `db_table` that only run time knows; Django's default name is shown.",
        "None; keep it in mind where the table is mentioned.",
    ),
    "unknown-target": (
        "A relation to a model that only run time knows.",
        "None; the relation is shown without its target.",
    ),
    "unreadable": (
        f"A file, of the project or of a package, that this user may not read, or that vanished. {_READ} {_LOST}",
        "Let this user read it.",
    ),
    "unreadable-config": (
        "A pyproject.toml, setup.cfg, tox.ini or pytest.ini that is not valid; what it says about the Python path is unknown.",
        "Mend it, or name the folders with `--path`.",
    ),
    "unreadable-file": ("A file that vanished or cannot be looked at.", "Let this user read it."),
    "unreadable-folder": (
        "A folder that this user may not list; what lies in it is unknown.",
        "Let this user read it.",
    ),
    "unreadable-metadata": (
        "A library among the packages whose metadata doesn't tell its name and version.",
        "Install it anew; its code was read all the same.",
    ),
    "unreadable-name": ("A file or folder whose name is not valid UTF-8.", "Rename it."),
    "unreadable-pins": (
        "A lock file, or a line of a file with requirements, that can't be read; which release it asks for isn't known.",
        "Mend the line; what the rest and other files say counts all the same.",
    ),
    "unreadable-setting": (
        "A part of INSTALLED_APPS that only run time knows, a document that settings read and that can't be read, or settings that end before their last line.",
        "Look at that line, and analyze with the settings that say it plainly, or say it with `--set installed-apps=…`.",
    ),
    "unwritable-path": (
        f"A file of an earlier revision whose path cannot be written here: it is too long, or one with another. {_READ}",
        "None; a file system that knows upper from lower case can hold both.",
    ),
    "root-is-package": (
        "The analyzed folder is a package itself, so that the imports of its own name lead nowhere.",
        "Analyze the folder above it.",
    ),
    "unresolved-import": (
        "An import of a module of ours, or of a name in one, that isn't there.",
        "Name its folder with `--path`; if it is a local settings file, none.",
    ),
    "worker-crash": (
        f"A file at which two processes died that read it, one after the other; the run went on. {_READ} {_LOST}",
        "Run it again, in case somebody killed them. If it comes back, report it, with the file if you may.",
    ),
}

QUERIES_NOT_UNDERSTOOD = """
## Queries that were not understood

A call that looks like a query, on an unresolved receiver, is told with the reason why it isn't.
Where the line matters, an annotation helps most, and helps your editor too; a [hint](../how-to/give-hints.md) helps where no code may be changed.
"""
_ANNOTATE = "Annotate it."
_HINT = "[Give a hint](../how-to/give-hints.md)."
_PACKAGES = "Name the project's virtual environment with `--packages`, or annotate what the call gives."
QUERY_REASONS = {
    "annotation": (
        "A part of an annotation of which nothing is known.",
        "Look whether the name in it can be imported.",
    ),
    "app-by-name": ("`apps.get_app_config(label)` with a label that only run time knows.", _HINT),
    "argument": (
        "A parameter to which a caller hands nothing that is known, or nothing at all.",
        "Annotate the parameter.",
    ),
    "attribute": ("An attribute that nobody was seen to assign.", "Annotate the attribute in its class."),
    "base-class": (
        "An instance of which only a base class is known, from `isinstance` or an annotation.",
        "Name the class that is meant.",
    ),
    "call": ("A call of something that cannot be called, as far as is known.", _HINT),
    "class-made-by-call": ("A class that `type(…)` makes of parts that only run time knows.", _HINT),
    "content-type": ("The model of a content type that only run time knows.", _HINT),
    "decorator": ("What `wraps(…)` or `method_decorator(…)` gives, used as a value.", _HINT),
    "dynamic-attribute": ("An attribute of a class that answers for any name (`__getattr__`).", _ANNOTATE),
    "exec": ("`exec` or `eval`: code that is data.", _HINT),
    "generic-foreign-key": (
        "A generic foreign key of which nobody was seen to say where it leads.",
        "Narrow it with `isinstance`, or give a hint.",
    ),
    "getattr": ("`getattr` with a name that only run time knows.", _HINT),
    "handed-over": (
        "A model, manager or queryset that is handed to code which was not followed, and whose name says that it writes.",
        _HINT,
    ),
    "import": ("A module or name that is imported by a name which only run time knows, or is not there.", _PACKAGES),
    "library": ("What a library gives, whose code was not followed.", _PACKAGES),
    "library-manager": (
        "A method of a manager or queryset that a library adds, whose source is not there or not followed.",
        _PACKAGES,
    ),
    "model-by-name": ("A model that is looked up by a name which only run time knows.", _HINT),
    "model-meta": ("A part of `_meta` of which nothing is known.", _HINT),
    "model-not-installed": (
        "A model that is looked up by a name which no installed app has.",
        "Check `--settings` and `--packages`.",
    ),
    "name": ("A name that nothing was seen to define.", "Look whether the line can run at all."),
    "no-caller": (
        "A parameter of a function that nobody was seen to call.",
        "Annotate the parameter, or remove the function.",
    ),
    "queryset-without-model": (
        "A queryset or manager that was made without its model.",
        "Annotate it: `QuerySet[Order]`.",
    ),
    "sent": ("What `yield` itself gives inside a generator: whatever is sent to it.", _ANNOTATE),
    "super": ("`super()` where the class around it is not known.", _HINT),
    "test-code": (
        "A function of test code, which is not read for what it does.",
        "`--include-tests`, or `tests` in the configuration if it is none.",
    ),
    "too-deep": ("Containers in containers, deeper than types are kept.", "Annotate what comes out of them."),
    "too-wide": ("Something that may be of more kinds than are kept.", "Annotate it where it is used."),
    "value": ("A value that only run time knows.", _ANNOTATE),
    "vars": ("The dict that `vars`, `globals` or `locals` gives.", _HINT),
}

TEST_CODE_PAGE = """# What counts as test code

Test code is read for models and imports like all other code, and counted apart (`test_files`).
The key `tests` of the [configuration](configuration.md) adds patterns.

"""

LIBRARIES_PAGE = """# Libraries that are known

Packages of the project are read where their source is found: in a virtual environment inside the tree, or where `--packages` leads.
What they do at run time that no reading shows is written down in cutpoint itself, and works where the package's source is missing too:
a *construct* is code of ours for what a library adds to a model, and a *stand-in* is a Python file of ours in the library's words that is parsed in the place of its source.
"""

CONSTRUCTS_PAGE = """# Constructs

A construct is a thing that code can do to touch a table.
Each is one file of `cutpoint/interpret/constructs`, and lying there is all that makes it known.
`via` is the word by which the report names the mechanism of an access.
"""
AGENTS_SECTION = """
## Agents

What a framework does by itself when it is called, or when a request reaches it, is told at the line of ours that calls it, or at the class that declares it.
`cause` is then a declaration or a line of the library.
Each is one file of `cutpoint/infer/agents`.
"""
VIAS_SECTION = """
## Mechanisms
"""
VIAS = {
    "translation": "A library keeps translations in a table of their own; `cause` is the relation to it.",
    "tree": "A library of trees saves a node and its relatives; `cause` is the model.",
    "auth": "Django's authentication: the session, the last login, permissions; `cause` is its function.",
    "serializer": "A serializer of Django REST framework saves; `cause` is its class.",
    "view": "An action of a view of Django REST framework; `cause` is the view's class.",
    "admin": "The admin, by a registered class or, without one, by the line that registers; `cause` is that.",
    "signal": "A receiver hears a signal that the line makes Django, or sends itself; `cause` is the receiver's statement, `chain` leads there.",
    "cascade": "A foreign key or generic relation that leads to what is deleted: `cause` is the last one on the way, `chain` those before.",
    "contrib": "Sites, redirects and flat pages of Django; `cause` is its function or class.",
    "file": "A file field of an instance saves its row: `order.scan.save(…)`.",
    "filter": "A set of filters (django-filter) looks up what it may be asked for; `cause` is the set.",
    "form": "A form or formset saves: `form.save()`. `cause` is the form.",
    "generic": "A generic relation asks the table of content types.",
    "history": "A library keeps each version of a row; `cause` is the declaration that asks for it.",
    "hint": "A hint of the configuration says so.",
    "inheritance": "The row has a part in the table of a multi-table parent; `cause` is the link to it.",
    "instance": "A method of an instance: `order.save()`.",
    "join": "A lookup, an annotation, `select_related`, `prefetch_related` or a subquery of a query on another table.",
    "library": "Code of an installed package does it, which our code calls or a request reaches through our class; `cause` is its line.",
    "m2m": "The table between the two sides of a many-to-many relation.",
    "manager": "The query API, called on a model's manager: `Order.objects.create(…)`.",
    "queryset": "The query API, called on a queryset, or the queryset evaluated.",
    "raw_sql": "SQL as text.",
    "related": "A relation that is followed: `invoice.order`, `user.orders.all()`.",
    "resource": "A resource of django-import-export reads or saves rows, or a page of the admin does by one; `cause` is its class.",
    "routine": "A stored function or procedure that a migration declares; `cause` is the migration's line.",
    "trigger": "A trigger that a migration declares on the written table; `cause` is the migration's line.",
    "sql_view": "A view of the database that a migration declares; `cause` is the migration's line.",
    "representation": "A serializer shows rows of relations: `serializer.data`. `cause` is its class.",
    "graphql": "A type or mutation of graphene-django or strawberry-django reads or saves rows of its model; `cause` is its class.",
    "template": "A template shows what a relation or queryset of its context holds; `cause` is its line.",
    "session": "The session of a request; `cause` is Django's class. Its row is stored when the request ends.",
    "validation": "A form or serializer is checked: `form.is_valid()`. `cause` is the form or serializer.",
    "request": "`request.user` loads the user.",
}
