"""Whatever names are called, each format is read back with exactly the expected nodes and lines, by its own readers."""

import csv as standard
import io
import itertools
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import msgspec
import networkx as nx
import pytest

from cutpoint.domain.picture import Level, Of, Picture
from cutpoint.emit.pictures.csv import COLUMNS, cell, csv
from cutpoint.emit.pictures.dot import dot
from cutpoint.emit.pictures.graphml import graphml
from cutpoint.emit.pictures.labels import MOST_CHARACTERS, drawable, shown
from cutpoint.emit.pictures.mermaid import MOST_LINES, mermaid
from cutpoint.emit.pictures.node_link_json import node_link_json
from cutpoint.emit.pictures.text import picture_page
from cutpoint.emit.terminal_page import plain_page
from tests.support.odd_texts import harmless, odd_texts
from tests.support.pictures import a_hostile_picture, a_picture

TEXTS = list(dict.fromkeys(odd_texts()))
HOSTILE = a_hostile_picture(TEXTS)
EMPTY = Picture("nothing", Of.IMPORTS, Level.APP, (), ())
ALONE = a_picture(["only"], [])
FORMATS = [dot, graphml, node_link_json, mermaid, csv]
SVG = "{http://www.w3.org/2000/svg}"

needs_graphviz = pytest.mark.skipif(
    shutil.which("dot") is None, reason="leaves out that Graphviz reads DOT as it is meant: apt install graphviz"
)


def rendered(picture):
    done = subprocess.run(["dot", "-Tsvg"], input=dot(picture).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return ET.fromstring(done.stdout)


def texts_of(group):
    # Graphviz shows runs of blanks as no-break ones.
    return "".join("".join(part.itertext()) for part in group.iter(f"{SVG}text")).replace("\xa0", " ")


@needs_graphviz
def test_graphviz_draws_exactly_the_expected_nodes():
    svg = rendered(HOSTILE)
    groups = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "node"]
    drawn = {group.find(f"{SVG}title").text: texts_of(group) for group in groups}
    expected = {f"n{at}": shown(node.label) for at, node in enumerate(HOSTILE.nodes)}
    assert {key: value.strip() for key, value in drawn.items()} == {
        key: value.replace("\xa0", " ").strip() for key, value in expected.items()
    }
    lines = [group.find(f"{SVG}title").text for group in svg.iter(f"{SVG}g") if group.get("class") == "edge"]
    assert len(lines) == len(HOSTILE.arrows)
    clusters = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "cluster"]
    assert len(clusters) == len(HOSTILE.clusters)


@needs_graphviz
@pytest.mark.parametrize("picture", [EMPTY, ALONE], ids=["empty", "alone"])
def test_graphviz_draws_hardly_anything_as_well(picture):
    groups = [group for group in rendered(picture).iter(f"{SVG}g") if group.get("class") == "node"]
    assert len(groups) == len(picture.nodes)


def test_networkx_reads_graphml_back():
    read = nx.parse_graphml(graphml(HOSTILE), force_multigraph=True)
    assert [data["label"] for _, data in read.nodes(data=True)] == [drawable(node.label) for node in HOSTILE.nodes]
    assert read.number_of_edges() == len(HOSTILE.arrows)
    ids = {node.id: drawable(node.id) for node in HOSTILE.nodes}
    assert {(one, other) for one, other in read.edges()} == {
        (ids[arrow.source], ids[arrow.target]) for arrow in HOSTILE.arrows
    }


def test_networkx_reads_json_back():
    # A lone surrogate is what JSON in UTF-8 cannot hold.
    picture = a_hostile_picture([text for text in TEXTS if "\udcff" not in text])
    read = nx.node_link_graph(msgspec.json.decode(node_link_json(picture)), edges="edges")
    assert read.is_directed()
    assert {name: data["label"] for name, data in read.nodes(data=True)} == {
        node.id: node.label for node in picture.nodes
    }
    assert {(one, other, data["count"]) for one, other, data in read.edges(data=True)} == {
        (arrow.source, arrow.target, arrow.count) for arrow in picture.arrows
    }


def read_mermaid(text):
    """(labels by name, pairs of names): a reader of the few forms that are written, which refuses everything else."""
    labels, lines, depth = {}, [], 0

    def plain(quoted):
        return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), quoted)

    first, *rest = text.splitlines()
    assert first == "flowchart LR"
    for line in rest:
        if found := re.fullmatch(r'  subgraph c\d+\["([^"]*)"\]', line):
            depth += 1
        elif line == "  end":
            depth -= 1
        elif found := re.fullmatch(r' +(n\d+)\["([^"]*)"\]', line):
            labels[found[1]] = plain(found[2])
        elif found := re.fullmatch(r'  (n\d+) (?:-->|-\.->|-\.-)\|"[^"]*"\| (n\d+)', line):
            lines.append((found[1], found[2]))
        else:
            assert line.startswith("  %% the "), line
    assert depth == 0
    return labels, lines


def test_mermaid_is_read_back():
    labels, lines = read_mermaid(mermaid(HOSTILE))
    assert labels == {f"n{at}": shown(node.label) for at, node in enumerate(HOSTILE.nodes)}
    assert len(lines) == len(HOSTILE.arrows)


def test_mermaid_holds_nothing_that_markdown_or_html_would_take():
    assert not re.search(r"[<`\\]|-->.*-->|]]>", mermaid(HOSTILE))


def test_mermaid_draws_the_heaviest_lines_of_many_and_says_so():
    names = [f"a{number}" for number in range(MOST_LINES + 20)]
    text = mermaid(a_picture(names, list(itertools.pairwise(names))))
    assert f"the {MOST_LINES} heaviest of {len(names) - 1} lines" in text
    assert len(read_mermaid(text)[1]) == MOST_LINES


def test_csv_is_read_back_and_starts_no_formula():
    rows = list(standard.reader(io.StringIO(csv(HOSTILE), newline="")))
    assert rows[0] == list(COLUMNS)
    labels = {node.id: node.label for node in HOSTILE.nodes}
    assert [(row[0], row[2]) for row in rows[1:]] == [
        (cell(labels[arrow.source]), cell(labels[arrow.target])) for arrow in HOSTILE.arrows
    ]
    assert cell("=1+1") == "'=1+1"
    assert not [entry for row in rows for entry in row if entry.startswith(("=", "+", "-", "@"))]


def test_text_says_the_counts_and_nothing_that_steers():
    assert harmless(plain_page(picture_page(HOSTILE), 100))
    assert harmless(plain_page(picture_page(HOSTILE, verbose=True), 100))
    small = plain_page(picture_page(a_picture(["a", "b"], [("a", "b")])), 100)
    assert "2 nodes and 1 line: 1 write." in small


@pytest.mark.parametrize("write", FORMATS, ids=lambda write: write.__name__)
def test_hardly_anything_is_written_as_well(write):
    assert write(EMPTY).endswith("\n")
    assert "only" in write(ALONE) or write is csv


def test_text_of_hardly_anything_says_so():
    assert "1 app, and nothing leads from one to another." in plain_page(picture_page(ALONE), 100)
    assert "0 apps" in plain_page(picture_page(EMPTY), 100)


@pytest.mark.parametrize("write", FORMATS, ids=lambda write: write.__name__)
def test_the_same_picture_gives_the_same_text(write):
    assert write(HOSTILE) == write(a_hostile_picture(TEXTS))


def test_a_long_name_loses_its_middle():
    text = shown("a" * 300 + "b" * 300)
    assert len(text) <= MOST_CHARACTERS
    assert text.startswith("aaa")
    assert text.endswith("bbb")
