import pytest

from cutpoint.domain.baseline import Baseline, Entry, Spot
from cutpoint.domain.errors import EXIT_USAGE, BaselineError
from cutpoint.domain.finding import Key
from cutpoint.judge.ledgers import ledgers_of, read_ledgers

HEAD = '{"cutpoint-baseline":1,"tool":"0.3.0"}\n'
LINE = (
    '{"rule":"cross-write","from":"billing","to":"orders","subject":"orders_order","action":"save",'
    '"module":"billing.tasks","function":"pay","expression":"_.save()"}\n'
)


def an_entry(subject="orders_order", *, target="orders", rule="cross-write", function="pay", count=1, **more):
    return Entry(Key(rule, "billing", target, subject, "save", "billing.tasks", function, "_.save()"), count, **more)


def written(*entries, spots=()):
    return ledgers_of(entries, spots, "0.3.0")


def read(text, path="cross-write.jsonl"):
    return read_ledgers({path: text}, "cutpoint-baseline")


def mistakes(text, path="cross-write.jsonl"):
    with pytest.raises(BaselineError) as caught:
        read(text, path)
    return caught.value.mistakes


def test_what_is_written_is_read_again():
    entries = (
        an_entry(count=3, body="ab12", reason="until July", owner="Ada", expires="2027-01-31", link="https://x/1"),
        an_entry("orders_line"),
        an_entry("orders.internal", rule="cross-import"),
        an_entry("", rule="unused-ignore", target="billing"),
        an_entry("Tabelle mit Ümlaut / 表"),
    )
    spots = (Spot("billing", "billing.tasks", "query-name", "`.save()`", 2), Spot("Billing", "a", "opaque-sql", "x", 1))
    baseline = read_ledgers(written(*entries, spots=spots), "b")
    assert baseline == Baseline(tuple(sorted(entries)), tuple(sorted(spots)), ("0.3.0",))


def test_a_line_as_it_is_written():
    assert written(an_entry()) == {"cross-write.jsonl": HEAD + LINE}


def test_one_file_for_each_rule_and_one_for_blind_spots():
    paths = set(
        written(
            an_entry(),
            an_entry("orders_line"),
            an_entry("orders_order", rule="shared-table"),
            an_entry("billing_invoice", target="billing"),
            an_entry("", rule="unused-ignore"),
            spots=[Spot("billing", "billing.tasks", "query-name", "x", 1)],
        )
    )
    assert paths == {"cross-write.jsonl", "shared-table.jsonl", "unused-ignore.jsonl", "blind-spots.jsonl"}


def test_ledgers_of_earlier_versions_are_read():
    spots = HEAD + '{"service":"billing","module":"m","kind":"query-name","reason":"x"}\n'
    texts = {"orders/tables/orders_order.jsonl": HEAD + LINE, "billing/blind-spots.jsonl": spots}
    baseline = read_ledgers(texts, "b")
    assert baseline.entries == (an_entry(),)
    assert baseline.spots == (Spot("billing", "m", "query-name", "x", 1),)


def test_lines_are_sorted_whatever_came_first():
    entries = [an_entry(function=name) for name in "cab"]
    assert written(*entries) == written(*entries[::-1])
    lines = written(*entries)["cross-write.jsonl"].splitlines()[1:]
    assert lines == sorted(lines)


def test_no_line_number_is_in_a_line():
    assert '"line"' not in LINE


@pytest.mark.parametrize(
    "name",
    ["con", "CON", "aux.table", "nul", "com1", "lpt9", "prn", "..", ".", "../../etc/passwd", "a/b", "a\\b", "a:b", "-rf",
     "tab\tle", "new\nline", "\x00", "ünïcode", "x" * 400, "ends.", "ends ", "%", '*?<>|"', "blind-spots", "imports",
     "\u202eoverride", "~", "$(rm)"],
)  # fmt: skip
def test_hostile_names_make_no_files(name):
    entries = (an_entry(name), an_entry("orders_order", target=name))
    ledgers = written(*entries, spots=[Spot(name, "m", "query-name", "x", 1)])
    assert set(ledgers) == {"cross-write.jsonl", "blind-spots.jsonl"}
    assert read_ledgers(ledgers, "b").entries == tuple(sorted(entries))
    assert read_ledgers(ledgers, "b").spots[0].service == name


def test_names_that_differ_by_case_stay_two():
    entries = (an_entry("Orders"), an_entry("orders"))
    ledgers = written(*entries)
    assert read_ledgers(ledgers, "b").entries == entries


@pytest.mark.parametrize(
    "reason",
    ["::error file=x::boo", "a\nb", "\x1b[31mred", "\r\n{}", "<<<<<<< HEAD", "\u2028", '"}', "\x00", "\ud800 half"],
)
def test_a_reason_with_anything_in_it_stays_on_its_line(reason):
    ledger = written(an_entry(reason=reason), an_entry(function="z"))["cross-write.jsonl"]
    assert len(ledger.split("\n")) == 4
    said = read(ledger).entries[0].reason
    assert said == (reason if "\ud800" not in reason else "\\ud800 half")
    ledger.encode()


@pytest.mark.parametrize(
    "text", ["\ufeff" + HEAD + LINE, (HEAD + LINE).replace("\n", "\r\n"), HEAD + "\n" + LINE + "\n\n"]
)
def test_what_editors_do_to_files_does_no_harm(text):
    assert read(text).entries == (an_entry(),)


def test_a_file_without_its_last_line_break_is_read_and_noted():
    baseline = read((HEAD + LINE).rstrip("\n"))
    assert baseline.entries == (an_entry(),)
    assert baseline.notes == (
        "cutpoint-baseline/cross-write.jsonl:2 doesn't end with a newline; `cutpoint baseline update` mends it",
    )


def test_an_entry_that_was_moved_to_another_file_counts_as_well():
    assert read(HEAD + LINE, "elsewhere/tables/x.jsonl").entries == (an_entry(),)


def test_merged_duplicates_are_one_and_noted():
    twice = HEAD + LINE + LINE.replace('"_.save()"', '"_.save()","count":2')
    baseline = read(twice)
    assert baseline.entries == (an_entry(count=2),)
    assert baseline.notes[0].startswith("cutpoint-baseline/cross-write.jsonl:3 has the same key as a line above it")


def test_a_merge_conflict_is_explained():
    text = HEAD + "<<<<<<< HEAD\n" + LINE + "=======\n" + LINE + ">>>>>>> other\n"
    (said,) = mistakes(text)
    assert said.startswith("cutpoint-baseline/cross-write.jsonl:2: a merge conflict: keep the lines of both")
    assert "cutpoint baseline update" in said


def test_a_merge_conflict_in_the_head_too():
    other = HEAD.replace("0.3.0", "0.4.0")
    assert "a merge conflict" in mistakes(f"<<<<<<< HEAD\r\n{HEAD}=======\r\n{other}>>>>>>> other\r\n{LINE}")[0]


def test_a_newer_format_asks_for_a_newer_cutpoint():
    (said,) = mistakes('{"cutpoint-baseline":2,"tool":"9.0","more":[1]}\n{"anything":1}\n')
    assert said.endswith("format 2 is of a newer cutpoint than this one, which knows 1: upgrade cutpoint")


@pytest.mark.parametrize(
    "head", ["", "{}\n", "[]\n", LINE, '{"cutpoint-baseline":"1"}\n', "not json\n", "\x00\x01\n", "\ud800\n"]
)
def test_a_file_without_its_head_is_explained(head):
    (said,) = mistakes(head)
    assert said.startswith("cutpoint-baseline/cross-write.jsonl:1: the first line must be")
    assert "restore it from git" in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (LINE[:60], "was it cut off or edited?"),
        ("{}", "missing required field"),
        (LINE.replace("cross-write", "cross-wirte"), "there is no rule cross-wirte: did you mean cross-write?"),
        (LINE.replace("cross-write", "xyz"), "there is no rule xyz: there are cross-import"),
        (LINE.replace("}", ',"count":0}'), "a count of 0 accepts nothing"),
        (LINE.replace("}", ',"count":-3}'), "a count of -3 accepts nothing"),
        (LINE.replace("}", ',"count":"2"}'), "not an entry"),
        (LINE.replace("}", ',"count":1e400}'), "not an entry"),
        (LINE.replace("}", ',"expires":"31.1.2027"}'), "expires must be a day such as 2027-01-31, not '31.1.2027'"),
        (LINE.replace("}", ',"expires":"2027-02-30"}'), "expires must be a day"),
        (LINE.replace("}", ',"expires":"20270131"}'), "expires must be a day"),
        (LINE.replace("}", ',"resaon":"x"}'), "resaon"),
        ("[" * 100_000, "not an entry"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_used_is_explained(line, says):
    (said,) = mistakes(f"{HEAD}{LINE}{line.strip()}\n")
    assert said.startswith("cutpoint-baseline/cross-write.jsonl:3: ")
    assert says in said


def test_all_mistakes_are_told_at_once():
    with pytest.raises(BaselineError) as caught:
        read_ledgers({"b/x.jsonl": "", "a/x.jsonl": f"{HEAD}{{}}\n{LINE}[]\n"}, "base")
    assert [said.partition(": ")[0] for said in caught.value.mistakes] == [
        "base/a/x.jsonl:2",
        "base/a/x.jsonl:4",
        "base/b/x.jsonl:1",
    ]
    assert caught.value.exit_code == EXIT_USAGE


def test_a_bad_line_of_blind_spots_is_explained():
    (said,) = mistakes(HEAD + "{}\n", "billing/blind-spots.jsonl")
    assert said.startswith("cutpoint-baseline/billing/blind-spots.jsonl:2: not an entry")


def test_versions_that_wrote_it_are_told():
    texts = {"a/x.jsonl": HEAD + LINE, "b/x.jsonl": HEAD.replace("0.3.0", "0.2.0")}
    assert read_ledgers(texts, "base").tools == ("0.2.0", "0.3.0")


def test_nothing_is_no_ledger_and_an_empty_baseline():
    assert written() == {}
    assert read_ledgers({}, "base") == Baseline()


def test_fifty_thousand_entries():
    entries = tuple(an_entry(f"table_{n % 500}", function=f"function_{n:05}") for n in range(50_000))
    ledgers = written(*entries)
    assert set(ledgers) == {"cross-write.jsonl"}
    assert read_ledgers(ledgers, "base").entries == tuple(sorted(entries))
