"""What becomes of a run whose cache was damaged: prints figures, and exits with 1 when one of them is bad.

    python benchmarks/damage_caches.py [TREE] [--damages 1000] [--seed 1]

The tree (by default the bookshop among the fixtures) is read once without a cache. Then whole caches are damaged, one way
each time, and read: half of them hold the answer, and half only the facts, because other options filled them. The report
must be that without a cache, byte for byte, and so must that of the run after it, on whatever the first one left behind.
"""

import argparse
import os
import random
import shutil
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from measured import CHECKOUT, temporary_folder

from cutpoint.domain.project import Options
from cutpoint.emit.json_report import json_report
from cutpoint.pipeline import analyze

Damage = Callable[[Path, random.Random], None]
_ODD = (None, -1, 2**62, 0.5, "text", b"", b"\xff" * 40)


def main() -> None:
    """Damage as often as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path, nargs="?", default=CHECKOUT / "fixtures" / "bookshop")
    parser.add_argument("--damages", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    tree = str(given.tree.resolve())
    right = _report(tree, None)
    done: Counter[str] = Counter()
    bad: list[str] = []
    with temporary_folder() as folder:
        whole = (folder / "answer", folder / "facts")
        _report(tree, whole[0])
        analyze(Options(root=tree, cache_dir=str(whole[1]), workers=1, include_migrations=True))
        for number in range(given.damages):
            chance = random.Random(f"{given.seed} {number}")  # noqa: S311 (no secret)
            name, damage = chance.choice(DAMAGES)
            cache = folder / "damaged"
            shutil.rmtree(cache, ignore_errors=True)
            shutil.copytree(whole[number % 2], cache)
            damage(cache / "facts.sqlite", chance)
            done[name] += 1
            bad += [
                f"{number} {name}: {turn} {what}"
                for turn in ("first", "second")
                if (what := _wrong(tree, cache, right))
            ]
    for name, count in sorted(done.items()):
        print(f"{count:6,}  {name}")
    print(f"{given.damages:6,}  damages, {2 * given.damages:,} runs, {len(bad):,} of them bad")
    print("\n".join(bad[:20]))
    sys.exit(bool(bad))


def _wrong(tree: str, cache: Path, right: str) -> str:
    try:
        return "" if _report(tree, cache) == right else "gave another report"
    except Exception:  # noqa: BLE001 (it is what is counted)
        return traceback.format_exc()


def _report(tree: str, cache: Path | None) -> str:
    return json_report(analyze(Options(root=tree, cache_dir=None if cache is None else str(cache), workers=1)))


def _flip_bits(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 10, 100, 1_000))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _flip_in_head(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    data[chance.randrange(100)] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _cut_short(file: Path, chance: random.Random) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size))


def _mix_pages(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    one, two = (4_096 * chance.randrange(len(data) // 4_096) for _ in range(2))
    data[one : one + 4_096], data[two : two + 4_096] = data[two : two + 4_096], data[one : one + 4_096]
    file.write_bytes(data)


def _in_tables(change: Callable[[sqlite3.Connection, str, list[str], random.Random], None]) -> Damage:
    def damage(file: Path, chance: random.Random) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
            table = chance.choice([name for (name,) in found])
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            change(connection, table, columns, chance)

    return damage


def _swap_values(connection: sqlite3.Connection, table: str, columns: list[str], chance: random.Random) -> None:
    """Whole and valid values, each under the key of another."""
    key, value = columns[0], columns[-1]
    rows = connection.execute(f"SELECT {key}, {value} FROM {table}").fetchall()  # noqa: S608
    values = [row[1] for row in rows]
    chance.shuffle(values)
    changes = [(new, row[0]) for row, new in zip(rows, values, strict=True)]
    connection.executemany(f"UPDATE {table} SET {value} = ? WHERE {key} = ?", changes)  # noqa: S608


def _write_odd_values(connection: sqlite3.Connection, table: str, columns: list[str], chance: random.Random) -> None:
    column, odd = columns[-1], chance.choice(_ODD)
    connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (odd,))  # noqa: S608


def _flip_in_values(connection: sqlite3.Connection, table: str, columns: list[str], chance: random.Random) -> None:
    key, value = columns[0], columns[-1]
    for name, content in connection.execute(f"SELECT {key}, {value} FROM {table}").fetchall():  # noqa: S608
        if isinstance(content, bytes) and content:
            data = bytearray(content)
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            connection.execute(f"UPDATE {table} SET {value} = ? WHERE {key} = ?", (bytes(data), name))  # noqa: S608


def _put_a_view(connection: sqlite3.Connection, table: str, columns: list[str], _chance: random.Random) -> None:
    connection.execute(f"ALTER TABLE {table} RENAME TO moved")
    connection.execute(f"CREATE VIEW {table} AS SELECT {', '.join(columns)} FROM moved")  # noqa: S608


def _put_a_trigger(connection: sqlite3.Connection, table: str, _columns: list[str], _chance: random.Random) -> None:
    connection.execute(f"CREATE TRIGGER odd AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END")  # noqa: S608


def _write_an_older_one(file: Path, _chance: random.Random) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(
            "CREATE TABLE meta (version TEXT NOT NULL); CREATE TABLE facts (key BLOB PRIMARY KEY, blob BLOB);"
            "CREATE TABLE results (key TEXT PRIMARY KEY, blob BLOB, day INTEGER); INSERT INTO meta VALUES ('1:0.1');"
        )


def _write_nonsense(file: Path, chance: random.Random) -> None:
    file.write_bytes(chance.randbytes(chance.choice((0, 10, 100, 10_000))))


DAMAGES: tuple[tuple[str, Damage], ...] = (
    ("bits flipped anywhere", _flip_bits),
    ("a bit flipped in the head", _flip_in_head),
    ("cut short", _cut_short),
    ("two pages in each other's place", _mix_pages),
    ("valid values under other keys", _in_tables(_swap_values)),
    ("values of other types", _in_tables(_write_odd_values)),
    ("a bit flipped in each value", _in_tables(_flip_in_values)),
    ("a view in the place of a table", _in_tables(_put_a_view)),
    ("a trigger", _in_tables(_put_a_trigger)),
    ("an older version", _write_an_older_one),
    ("something else", _write_nonsense),
)


if __name__ == "__main__":
    main()
