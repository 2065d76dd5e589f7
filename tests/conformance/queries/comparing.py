"""What Django did in a case, what its comments say, and what cutpoint says: the differences, in words."""

from tests.conformance.queries.cases import Said, clauses_for


def misspoken(case, done) -> list[str]:
    """Lines of whose comments Django did something else."""
    did: dict[int, set] = {anchor: set() for anchor in case.said}
    for statement in done["statements"]:
        did.setdefault(case.anchors[statement["line"]], set()).update(map(tuple, statement["touched"]))
    wrong = []
    for anchor, touches in did.items():
        said = case.said.get(anchor, Said())
        if said.by_django - touches or touches - said.by_django - said.open or said.may & touches:
            wrong.append(f"line {anchor}: Django does {clauses_for(touches) or 'nothing'}")
    return wrong


def difference(case, done, report) -> str:
    """What cutpoint doesn't say of a case or says too much, as against its comments; nothing when they agree."""
    said = case.all_said
    inside, around = told_of(case, done, report)
    missing = (said.plain | said.may) - around
    extra = inside - said.plain - said.may - said.open - said.blind
    if missing | extra:
        return f"missing: {clauses_for(missing) or '-'}   too much: {clauses_for(extra) or '-'}"
    if said.blind - around and not blind_lines(case, report):
        return f"unsaid and not admitted: {clauses_for(said.blind - around)}"
    return ""


def told_of(case, done, report) -> tuple[set, set]:
    """What cutpoint says of the case itself, and together with the functions of the snippets that it entered."""
    entered = set(done["entered"])
    inside = touches_of(report, lambda access: is_within(access["function"], case.id) or came_from(case.id, access))
    return inside, inside | touches_of(report, lambda access: access["function"] in entered)


def transactions_missed(case, done, report) -> str:
    """Lines on which a transaction is opened and cutpoint says none, or the other way round."""
    opened = {case.anchors[line] for line in done["opened"]}
    # `get_or_create` opens none when it finds something.
    wrote = {
        case.anchors[statement["line"]]
        for statement in done["statements"]
        if any(action != "read" for action, _ in statement["touched"])
    }
    said = {
        case.anchors.get(each["line"], each["line"]): each["kind"]
        for each in report["transactions"]
        if each["path"] == f"{case.group}.py" and case.first <= each["line"] <= case.last
    }
    # One that a decorator opens is told where the function is defined, and opened where it is called.
    decorated = {
        each["function"].replace(".<locals>", "") for each in report["transactions"] if each["kind"] == "decorator"
    }
    missing = set() if decorated & set(done["entered"]) else opened - said.keys()
    # What is written in other cases only may be what a transaction is opened for.
    perhaps = {anchor for anchor, each in case.said.items() if any(action != "read" for action, _ in each.may)}
    extra = {line for line, kind in said.items() if kind == "implicit" and line in wrote} - opened - perhaps
    return f"not said: {sorted(missing)}   not opened: {sorted(extra)}" if missing | extra else ""


def touches_of(report, is_asked_for) -> set:
    """Actions and tables of some accesses, their joins included."""
    touches = set()
    for access in report["accesses"]:
        if access["table"] is not None and is_asked_for(access):
            touches.add((access["action"], access["table"]))
            touches |= {("read", join["table"]) for join in access["joins"] if join["table"] != access["table"]}
    return touches


def came_from(case_id, access) -> bool:
    """Whether a case is what decided the table of a line elsewhere."""
    return any(is_within(step["function"], case_id) for step in access["chain"])


def is_within(function: str, case_id: str) -> bool:
    """Whether a function is a case's own, or nested in it."""
    return function == case_id or function.startswith(f"{case_id}.")


def blind_lines(case, report) -> list[int]:
    places = [*report["blind_spots"], *(access for access in report["accesses"] if access["table"] is None)]
    lines = [place["line"] for place in places if place["path"] == f"{case.group}.py"]
    return [line for line in lines if case.first <= line <= case.last]
