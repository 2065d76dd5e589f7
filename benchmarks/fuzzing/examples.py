"""A valid document of each kind that cutpoint reads, with most of what may stand in it; and words of SQL."""

CONFIGURATION = """\
[project]
name = "shop"
[project.entry-points."shop.plugins"]
one = "shop.plugins:One"
[tool.pytest.ini_options]
pythonpath = ["src", "lib"]
DJANGO_SETTINGS_MODULE = "config"
[tool.setuptools.packages.find]
where = ["src"]
[tool.poetry]
packages = [{include = "shop", from = "src"}]
[tool.poetry.plugins."a"]
b = "c:d"
[tool.cutpoint]
settings = "config"
root = "."
path = ["shop"]
exclude = ["legacy/", "*.bak", "!keep.py"]
tests = ["qa/"]
include-tests = true
workers = 1
cache-dir = ".cache"
baseline = "accepted"
[tool.cutpoint.services.orders]
apps = ["shop"]
models = ["billing.Invoice"]
modules = ["shop.views.*"]
facade = "shop.api"
[tool.cutpoint.rules]
cross-read = "warning"
[tool.cutpoint.rules."shop -> *"]
cross-join = "off"
[tool.cutpoint.cuts]
goal = "security"
weights = {writes-across = 30}
[tool.cutpoint.cuts.accounts]
take = ["shop"]
keep = ["billing.Invoice"]
[[tool.cutpoint.hints.writes]]
call = "legacy.db.bulk_upsert"
table = "orders_order"
action = "insert"
[[tool.cutpoint.hints.returns]]
call = "factories.order_for"
model = "shop.Order"
as = "instance"
"""
INI = """\
[options]
package_dir =
    = src
    shop = lib/shop
[options.packages.find]
where = src
[options.entry_points]
shop.plugins =
    one = shop:One
[tool:pytest]
pythonpath = src lib
addopts = --ds=config
[pytest]
DJANGO_SETTINGS_MODULE = config
[entry points]
one = shop.plugins:One
alone
"""
PATTERNS = (
    "# comment\n*.pyc\n/build/\n!keep.py\n**/cache/**\n[a-z]?.py\nfoo\\ bar\\ \n\\#x\na/**/b\n*[!x]*\n[]\n[[:alpha:]]\n"
)
SUBMODULES = '[submodule "lib"]\n\tpath = lib/other\n\turl = ../other\n[submodule "b"]\n path = "c d"\n'
LEDGER = """\
{"cutpoint-baseline":1,"tool":"0.1.0"}
{"rule":"cross-write","from":"shop","to":"billing","subject":"billing_invoice","action":"update","module":"shop.views","function":"pay","expression":"invoice.save()","count":2,"reason":"later","owner":"us","expires":"2027-01-31","link":"https://x.example","body":"abc"}
{"rule":"cross-import","from":"shop","to":"billing","subject":"billing.models","action":"import","module":"shop.views"}
"""
SPOTS = """\
{"cutpoint-baseline":1,"tool":"0.1.0"}
{"service":"shop","module":"shop.views","kind":"query","reason":"unknown","count":3}
"""
PENDING = '{"cutpoint-pending":1,"written":{"billing/tables/a.jsonl":"x"},"removed":["shop/imports.jsonl"]}'
MANIFEST = '{"format":1,"files":{"README.md":["00112233445566778899aabbccddeeff"],"a/b.py":[]}}'
SOURCE = """\
from shop.models import Order
from billing.models import Invoice
def pay(pk):  # cutpoint: ignore[cross-write] -- until July
    # cutpoint: ignore[cross-write, cross-read] -- both
    Invoice.objects.filter(pk=pk).update(state="paid")  # cutpoint: ignore[cross-write] -- why
    Order.objects.create(  # cutpoint:ignore
        pk=pk,  # cutpoint: ignore[]
    )  # cutpoint: ignore[nothing] --
    x = "# cutpoint: ignore[cross-write] -- a text"
"""
TEMPLATE = """\
{% extends "a.html" %}{% load shop static %}{% block x %}{% for o in orders.all|dictsort:"pk" %}
{{ o.customer.name|default:"-" }}{% if o.lines.count > 3 and not o.paid %}{% include "l.html" with x=o only %}{% endif %}
{% empty %}{% url "shop:order" pk=o.pk as u %}{% endfor %}{% endblock %}{% verbatim %}{{ raw }}{% endverbatim %}{# c #}
{% comment %}{% for %}{% endcomment %}{% with a=b.c d=e.f %}{{ a.0.x }}{% endwith %}{% regroup a by b as c %}
"""
SQL_WORDS = """
SELECT INSERT UPDATE DELETE MERGE FROM INTO SET WHERE JOIN USING VALUES WITH AS ON RETURNING TRUNCATE TABLE
CREATE DROP ALTER VIEW TRIGGER FUNCTION BEGIN END CASE WHEN THEN ELSE UNION ALL EXCEPT LATERAL UNNEST COPY CALL
DO EXECUTE PREPARE EXPLAIN LOCK REPLACE ONLY TOP LIMIT OUTPUT DECLARE LANGUAGE plpgsql RETURN LOOP IF NOT
EXISTS a b.c shop_order \"Q\" 'x' `b` [r] ( ) , ; . * = :: -> %s %(x)s ? :n @v $1 $$ $x$ -- /* */ ' \" ` \\ \0
é \u2028 � 0x1 1e9 E'\\' N'x' {% {{ #t ## @@x := ..
"""
