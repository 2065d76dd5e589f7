"""What the code of a made-up monolith looks like: templates by the kind of file they stand in.

`{m}` is a model, `{v}` a variable of it, `{flag}`, `{number}` and `{text}` columns of it, `{to}` one of its foreign keys, to
`{one}`, `{many}` what leads back to it, `{other}` another model, `{call}` a service elsewhere, `{table}` its table, and
`{f}` a name that nothing else in the file has.
"""

HANDLER = '''
def handle_{name}(pk):
    """What others call."""
    {v} = {m}.objects.filter(pk=pk).first()
    if {v} is None:
        return None
    {v}.{number} = ({v}.{number} or 0) + 1
    {v}.save(update_fields=["{number}"])
    return {after}
'''
PLAIN = (
    '''
def weigh_{f}(values, floor=0, ceiling=100):
    """No table is touched here; half of what is written in a monolith is like this."""
    weights = {{}}
    for name, value in sorted(values.items()):
        if value is None:
            continue
        share = max(floor, min(ceiling, value))
        if name.startswith("{text}"):
            share *= 2
        elif name.endswith("_{number}"):
            share //= 2
        weights[name] = share
    total = sum(weights.values()) or 1
    return {{name: round(share / total, 4) for name, share in weights.items() if share}}
''',
    '''
def read_{f}(text, separator=";"):
    """Rows of a file that somebody has uploaded."""
    rows, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.split(separator)]
        if len(cells) < 3:
            problems.append((number, "too short"))
            continue
        name, amount, *rest = cells
        try:
            rows.append({{"{text}": name, "{number}": int(amount), "more": rest}})
        except ValueError:
            problems.append((number, amount))
    return rows, problems
''',
    '''
def describe_{f}(values, width=80):
    """For people."""
    parts = []
    if values.get("{flag}"):
        parts.append("closed")
    if (amount := values.get("{number}")) is not None:
        parts.append(f"{{amount:,}} in all" if amount > 1 else "a single one")
    text = ", ".join(parts) or "nothing is known"
    return text if len(text) <= width else text[: width - 1] + "…"
''',
    '''
class Window{f}:
    """Counts what came within the last so many seconds."""

    limit = 100

    def __init__(self, seconds, limit=None):
        self.seconds = seconds
        self.limit = limit or self.limit
        self.seen = []

    def add(self, moment, weight=1):
        self.seen = [(at, each) for at, each in self.seen if moment - at < self.seconds]
        self.seen.append((moment, weight))
        return self.is_full

    @property
    def is_full(self):
        return sum(weight for _, weight in self.seen) > self.limit
''',
)
"""Half of what is written in a monolith touches no table."""
SERVICES = (
    '''
def settle_{f}({v}: {m}, amount, reason=""):
    """Close one, and everything that hangs on it."""
    if {v}.{flag}:
        logger.info("nothing to settle for %s", {v}.pk)
        return None
    with transaction.atomic():
        {v}.{number} = F("{number}") + amount
        {v}.{flag} = True
        {v}.save(update_fields=["{number}", "{flag}"])
        for each in {v}.{many}.select_related().order_by("pk"):
            each.touched_at = timezone.now()
            each.save()
    {call}({v}.pk)
    return {v}
''',
    '''
def open_{f}(pk, lines, user=None):
    """Make a new one out of *lines*, unless there is one."""
    {v} = {m}.objects.select_for_update().get(pk=pk)
    total = Decimal(0)
    made = []
    for row in lines:
        if not row.get("amount"):
            continue
        total += Decimal(row["amount"])
        made.append({other}({o_text}=row.get("name", ""), {o_number}=row["amount"]))
    with transaction.atomic():
        {other}.objects.bulk_create(made, batch_size=500)
        {v}.{number} = total
        {v}.{text} = getattr(user, "username", "") or "system"
        {v}.save()
    return {v}
''',
    '''
def expire_{f}(days=30, limit=None):
    """Let go of what nobody has looked at for so many *days*."""
    found = {m}.objects.filter({flag}=False, touched_at__lt=timezone.now() - timezone.timedelta(days=days))
    if limit is not None:
        found = found.filter(pk__in=list(found.values_list("pk", flat=True)[:limit]))
    count = found.update({flag}=True, {number}=0)
    logger.info("%d of {m} are over", count)
    if count > 1_000:
        {call}(count)
    return count
''',
    '''
class {m}Keeper{f}:
    """Does what has to be done in the right order."""

    def __init__(self, {v}: {m}, dry=False):
        self.{v} = {v}
        self.dry = dry
        self.problems = []

    def run(self):
        for step in (self.check, self.keep, self.tell):
            step()
            if self.problems:
                break
        return not self.problems

    def check(self):
        if self.{v}.{number} is None or self.{v}.{number} < 0:
            self.problems.append("{number}")

    def keep(self):
        if self.dry:
            return
        self.{v}.{flag} = not self.problems
        self.{v}.save()
        {other}.objects.filter({o_flag}=True).update({o_text}=str(self.{v}.pk))

    def tell(self):
        {call}(self.{v}.pk)
''',
    '''
def move_{f}(pk, target):
    """Hang it somewhere else, with all that belongs to it."""
    {v} = {m}.objects.select_related("{to}").get(pk=pk)
    before = {v}.{to}
    if before is not None and before.{t_flag}:
        raise ValueError(f"{{before}} is closed")
    {v}.{to} = {one}.objects.get(pk=target)
    {v}.save()
    if before is not None and not before.{t_flag}:
        before.{t_text} = "moved"
        before.save(update_fields=["{t_text}"])
    return {call}({v}.pk)
''',
    '''
def forget_{f}(pks, reason):
    """Delete them one by one, so that everybody hears of it."""
    kept = []
    for {v} in {m}.objects.filter(pk__in=pks).iterator():
        if {v}.{flag} and reason != "forced":
            kept.append({v}.pk)
            continue
        {other}.objects.get_or_create({o_text}=str({v}.pk), defaults={{"{o_number}": {v}.{number} or 0}})
        {v}.delete()
    return kept
''',
)
SELECTORS = (
    '''
def list_{f}(user, only_open=True, search=""):
    """Those that *user* may see."""
    found = {m}.objects.select_related("{to}")
    if only_open:
        found = found.filter({flag}=False)
    if search:
        found = found.filter(Q({text}__icontains=search) | Q({to}__{t_text}__icontains=search))
    return found.order_by("-touched_at", "pk")
''',
    '''
def sum_{f}(since=None):
    """Figures for the overview."""
    found = {m}.objects.filter({to}__{t_flag}=False)
    if since:
        found = found.filter(touched_at__gte=since)
    rows = found.values("{to}_id").annotate(total=Sum("{number}"), count=Count("pk"))
    return {{row["{to}_id"]: (row["total"] or 0, row["count"]) for row in rows}}
''',
    '''
def has_{f}({v}):
    """Whether something still waits for it."""
    waiting = {other}.objects.filter({o_flag}=False, {o_text}=OuterRef("{text}"))
    return {m}.objects.filter(pk={v}.pk).annotate(waits=Exists(waiting)).filter(waits=True).exists()
''',
    '''
def find_{f}(**wanted):
    """The first that fits, or none."""
    known = {{"{text}", "{number}", "{flag}"}}
    filters = {{name: value for name, value in wanted.items() if name in known and value is not None}}
    if not filters:
        return None
    {v} = {m}.objects.filter(**filters).first()
    return {v} if {v} is not None and not {v}.{flag} else None
''',
)
TASKS = (
    '''
@shared_task(bind=True, max_retries=3)
def run_{f}(self, pk):
    """In the background, and once more when it fails."""
    try:
        {v} = {m}.objects.get(pk=pk)
    except {m}.DoesNotExist:
        logger.warning("there is no {m} %s", pk)
        return False
    with transaction.atomic():
        {v}.{number} = {v}.{many}.count()
        {v}.save()
        {call}({v}.pk)
    return True
''',
    '''
@shared_task
def sweep_{f}(days=7):
    """Every night."""
    border = timezone.now() - timedelta(days=days)
    gone, _ = {m}.objects.filter({flag}=True, touched_at__lt=border).delete()
    for {v} in {m}.objects.filter({flag}=False)[:500]:
        run = {call}({v}.pk)
        logger.debug("%s: %s", {v}.pk, run)
    return gone
''',
)
QUERIES = (
    """
def count_{f}(border):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.{text}, COUNT(*) FROM {table} t JOIN {o_table} o ON o.id = t.id "
            "WHERE t.{number} > %s GROUP BY t.{text} ORDER BY 2 DESC",
            [border],
        )
        return dict(cursor.fetchall())
""",
    """
def correct_{f}(pks):
    if not pks:
        return 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE {table} SET {number} = 0 WHERE id = ANY(%s)", [list(pks)])
        changed = cursor.rowcount
        cursor.execute("DELETE FROM {o_table} WHERE {o_flag} AND {o_number} < 0")
    return changed
""",
)
