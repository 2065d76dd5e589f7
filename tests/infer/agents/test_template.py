"""What a template looks up in its context is read where the template is rendered."""

import pytest

from tests.support.query_snippets import accesses_of, blind_spots_of, check


def shown(template: str, comment: str, context: str = '{"order": order}') -> None:
    """A view that renders *template* with an order does what *comment* says."""
    check(
        f"""
        from django.shortcuts import render
        def page(request, order: Order):
            return render(request, "desk/page.html", {context})  # {comment}
        """,
        files={"desk/templates/desk/page.html": template},
    )


@pytest.mark.parametrize(
    ("template", "comment"),
    [
        ("{% for line in order.lines.all %}{{ line.product.price }}{% endfor %}", "read shop_line, shop_product"),
        ("{{ order.customer.badge.color }}", "read people_customer, people_badge"),
        ("{% if order.invoices.exists and order.paid %}{{ order.customer.phone }}{% endif %}", "read billing_invoice, people_customer"),
        ("{% if not order.tags.all %}{% endif %}", "read shop_tag, shop_order_tags"),
        ("{% with c=order.customer n=3 %}{{ c.phone }}{{ c.addresses.all.0.city }}{% endwith %}{{ c.badge.color }}", "read people_customer, people_address"),
        ("{% with order.customer as c %}{{ c.badge.color }}{% endwith %}", "read people_customer, people_badge"),
        ("{% for a, b in order.tags.all %}{{ a.x }}{% empty %}{{ order.customer.phone }}{% endfor %}", "read shop_tag, shop_order_tags, people_customer"),
        ("{{ order.lines.first.product.price|default:order.customer.phone }}", "read shop_line, shop_product, people_customer"),
        ("{{ order.lines.all|length }}", "read shop_line"),
        ("{% regroup order.lines.all by amount as groups %}{% for g in groups %}{% for line in g.list %}{{ line.product.price }}{% endfor %}{% endfor %}", "read shop_line, shop_product"),
        ("{% url 'order' order.customer.pk %}{% blocktranslate with name=order.customer.phone %}{{ name }}{% endblocktranslate %}", "read people_customer"),
        ("{% somebodys %}{% if order.paid %}{% else %}{{ order.lines.count }}{% endif %}{% else %}{{ order.customer.phone }}{% endsomebodys %}", "read shop_line, people_customer"),
    ],
)  # fmt: skip
def test_relations_and_querysets_are_read(template, comment):
    shown(template, f"{comment} via template")


@pytest.mark.parametrize(
    "template",
    [
        "{{ order.number }}{{ order.customer_id }}{{ order.lines }}{{ order.nothing.at.all }}",
        "{{ order.delete }}{{ order.lines.delete }}{{ order.save.x }}{{ order._state.db }}",
        "{% comment %}{{ order.customer.phone }}{% endcomment %}{# {{ order.customer.phone }} #}",
        "{% verbatim %}{{ order.customer.phone }}{% endverbatim %}{{ order.customer.phone",
        "{% for order in lines %}{{ order.customer.phone }}{% endfor %}",
        "{% with order=3 %}{{ order.customer.phone }}{% endwith %}",
        "{% include 'desk/other.html' only %}{% endfor %}{% endif %}{% endblock %}{% for %}{% endfor %}{% if %}{% endif %}",
    ],
)
def test_anything_else_is_silent(template):
    check(
        """
        from django.shortcuts import render
        def page(request, order: Order):
            return render(request, "desk/page.html", {"order": order})
        """,
        files={
            "desk/templates/desk/page.html": template,
            "desk/templates/desk/other.html": "{{ order.customer.phone }}",
        },
    )


def test_what_came_along_is_not_read_again():
    check(
        """
        from django.shortcuts import render
        def page(request):
            orders = Order.objects.select_related("customer")  # read shop_order, people_customer
            # read shop_order, people_customer, people_badge
            return render(request, "page.html", {"orders": orders})
        """,
        files={"templates/page.html": "{% for o in orders %}{{ o.customer.badge.color }}{% endfor %}"},
    )


def test_templates_extend_and_include():
    base = (
        "{% block head %}{{ order.customer.phone }}{% endblock %}{% block body %}{{ order.lines.count }}{% endblock %}"
    )
    check(
        """
        from django.shortcuts import render
        def overridden(request, order: Order):
            render(request, "child.html", {"order": order})  # read shop_tag, shop_order_tags, people_customer

        def shown_too(request, order: Order):
            render(request, "super.html", {"order": order})  # read people_customer, shop_line

        def included(request, order: Order):
            render(request, "around.html", {"order": order})  # read billing_invoice, people_customer
        """,
        files={
            "templates/base.html": base,
            "templates/child.html": '{% extends "base.html" %}{% block body %}{{ order.tags.first }}{% endblock %}{{ order.invoices.first }}',
            "templates/super.html": '{% extends "base.html" %}{% block body %}{{ block.super }}{% endblock %}',
            "templates/around.html": '{% include "part.html" with what=order.invoices.all %}{% include "part.html" with order=order.customer only %}',
            "templates/part.html": "{% for each in what %}{{ each.number }}{% endfor %}{{ order.phone }}",
        },
    )


def test_every_way_of_rendering():
    check(
        """
        from django.template.loader import get_template, render_to_string, select_template
        from django.template.response import TemplateResponse

        def text(order: Order):
            return render_to_string("page.html", {"order": order})  # read shop_line

        def response(request, order: Order):
            context = {}
            context["order"] = order
            return TemplateResponse(request, "page.html", context=context)  # read shop_line

        def template(order: Order):
            return get_template("page.html").render({"order": order})  # read shop_line

        def first_of(order: Order):
            template = select_template(["none.html", "page.html"])
            return template.render(dict(order=order))  # read shop_line

        def helper(name, **context):
            return render_to_string(name + ".html", context)  # read shop_line

        def caller(order: Order):
            return helper("page", order=order)
        """,
        files={"templates/page.html": "{{ order.lines.count }}"},
    )


def test_generic_views_render_theirs():
    check(
        """
        from django.views.generic import DetailView, ListView, TemplateView

        class Orders(ListView):  # read shop_order, people_customer
            model = Order
            context_object_name = "bought"

        class OnePage(DetailView):  # read shop_order, shop_line, shop_tag, shop_order_tags
            model = Order
            template_name = "page.html"

            def get_context_data(self, **kwargs):
                context = super().get_context_data(**kwargs)
                context["tags"] = self.object.tags.all()  # read shop_tag, shop_order_tags
                return context

        class Start(TemplateView):  # read shop_line
            template_name = "page.html"

            def get_context_data(self, **kwargs):
                return super().get_context_data(order=Order.objects.last(), **kwargs)  # read shop_order
        """,
        files={
            "templates/shop/order_list.html": "{% for each in bought %}{{ each.customer.phone }}{% endfor %}",
            "templates/page.html": "{{ order.lines.count }}{% for tag in tags %}{{ tag.name }}{% endfor %}",
        },
    )


def test_tags_of_the_project_are_called():
    check(
        """
        from django import template
        from django.shortcuts import render

        register = template.Library()

        @register.inclusion_tag("part.html")
        def last_order():  # read shop_line
            return {"order": Order.objects.last()}  # read shop_order

        @register.inclusion_tag("part.html", takes_context=True)
        def first_of(context, customer):
            return {"order": Order.objects.filter(customer=customer).first()}  # read shop_order

        @register.simple_tag
        def buyer(order):
            return order.customer  # read people_customer

        def page(request, order: Order):
            return render(request, "page.html", {"order": order})  # read shop_line, people_badge
        """,
        files={
            "templates/part.html": "{{ order.lines.count }}",
            "templates/page.html": "{% buyer order as b %}{{ b.badge.color }}{% first_of b %}",
        },
    )


def test_the_nearest_template_of_a_name_is_meant():
    check(
        """
        from django.shortcuts import render
        def page(request, order: Order):
            return render(request, "page.html", {"order": order})  # read people_customer
        """,
        files={
            "people/templates/page.html": "{{ order.customer.phone }}",
            "shop/templates/page.html": "{{ order.lines.count }}",
        },
    )


def test_the_line_of_the_template_is_the_cause():
    accesses = accesses_of(
        """
        from django.shortcuts import render
        def page(request, order: Order):
            return render(request, "page.html", {"order": order})
        """,
        files={"templates/page.html": "<p>\n{{ order.lines.count }}</p>"},
    )
    (access,) = accesses
    assert (access.path, access.line, access.function) == ("desk/views.py", 4, "desk.views.page")
    assert access.cause is not None
    assert (access.cause.path, access.cause.line) == ("templates/page.html", 2)
    assert access.via == "template"


def test_a_name_that_only_run_time_knows_is_a_blind_spot():
    spots = blind_spots_of(
        """
        from django.shortcuts import render
        def page(request, order: Order):
            return render(request, request.GET["page"], {"order": order})

        def nothing(request):
            return render(request, request.GET["page"], {"n": 3})
        """
    )
    assert [(spot.line, spot.kind) for spot in spots] == [(4, "template-at-run-time")]


def test_a_template_that_is_too_deep_is_a_blind_spot():
    spots = blind_spots_of(
        """
        from django.shortcuts import render
        def page(request, order: Order):
            return render(request, "page.html", {"order": order})
        """,
        files={"templates/page.html": "{% if order.lines.all %}" * 500 + "{% endif %}" * 500},
    )
    assert [(spot.path, spot.kind) for spot in spots] == [("templates/page.html", "too-deep")]
