"""The ways in which a cache is damaged: the file of a whole one goes in, and is another one afterwards."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeAlias


class Others(NamedTuple):
    """Files of other caches: of an *earlier* state of the same tree, and of that state by an *older_version*."""

    earlier: Path
    older_version: Path


Damage: TypeAlias = Callable[[Path, random.Random, Others], None]
_ODD = (None, -1, 2**62, 0.5, "text", b"", b"\xff" * 40)
_PAGE = 4_096


def _flip_bits(file: Path, chance: random.Random, _others: Others) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 10, 100, 1_000))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _flip_in_head(file: Path, chance: random.Random, _others: Others) -> None:
    data = bytearray(file.read_bytes())
    data[chance.randrange(100)] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _cut_short(file: Path, chance: random.Random, _others: Others) -> None:
    os.truncate(file, chance.randrange(file.stat().st_size))


def _mix_pages(file: Path, chance: random.Random, _others: Others) -> None:
    data = bytearray(file.read_bytes())
    one, two = (_PAGE * chance.randrange(len(data) // _PAGE) for _ in range(2))
    data[one : one + _PAGE], data[two : two + _PAGE] = data[two : two + _PAGE], data[one : one + _PAGE]
    file.write_bytes(data)


def _in_tables(change: Callable[[sqlite3.Connection, str, list[str], random.Random], None]) -> Damage:
    def damage(file: Path, chance: random.Random, _others: Others) -> None:
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


def _flip_in_entries(file: Path, chance: random.Random, _others: Others) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for key, entry in connection.execute("SELECT key, entry FROM entries ORDER BY key").fetchall():
            data = bytearray(entry)
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            connection.execute("UPDATE entries SET entry = ? WHERE key = ?", (bytes(data), key))


def _put_a_view(connection: sqlite3.Connection, table: str, columns: list[str], _chance: random.Random) -> None:
    connection.execute(f"ALTER TABLE {table} RENAME TO moved")
    connection.execute(f"CREATE VIEW {table} AS SELECT {', '.join(columns)} FROM moved")  # noqa: S608


def _put_a_trigger(connection: sqlite3.Connection, table: str, _columns: list[str], _chance: random.Random) -> None:
    connection.execute(f"CREATE TRIGGER odd AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END")  # noqa: S608


def _write_an_older_shape(file: Path, _chance: random.Random, others: Others) -> None:
    """What a version wrote that had other tables and no seals, with what an earlier state of the tree had in it."""
    file.unlink()
    with closing(sqlite3.connect(others.earlier)) as connection:
        rows = connection.execute("SELECT key, entry FROM entries").fetchall()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(
            "CREATE TABLE meta (version TEXT NOT NULL); CREATE TABLE facts (key BLOB PRIMARY KEY, blob BLOB);"
            "CREATE TABLE results (key TEXT PRIMARY KEY, blob BLOB, day INTEGER); INSERT INTO meta VALUES ('1:0.1');"
        )
        connection.executemany("INSERT INTO facts VALUES (?, ?)", rows)


def _put_an_older_version(file: Path, _chance: random.Random, others: Others) -> None:
    """Whole and sealed, but by another cutpoint, of an earlier state of the tree."""
    file.unlink()
    shutil.copy(others.older_version, file)


def _put_entries_of_another(file: Path, chance: random.Random, others: Others) -> None:
    """Whole and valid entries of an earlier state, or an older version, under keys of the present one."""
    with closing(sqlite3.connect(chance.choice(others))) as connection:
        entries = connection.execute("SELECT entry FROM entries ORDER BY key").fetchall()
    with closing(sqlite3.connect(file)) as connection, connection:
        keys = connection.execute("SELECT key FROM entries ORDER BY key").fetchall()
        some = [key for key in keys if chance.random() < chance.choice((0.1, 1.0))]
        connection.executemany(
            "UPDATE entries SET entry = ? WHERE key = ?", [(*chance.choice(entries), *key) for key in some]
        )


def _put_pages_of_another(file: Path, chance: random.Random, others: Others) -> None:
    """As when two runs had written to one file without a lock."""
    data, other = bytearray(file.read_bytes()), chance.choice(others).read_bytes()
    for _ in range(chance.choice((1, 3, 10))):
        start = _PAGE * chance.randrange(1, min(len(data), len(other)) // _PAGE)
        data[start : start + _PAGE] = other[start : start + _PAGE]
    file.write_bytes(data)


def _empty_the_end(file: Path, chance: random.Random, _others: Others) -> None:
    """As after a crash of the machine: the size is there, and the content is not."""
    size = file.stat().st_size
    os.truncate(file, chance.randrange(size))
    os.truncate(file, size)


def _take_entries_away(file: Path, chance: random.Random, _others: Others) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        keys = connection.execute("SELECT key FROM entries ORDER BY key").fetchall()
        connection.executemany("DELETE FROM entries WHERE key = ?", [key for key in keys if chance.random() < 0.5])


def _write_nonsense(file: Path, chance: random.Random, _others: Others) -> None:
    file.write_bytes(chance.randbytes(chance.choice((0, 10, 100, 10_000))))


DAMAGES: dict[str, Damage] = {
    "bits flipped anywhere": _flip_bits,
    "a bit flipped in the head": _flip_in_head,
    "a bit flipped in each entry": _flip_in_entries,
    "cut short": _cut_short,
    "zeros at the end": _empty_the_end,
    "two pages in each other's place": _mix_pages,
    "pages of another cache": _put_pages_of_another,
    "valid values under other keys": _in_tables(_swap_values),
    "entries of another cache under other keys": _put_entries_of_another,
    "values of other types": _in_tables(_write_odd_values),
    "entries taken away": _take_entries_away,
    "a view in the place of a table": _in_tables(_put_a_view),
    "a trigger": _in_tables(_put_a_trigger),
    "an older version": _put_an_older_version,
    "an older version with other tables": _write_an_older_shape,
    "something else": _write_nonsense,
}
