"""Draws of real projects: repeatable, and never one that was opened for the purpose."""

from pathlib import Path

from benchmarks.draw_projects import drawn

POOL = (
    "# comment\n" + "".join(f"p{n}\tc{n}\t-\t-\n" for n in range(9)) + "seen\tc\t2026-12-02\tcuts gate\nlost\t-\t-\t-\n"
)


def test_one_seed_draws_one_sample():
    assert drawn(POOL, "cuts", "1", 4) == drawn(POOL, "cuts", "1", 4)
    assert drawn(POOL, "cuts", "1", 4) != drawn(POOL, "cuts", "2", 4)


def test_what_was_opened_for_the_purpose_is_not_drawn_for_it_again():
    assert "seen" not in dict(drawn(POOL, "cuts", "1", 99))
    assert "seen" in dict(drawn(POOL, "page", "1", 99))


def test_a_project_whose_commit_nobody_knows_cannot_be_drawn():
    assert len(drawn(POOL, "cuts", "1", 99)) == 9
    assert "lost" not in dict(drawn(POOL, "cuts", "1", 99))


def test_the_list_of_projects_has_four_columns_and_names_each_once():
    text = Path(__file__).parents[2].joinpath("benchmarks/projects.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {4}
    assert len({row[0] for row in rows}) == len(rows)
