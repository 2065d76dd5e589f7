"""A delete finds no rows of what the statements right before it have emptied."""

import pytest

from tests.support.query_snippets import accesses_of, check

SHELVES = """
    from django.db import models

    class Shelf(models.Model):
        pass

    class Crate(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE, related_name="crates")

    class Loan(models.Model):
        crate = models.ForeignKey(Crate, models.SET_NULL, null=True)

    class Seal(models.Model):
        crate = models.ForeignKey(Crate, models.CASCADE)

    class Tear(models.Model):
        seal = models.ForeignKey(Seal, models.CASCADE)
"""
IMPORT = "    from stock.models import Crate, Loan, Seal, Shelf, Tear\n"
CRATES = "read stock_crate, read stock_seal, delete stock_crate, stock_seal, stock_tear, update stock_loan"


def test_what_points_at_an_empty_table_is_not_looked_for():
    check(
        f"""
{IMPORT}
    def flush():
        Crate.objects.all().delete()  # {CRATES}
        Shelf.objects.all().delete()  # read stock_shelf, stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_a_line_that_only_tells_stands_in_between():
    check(
        f"""
{IMPORT}
    def flush(command):
        Crate.objects.all().delete()  # {CRATES}
        command.stdout.write("Removed crates")
        print("Removed crates")
        Shelf.objects.all().delete()  # read stock_shelf, stock_crate, delete stock_shelf

    def flush_if(options):
        Crate.objects.all().delete()  # {CRATES}
        shelves = Shelf.objects.filter(pk__gt=1)
        if options.get("shelves"):
            shelves.delete()  # read stock_shelf, stock_crate, delete stock_shelf

    def flush_some():
        Crate.objects.all().delete()  # {CRATES}
        Crate.objects.create()  # insert stock_crate
        Shelf.objects.all().delete()  # {CRATES}, read stock_shelf, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "emptying",
    [
        "shelf.crates.all().delete()",
        "Crate.objects.filter(shelf=shelf).delete()",
        "Crate.objects.order_by('id').filter(shelf_id=shelf.id).delete()",
    ],
)
def test_the_rows_of_the_same_row(emptying):
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf):
        {emptying}  # {CRATES}
        shelf.delete()  # read stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_the_rows_of_a_loop():
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf):
        for crate in shelf.crates.all():  # read stock_crate
            crate.delete()  # read stock_seal, delete stock_crate, stock_seal, stock_tear, update stock_loan
        shelf.delete()  # read stock_crate, delete stock_shelf

    def remove_some(shelf: Shelf):
        for crate in shelf.crates.all():  # read stock_crate
            if crate.pk > 3:
                crate.delete()  # read stock_seal, delete stock_crate, stock_seal, stock_tear, update stock_loan
        shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_the_rows_that_were_locked():
    check(
        f"""
{IMPORT}
    def locked():
        return Crate.objects.order_by("id").select_for_update()  # read stock_crate

    def remove(shelf: Shelf):
        crates = locked().filter(shelf_id=shelf.id)  # read stock_crate
        Crate.objects.filter(id__in=crates).delete()  # {CRATES}
        shelf.delete()  # read stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "leaving",
    [
        "shelf.crates.filter(id=number).delete()",
        "Crate.objects.filter(shelf=other).delete()",
        "Crate.objects.filter(shelf=shelf, id=number).delete()",
        "other.crates.all().delete()",
        "Crate.objects.filter(id=number).delete()",
    ],
)
def test_rows_that_may_be_left(leaving):
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf, other: Shelf, number):
        {leaving}  # {CRATES}
        shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_what_happens_in_between_may_fill_it_again():
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf):
        shelf.crates.all().delete()  # {CRATES}
        print(shelf)
        shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_a_manager_that_leaves_rows_out():
    check(
        f"""
{IMPORT}
    def flush():
        Crate.objects.all().delete()  # {CRATES}
        Shelf.objects.all().delete()  # {CRATES}, read stock_shelf, delete stock_shelf
    """,
        models=SHELVES.replace(
            "    class Crate(models.Model):",
            """    class Fresh(models.Manager):
        def get_queryset(self):
            return super().get_queryset().filter(shelf__gt=1)  # read stock_crate

    class Crate(models.Model):
        objects = Fresh()""",
        ),
    )


@pytest.mark.parametrize("query", ["Shelf.objects.filter(crates=None)", "Shelf.objects.filter(crates__isnull=True)"])
def test_rows_that_nothing_points_at(query):
    check(
        f"""
{IMPORT}
    def tidy():
        {query}.delete()  # read stock_shelf, stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "question",
    [
        "not shelf.crates.exists()",
        "not shelf.crates.all().exists()",
        "number and not shelf.crates.exists()",
        "shelf.crates.count() == 0",
        "not Crate.objects.filter(shelf=shelf).exists()",
        "not (shelf.crates.exists() or number)",
    ],
)
def test_a_test_that_has_found_none(question):
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf, number):
        if {question}:  # read stock_crate
            shelf.delete()  # read stock_crate, delete stock_shelf

    def remove_empty(shelves, number):
        for shelf in Shelf.objects.all():  # read stock_shelf
            if {question}:  # read stock_crate
                print(shelf)
            elif number:
                shelf.delete()  # {CRATES}, delete stock_shelf
            else:
                continue
            shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize("leaving", ["raise ValueError", "return"])
def test_a_test_that_leaves_where_there_are_some(leaving):
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf, number):
        if shelf.crates.exists():  # read stock_crate
            {leaving}
        print(number)
        with open(number):
            shelf.delete()  # read stock_crate, delete stock_shelf
    def remove_other(shelf: Shelf, other: Shelf):
        if shelf.crates.count() > 0:  # read stock_crate
            {leaving}
        other.delete()  # {CRATES}, delete stock_shelf
        shelf = other
        shelf.delete()  # {CRATES}, delete stock_shelf
    def remove_all(shelf: Shelf):
        if shelf.crates.exists():  # read stock_crate
            {leaving}
        for shelf in Shelf.objects.all():  # read stock_shelf
            shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "question",
    ["shelf.crates.exists()", "not shelf.crates.filter(id=number).exists()", "not shelf.crates.exists() or number"],
)
def test_a_test_that_may_have_found_some(question):
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf, number):
        if {question}:  # read stock_crate
            shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_statements_that_run_on_what_is_empty_are_not_proved():
    check(
        f"""
{IMPORT}
    def flush():
        Crate.objects.all().delete()  # {CRATES}, delete stock_label
        Shelf.objects.all().delete()  # read stock_shelf, stock_crate, delete stock_shelf, stock_label possible

    def flush_shelves():
        Shelf.objects.all().delete()  # {CRATES}, read stock_shelf, delete stock_shelf, stock_label proved
    """,
        models=SHELVES
        + """
    class Label(models.Model):
        crate = models.ForeignKey(Crate, models.CASCADE)
        shelf = models.ForeignKey(Shelf, models.CASCADE)
""",
    )


def test_rows_that_need_not_have_gone_along_may_be_left():
    check(
        f"""
{IMPORT}
    def flush():
        Crate.objects.all().delete()  # {CRATES}, read stock_claim, delete stock_claim, stock_note, update stock_bill proved
        Shelf.objects.all().delete()  # read stock_shelf, stock_crate, stock_claim, delete stock_shelf, stock_claim inferred, stock_note inferred, update stock_bill inferred

    def flush_shelves():
        Shelf.objects.all().delete()  # {CRATES}, read stock_shelf, stock_claim, delete stock_shelf, stock_claim proved, stock_note proved, update stock_bill proved
    """,
        models=SHELVES
        + """
    class Claim(models.Model):
        crate = models.ForeignKey(Crate, models.CASCADE, null=True)
        shelf = models.ForeignKey(Shelf, models.CASCADE, null=True)

    class Note(models.Model):
        claim = models.ForeignKey(Claim, models.CASCADE)

    class Bill(models.Model):
        claim = models.ForeignKey(Claim, models.SET_NULL, null=True)
""",
    )


@pytest.mark.parametrize(
    "emptying",
    [
        "Crate.objects.filter(shelf__in=numbers).delete()",
        "Crate.objects.filter(shelf_id__in=numbers).delete()",
        "Crate.objects.filter(id__in=Crate.objects.filter(shelf_id__in=numbers).values_list('id', flat=True)).delete()",
        "Crate.objects.filter(id__in=locked().filter(shelf_id__in=numbers).values('pk')).delete()",
        "count, _ = Crate.objects.filter(shelf_id__in=numbers).delete()",
    ],
)
def test_the_rows_of_some_rows(emptying):
    check(
        f"""
{IMPORT}
    def locked():
        return Crate.objects.order_by("id").select_for_update()  # read stock_crate

    def remove(numbers):
        {emptying}  # {CRATES}
        Shelf.objects.filter(pk__in=numbers).delete()  # read stock_shelf, stock_crate, delete stock_shelf

    def remove_locked(numbers):
        {emptying}  # {CRATES}
        found = list(Shelf.objects.select_for_update().filter(id__in=numbers).values_list("pk", flat=True))  # read stock_shelf
        Shelf.objects.filter(pk__in=found, pk__gt=3).delete()  # read stock_shelf, stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "leaving",
    [
        "Crate.objects.filter(shelf__in=others).delete()",
        "Crate.objects.filter(shelf__in=numbers, id__gt=3).delete()",
        "Crate.objects.filter(id__in=Crate.objects.filter(shelf__in=numbers).values_list('shelf')).delete()",
        "Crate.objects.filter(id__in=numbers).delete()",
    ],
)
def test_rows_of_some_rows_that_may_be_left(leaving):
    check(
        f"""
{IMPORT}
    def remove(numbers, others):
        {leaving}  # {CRATES}
        Shelf.objects.filter(pk__in=numbers).delete()  # {CRATES}, read stock_shelf, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_other_keys_of_the_same_name():
    check(
        f"""
{IMPORT}
    def remove(numbers):
        Crate.objects.filter(shelf__in=numbers).delete()  # {CRATES}
        numbers = list(Shelf.objects.values_list("pk", flat=True))  # read stock_shelf
        Shelf.objects.filter(pk__in=numbers).delete()  # {CRATES}, read stock_shelf, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_the_rows_of_a_loop_that_calls_a_method():
    check(
        f"""
{IMPORT}
    def remove(shelf: Shelf):
        for crate in shelf.crates.all():  # read stock_crate
            crate.withdraw()
        shelf.delete()  # read stock_crate, delete stock_shelf

    def remove_marked(shelf: Shelf):
        for crate in shelf.crates.all():  # read stock_crate
            crate.mark()
        shelf.delete()  # {CRATES}, delete stock_shelf
    """,
        models=SHELVES.replace(
            """related_name="crates")
""",
            f"""related_name="crates")

        def withdraw(self):
            rows = Crate.objects.filter(id=self.id)
            try:
                rows.delete()  # {CRATES}
            except ValueError:
                rows.delete()  # {CRATES}

        def mark(self):
            if self.shelf_id:
                return
            self.delete()  # read stock_seal, delete stock_crate, stock_seal, stock_tear, update stock_loan
""",
        ),
    )


def test_the_rows_of_rows_in_a_list():
    check(
        f"""
{IMPORT}
    def remove(shelves):
        crates = tuple(Crate.objects.order_by("id").filter(shelf__in=shelves).values_list("pk", flat=True))  # read stock_crate
        Crate.objects.filter(pk__in=crates).delete()  # {CRATES}
        found = tuple(Shelf.objects.filter(pk__in=[shelf.pk for shelf in shelves]).values_list("pk", flat=True))  # read stock_shelf
        Shelf.objects.filter(pk__in=found).delete()  # read stock_shelf, stock_crate, delete stock_shelf

    def remove_others(shelves):
        Crate.objects.filter(shelf__in=shelves).delete()  # {CRATES}
        Shelf.objects.filter(pk__in=[shelf.place for shelf in shelves]).delete()  # {CRATES}, read stock_shelf, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_a_statement_for_rows_that_the_query_leaves_out_still_runs():
    check(
        f"""
{IMPORT}
    def tidy():
        Seal.objects.filter(tear=None).delete()  # read stock_seal, stock_tear, delete stock_seal proved, stock_tear inferred
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "query",
    [
        "Line.objects.filter(pk__in=5)",
        "Line.objects.filter(pk__in=None)",
        "Line.objects.filter(wish__in=True).values_list(name)",
        "Line.objects.values_list(F('pk'))",
        "Line.objects.values_list(*names)",
        "list(Line.objects.values_list(name))",
        "Line.objects.filter(pk__in=Line.objects.values_list(name))",
    ],
)
@pytest.mark.parametrize(
    "last", ["wish.delete()", "Wish.objects.filter(pk__in=found).delete()", "Wish.objects.filter(pk=None).delete()"]
)
def test_keys_that_are_no_names(query, last):
    """What stands where keys might is looked at, whatever it is."""
    found = accesses_of(f"""
        from django.db.models import F

        def forget(wish: Wish, name, names):
            found = {query}
            Line.objects.filter(pk__in=found).delete()
            {last}
    """)
    assert {(access.line, access.table) for access in found if access.action == "delete" and access.cause is None} == {
        (6, "shop_line"),
        (7, "shop_wish"),
    }


def test_a_query_with_a_name_of_its_own():
    check(
        f"""
{IMPORT}
    def flush():
        crates = Crate.objects.all()
        crates.delete()  # {CRATES}
        shelves = Shelf.objects.all()
        shelves.delete()  # read stock_shelf, stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


def test_what_a_called_function_has_emptied():
    check(
        f"""
{IMPORT}
    class Import:
        def flush(self):
            self._flush_crates()
            Shelf.objects.all().delete()  # read stock_shelf, stock_crate, delete stock_shelf

        def _flush_crates(self):
            \"\"\"Flush what lies on shelves.\"\"\"
            _flush_seals()
            Crate.objects.all().delete()  # read stock_crate, stock_seal, delete stock_crate, update stock_loan

    def _flush_seals():
        Seal.objects.all().delete()  # read stock_seal, delete stock_seal, stock_tear
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "body",
    [
        "if some: return\n        Crate.objects.all().delete()",
        "if some: Crate.objects.all().delete()",
        "Crate.objects.all().delete(); some.fill()",
        "Crate.objects.all().delete(); some = Crate.objects.create()",
        "Crate.objects.filter(pk__gt=some).delete()",
        "for crate in Crate.objects.all(): crate.refresh_from_db()",
        "_flush_crates(some)",
    ],
)
def test_a_called_function_that_may_leave_some(body):
    found = accesses_of(
        f"""
{IMPORT}
    def flush(some):
        _flush_crates(some)
        Shelf.objects.all().delete()

    def _flush_crates(some):
        {body}
    """,
        models=SHELVES,
    )
    assert ("delete", "stock_crate") in {(each.action, each.table) for each in found if each.line == 6}


def test_what_the_only_callers_have_emptied():
    check(
        f"""
{IMPORT}
    class Import:
        def flush(self):
            \"\"\"Flush all.\"\"\"
            Crate.objects.all().delete()  # {CRATES}
            self._flush_shelves()

        def _flush_shelves(self):
            self._flush_them()

        def _flush_them(self):
            Shelf.objects.all().delete()  # read stock_shelf, stock_crate, delete stock_shelf
    """,
        models=SHELVES,
    )


@pytest.mark.parametrize(
    "caller",
    [
        "_flush_shelves()",
        "Crate.objects.create(); _flush_shelves()",
        "flush(); flush_again(); _flush_shelves()",
        "for crate in Crate.objects.all(): crate.refresh_from_db()\n        _flush_shelves()",
    ],
)
def test_what_one_of_two_callers_has_not_emptied(caller):
    found = accesses_of(
        f"""
{IMPORT}
    def flush():
        Crate.objects.all().delete()
        _flush_shelves()

    def flush_again():
        {caller}

    def _flush_shelves():
        Shelf.objects.all().delete()
    """,
        models=SHELVES,
    )
    last = max(each.line for each in found)
    assert ("delete", "stock_crate") in {(each.action, each.table) for each in found if each.line == last}
