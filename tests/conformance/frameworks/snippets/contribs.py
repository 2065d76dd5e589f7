"""Content types, sites, messages, redirects and flat pages."""

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.contrib.flatpages.middleware import FlatpageFallbackMiddleware
from django.contrib.flatpages.models import FlatPage
from django.contrib.flatpages.views import flatpage
from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest, HttpResponseNotFound

from catalog.models import Product, Tag
from orders.models import Order


def type_of_a_model():
    return ContentType.objects.get_for_model(Order)  # read django_content_type


def types_of_models():
    return ContentType.objects.get_for_models(Order, Product)  # read django_content_type


def type_by_name():
    return ContentType.objects.get_by_natural_key("orders", "order")  # read django_content_type


def object_of_a_type(order: Order):
    # read django_content_type; blind: read orders_order
    return ContentType.objects.get_for_model(Order).get_object_for_this_type(pk=order.pk)


def tagged(product: Product):
    Tag.objects.create(about=product, text="new")  # read django_content_type; insert catalog_tag


def current_site(request: HttpRequest):
    return get_current_site(request)  # read django_site


def site_of_the_manager(request: HttpRequest):
    return Site.objects.get_current(request)  # read django_site


def site_saved(site: Site):
    # update django_site; may: insert django_site; open: read django_site (a receiver of Django's own empties its cache)
    site.save()


def told(request: HttpRequest):
    messages.success(request, "done")


def told_by_level(request: HttpRequest):
    messages.add_message(request, messages.INFO, "done")


def messages_read(request: HttpRequest):
    return [str(message) for message in messages.get_messages(request)]


def redirected(site: Site):
    Redirect.objects.create(site=site, old_path="/a/", new_path="/b/")  # insert django_redirect


def redirects_asked(request: HttpRequest):
    # read django_redirect, django_site
    RedirectFallbackMiddleware(lambda _: None).process_response(request, HttpResponseNotFound())


def page_made(site: Site):
    # insert django_flatpage, django_flatpage_sites; open: read django_flatpage_sites (some databases look first)
    FlatPage.objects.create(url="/new/", title="New").sites.add(site)


def page_shown(request: HttpRequest):
    flatpage(request, "/about/")  # read django_flatpage, django_flatpage_sites, django_site


def pages_asked(request: HttpRequest):
    # read django_flatpage, django_flatpage_sites, django_site
    FlatpageFallbackMiddleware(lambda _: None).process_response(request, HttpResponseNotFound())
