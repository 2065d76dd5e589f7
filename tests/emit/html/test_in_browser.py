"""The page in Chromium, as people use it: by mouse, by keyboard, and by the address that somebody sent them."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest

from cutpoint.domain.gate import Gate
from cutpoint.domain.picture import Level, Of
from cutpoint.domain.service import Service
from cutpoint.draw.draw import draw
from cutpoint.emit.safe import visible
from cutpoint.relate.circles import import_circles
from cutpoint.relate.import_graph import app_import_graph
from cutpoint.relate.services import services_of
from tests.support.bookshop import a_bookshop, a_hostile_monolith
from tests.support.builders import (
    a_catalog,
    a_model,
    a_module,
    a_relation,
    an_access,
    an_analysis,
    an_app,
    an_import,
)
from tests.support.odd_texts import odd_texts
from tests.support.pages import Unsearched, page_text

AXE = Path(__file__).parent / "vendor/axe.min.js"
WORDS = {"write": "writes", "read": "reads", "join": "joins", "module": "imports at start", "function": "imports in functions",
         "typing": "imports for typing", "fk": "foreign keys", "o2o": "one-to-one", "m2m": "many-to-many", "parent": "inheritance",
         "generic_relation": "generic", "call": "calls", "later": "calls after commit", "task": "tasks"}  # fmt: skip
KINDS = {
    Of.QUERIES: "write%2Cread%2Cjoin",
    Of.IMPORTS: "module%2Cfunction%2Ctyping",
    Of.MODELS: "fk%2Co2o%2Cm2m%2Cparent%2Cgeneric_relation",
    Of.CALLS: "call%2Clater%2Ctask",
}


def opened(analysis):
    return "%0A".join(f"app%3A{app.label}" for app in analysis.catalog.apps)


def said_of(picture):
    """What the table below the map has to say."""
    labels = {node.id: node.label for node in picture.nodes}
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for arrow in picture.arrows:
        places = f"{WORDS[arrow.kind]} in {arrow.count:,} place{'' if arrow.count == 1 else 's'}"
        found.setdefault((labels[arrow.source], labels[arrow.target]), []).append(
            (list(WORDS).index(arrow.kind), places)
        )
    return {(*ends, ", ".join(said for _, said in sorted(kinds))) for ends, kinds in found.items()}


@pytest.mark.parametrize("of", list(KINDS))
def test_apps_need_each_other_as_the_command_line_says(watched, bookshop, bookshop_file, of):
    watched.open(bookshop_file, f"#of={of}&kinds={KINDS[of]}&theirs=1")
    assert watched.lines() == said_of(draw(bookshop, None, of, Level.APP))


def test_models_are_needed_as_the_command_line_says(watched, bookshop, bookshop_file):
    state = f"#of=models&kinds={KINDS[Of.MODELS]}&theirs=1&open={opened(bookshop)}"
    watched.open(bookshop_file, state)
    assert watched.lines() == said_of(draw(bookshop, None, Of.MODELS, Level.MODEL))


def test_modules_import_as_the_command_line_says(watched, bookshop, bookshop_file):
    watched.open(bookshop_file, f"#of=imports&kinds={KINDS[Of.IMPORTS]}&inside=module&open={opened(bookshop)}")
    in_apps = {module.name for module in bookshop.catalog.modules if module.app}
    told = {line for line in said_of(draw(bookshop, None, Of.IMPORTS, Level.MODULE)) if in_apps.issuperset(line[:2])}
    assert watched.lines() == told


def test_services_open_to_their_apps_and_these_to_their_models(watched, bookshop, tmp_path):
    gate = Gate(services=(Service("money", ("billing", "orders")), Service("people", ("customers", "reviews"))))
    services = services_of(bookshop.catalog, gate)
    file = tmp_path / "services.html"
    file.write_text(page_text(bookshop, services), "utf-8")
    kinds = KINDS[Of.QUERIES]
    watched.open(file, f"#kinds={kinds}&theirs=1")
    assert watched.lines() == said_of(draw(bookshop, services, Of.QUERIES, Level.SERVICE))
    every = "%0A".join(f"service%3A{name}" for name in services.names)
    watched.open(file, f"#kinds={kinds}&theirs=1&open={every}")
    watched.page.reload()
    assert watched.lines() == said_of(draw(bookshop, services, Of.QUERIES, Level.APP))
    watched.page.get_by_text("The nodes as a list").click()
    watched.page.get_by_role("button", name="Open billing", exact=True).click()
    assert "billing.Invoice" in watched.nodes()


def test_the_first_screen_says_what_matters(watched, bookshop, bookshop_file):
    page = watched.open(bookshop_file)
    figures = page.locator(".finding summary").all_text_contents()
    assert f"{sum(table.bucket == 'own' for table in bookshop.shared_tables)}shared tables" in figures
    assert "0import cycles" in figures or f"{len(bookshop.import_circles)}import cycles" in figures
    page.get_by_role("button", name="shop_order").first.click()
    assert page.locator("#panel h2").inner_text() == "shop_order"
    assert "orders 3" in page.locator("#panel").inner_text()


def test_a_transaction_leads_to_its_tables_and_its_line(watched, bookshop_file):
    page = watched.open(bookshop_file)
    page.get_by_role("button", name="services.place_order").click()
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "orders.services.place_order"
    assert "orders/services.py:13" in panel.inner_text()
    assert "def place_order" in panel.locator(".excerpt").inner_text()
    panel.get_by_role("button", name="billing_invoice").click()
    assert panel.locator("h2").inner_text() == "billing_invoice"


def test_a_circle_leads_to_the_imports_that_open_it(watched, tmp_path):
    catalog = a_catalog(
        apps=[an_app("a"), an_app("b")],
        modules=[a_module("a.views"), a_module("b.views")],
        imports=[an_import("a.views", "b.views", 3), an_import("b.views", "a.views", 4)],
    )
    graph = app_import_graph(catalog)
    file = tmp_path / "circle.html"
    file.write_text(page_text(an_analysis(catalog, app_imports=graph, import_circles=import_circles(graph))), "utf-8")
    page = watched.open(file)
    page.get_by_role("button", name="opens by moving 1 import").click()
    assert page.locator("#panel h2").inner_text() == "a ⇄ b"
    assert page.locator("#panel .need").count() == 1


def test_a_click_on_a_line_leads_to_its_source(watched, bookshop_file):
    page = watched.open(bookshop_file)
    at = page.evaluate(
        """() => {
            const map = document.getElementById("map");
            const frame = map.getBoundingClientRect();
            const middle = map._cyreg.cy.getElementById("app:billing\\napp:orders").renderedMidpoint();
            return [frame.x + middle.x, frame.y + middle.y];
        }"""
    )
    page.mouse.click(*at)
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "billing needs orders"
    entry = panel.locator(".need", has_text="billing/services.py:21")
    assert "update shop_order" in entry.inner_text()
    assert "order" in entry.locator(".meant").inner_text()
    assert "proved" in entry.inner_text() or "inferred" in entry.inner_text()


def test_an_app_opens_to_its_models_and_closes_again(watched, bookshop_file):
    page = watched.open(bookshop_file)
    assert "billing.Invoice" not in watched.nodes()
    page.get_by_text("The nodes as a list").click()
    page.get_by_role("button", name="Open billing", exact=True).click()
    assert "billing.Invoice" in watched.nodes()
    page.get_by_label("Inside of apps").select_option("table")
    assert "billing_invoice" in watched.nodes()
    page.get_by_role("button", name="Close all").click()
    assert "billing_invoice" not in watched.nodes()


def test_filters_narrow_what_is_drawn(watched, bookshop_file):
    page = watched.open(bookshop_file)
    writes = watched.lines()
    assert all("writes" in line[2] and "reads" not in line[2] for line in writes)
    page.get_by_label("reads", exact=True).check()
    assert any("reads" in line[2] for line in watched.lines())
    page.get_by_label("reads", exact=True).uncheck()
    page.get_by_label("Way").select_option("implicit")
    assert watched.lines() != writes
    page.get_by_label("Way").select_option("all")
    page.get_by_label("Certainty").select_option("proved")
    assert watched.lines() != writes
    page.get_by_label("Certainty").select_option("inferred")
    assert watched.lines() == writes
    page.get_by_label("writes", exact=True).uncheck()
    assert not watched.lines()


def test_search_finds_and_shows(watched, bookshop_file):
    page = watched.open(bookshop_file)
    page.keyboard.press("/")
    page.keyboard.type("orderline")
    assert page.locator("#found li").first.inner_text().startswith("orders.OrderLine")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "orders.OrderLine"
    assert "orders.OrderLine" in watched.nodes()
    page.keyboard.press("/")
    page.keyboard.type("no such thing")
    assert "Nothing is called so" in page.locator("#found").inner_text()


def test_ways_and_the_cheapest_cut(watched, bookshop_file):
    page = watched.open(bookshop_file)
    page.locator('[data-key="from"]').select_option("app:billing")
    page.locator('[data-key="to"]').select_option("app:customers")
    told = page.locator("#ways").inner_text()
    assert "The shortest way from billing to customers" in told
    cut = page.locator("#ways section").nth(1).locator("li").all_inner_texts()
    assert cut
    assert all("place" in line for line in cut)
    assert page.evaluate("document.getElementById('map')._cyreg.cy.edges('.cut').length") == len(cut)
    page.locator('[data-key="from"]').select_option("app:core")
    assert "does not need" in page.locator("#ways").inner_text()


def test_the_map_is_walked_by_keyboard(watched, bookshop_file):
    page = watched.open(bookshop_file)
    page.locator("#map").focus()
    first = page.locator("#said").inner_text()
    assert "needs" in first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.locator("#said").inner_text() != first
    where = page.locator("#said").inner_text().partition(",")[0]
    page.keyboard.press("Space")
    assert page.locator("#panel h2").inner_text() == where
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "map"
    before = len(watched.nodes())
    page.keyboard.press("Enter")
    assert len(watched.nodes()) != before


def test_everything_can_be_reached_by_tab(watched, bookshop_file):
    page = watched.open(bookshop_file)
    reached = set()
    for _ in range(70):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent.slice(0, 20)"))
    assert {"search", "theme", "map", "Matrix", "Tables", "Cut points", "PNG", "SVG"} <= reached


@pytest.mark.parametrize("view", ["matrix", "tables", "cuts"])
def test_each_view_opens_from_its_address(watched, bookshop_file, view):
    page = watched.open(bookshop_file, f"#view={view}")
    assert page.locator(f'#views [data-view="{view}"]').get_attribute("aria-current") == "page"
    assert page.locator("main").inner_text()


def test_the_matrix_has_the_lines_of_the_map(watched, bookshop_file):
    page = watched.open(bookshop_file)
    lines = len(watched.lines())
    page.locator('#views [data-view="matrix"]').click()
    cells = page.locator(".matrix td button")
    assert cells.count() == lines
    cells.first.click()
    assert " needs " in page.locator("#panel h2").inner_text()


def test_tables_are_sorted_and_narrowed(watched, bookshop, bookshop_file):
    page = watched.open(bookshop_file, "#view=tables")
    rows = page.locator("tbody tr")
    assert rows.count() == len(bookshop.tables)
    assert rows.first.locator("th").inner_text() == "shop_order"
    page.get_by_role("button", name="table", exact=True).click()
    names = page.locator("tbody th").all_inner_texts()
    assert names == sorted(names)
    page.locator("#narrow").fill("billing")
    assert 0 < rows.count() < len(names)


def test_an_invoice_adds_up(watched, bookshop_file):
    page = watched.open(bookshop_file, "#view=cuts")
    data = json.loads(page.locator("#data").inner_text())
    point = data["cuts"]["points"][0]
    assert round(sum(factor[3] for factor in point["factors"]), 6) == point["score"]
    assert point["effort"] <= sum(item[2] for item in point["bill"])
    assert page.locator("tfoot td").first.inner_text() == f"{point['score']:,.2f}"


def test_what_is_looked_at_is_in_the_address(watched, bookshop_file):
    page = watched.open(bookshop_file)
    page.get_by_label("Relations").check(force=True)
    page.locator("#twins summary").first.click()
    page.locator("#twins tbody button").first.click()
    title, address = page.locator("#panel h2").inner_text(), page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#panel h2")
    assert page.locator("#panel h2").inner_text() == title
    assert page.get_by_label("Relations").is_checked()


def test_an_address_of_nonsense_shows_the_page(watched, bookshop_file):
    page = watched.open(
        bookshop_file, "#view=nothing&of=nobody&sel=line%09a%09b&open=app:gone&kinds=x&from=a&to=b&cut=1"
    )
    assert page.locator("#map").is_visible()


def test_png_and_svg_are_saved(watched, bookshop_file, tmp_path):
    page = watched.open(bookshop_file)
    for kind in ("PNG", "SVG"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=kind).click()
        waiting.value.save_as(tmp_path / kind)
    assert (tmp_path / "PNG").read_bytes().startswith(b"\x89PNG")
    svg = ET.parse(tmp_path / "SVG").getroot()
    texts = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {"billing", "orders", "customers"} <= texts


def test_light_and_dark(watched, bookshop_file):
    page = watched.open(bookshop_file)
    color = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(color)
    page.get_by_role("button", name="Dark colors").click()
    assert page.evaluate(color) != light
    page.get_by_role("button", name="Light colors").click()
    assert page.evaluate(color) == light


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "state",
    [
        "",
        "#sel=table%09shop_order",
        "#view=matrix",
        "#view=tables",
        "#view=cuts",
        "#view=whatif&cut=billing&changes=orders.OrderLine",
        "#from=app%3Abilling&to=app%3Acustomers",
    ],
)
def test_nobody_is_kept_out(watched, bookshop_file, scheme, state):
    watched.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page = watched.open(bookshop_file, state)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then((found) => found.violations)")
    serious = [each for each in found if each["impact"] in {"serious", "critical"}]
    assert not [
        (each["id"], each["nodes"][0]["html"][:200], each["nodes"][0].get("failureSummary", "")[:300])
        for each in serious
    ]


def test_hostile_names_are_shown_as_they_are(watched, tmp_path):
    file = tmp_path / "hostile.html"
    file.write_text(page_text(a_hostile_monolith()), "utf-8")
    page = watched.open(file)
    assert any("<b>@team" in node for node in watched.nodes())
    for view in ("matrix", "tables", "cuts", "whatif", "map"):
        page.locator(f'#views [data-view="{view}"]').click()
        assert page.locator("main b, main img, main script, main iframe").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("<b>@team")
    page.keyboard.press("Enter")
    assert "<b>@team" in page.locator("#panel h2").inner_text()


@pytest.mark.parametrize("start", range(0, 200, 40))
def test_odd_names_are_shown_as_they_are(watched, tmp_path, start):
    texts = [text for text in dict.fromkeys(odd_texts()[start : start + 40]) if len(text) < 1_000]
    apps = [an_app(f"{at}{text}") for at, text in enumerate(texts)]
    accesses = [
        an_access(
            f"update t{at}{text}",
            f"{text}.py:3",
            app=apps[at - 1].label,
            model=f"{apps[at].label}.M",
            function=text,
            because=text,
        )
        for at, text in enumerate(texts)
    ]
    models = [msgspec.structs.replace(a_model(f"{app.label}.M", table=f"t{app.label}"), app=app.label) for app in apps]
    file = tmp_path / "odd.html"
    file.write_text(page_text(an_analysis(a_catalog(apps=apps, models=models), accesses=accesses)), "utf-8")
    page = watched.open(file)
    assert len(watched.lines()) == len(accesses)
    assert {visible(app.label) for app in apps} <= watched.nodes()
    page.get_by_text("The lines as a table").click()
    page.locator("#twins tbody button").first.click()
    assert page.locator("#panel .need").count() == 1
    assert page.locator("main b, main img, main script, #panel b, #panel img, #panel script").count() == 0


def test_hardly_anything_is_shown_as_well(watched, tmp_path):
    for analysis in (an_analysis(), an_analysis(a_catalog(apps=[an_app("only")]))):
        file = tmp_path / "little.html"
        file.write_text(page_text(analysis), "utf-8")
        page = watched.open(file)
        assert page.locator("#map").is_visible()
        for view in page.locator("#views button").all():
            view.click()
            assert page.locator("main").inner_text().strip()


def test_far_too_many_models_are_capped_with_a_word(watched, tmp_path):
    labels = [f"app{number % 50}.Model{number}" for number in range(5_000)]
    apps = [an_app(f"app{number}") for number in range(50)]
    models = [a_model(label, a_relation(labels[(at * 7 + 1) % 5_000])) for at, label in enumerate(labels)]
    file = tmp_path / "many.html"
    analysis = an_analysis(a_catalog(apps=apps, models=models))
    file.write_text(page_text(analysis, cutting=Unsearched), "utf-8")
    page = watched.open(file, "#of=models&open=" + "%0A".join(f"app%3Aapp{number}" for number in range(50)))
    note = page.locator("#note").inner_text()
    assert "busiest of 5,050 nodes" in note
    page.get_by_role("button", name="The matrix has all of them.").click()
    assert "The first 120 are shown" in page.locator("main").inner_text()


def test_since_a_revision(watched, tmp_path):
    now = a_bookshop()
    then = msgspec.structs.replace(now, accesses=now.accesses[:3], shared_tables=())
    file = tmp_path / "since.html"
    file.write_text(page_text(now, past=("v1", then, None)), "utf-8")
    page = watched.open(file, "#view=compare")
    assert page.locator("h2").first.inner_text() == "Since v1"
    assert "orders → billing" in page.locator("main").inner_text()


def test_data_of_another_version_is_not_guessed_at(watched, tmp_path):
    file = tmp_path / "old.html"
    file.write_text(page_text(a_bookshop()).replace('"version":1,', '"version":99,', 1), "utf-8")
    page = watched.page
    page.goto(file.as_uri())
    assert "of version 99, and its page reads version 1" in page.locator("main").inner_text()


def test_places_lead_where_the_template_says(watched, tmp_path):
    file = tmp_path / "linked.html"
    file.write_text(page_text(a_bookshop(), link="https://git.example/shop/blob/main/{path}#L{line}"), "utf-8")
    page = watched.open(file, "#sel=table%09orders_order")
    addresses = page.locator("#panel a.place").evaluate_all("(links) => links.map((link) => link.href)")
    assert "https://git.example/shop/blob/main/orders/views.py#L20" in addresses
