"""Sessions: a row is written when the response is, if the session was changed; here it is saved by hand."""

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.http import HttpRequest


def read(request: HttpRequest):
    return request.session["seen"]  # read django_session


def asked(request: HttpRequest):
    return request.session.get("seen", 0)  # read django_session


def contained(request: HttpRequest):
    return "seen" in request.session  # read django_session


def changed(request: HttpRequest):
    request.session["seen"] = 1  # read django_session; may: update django_session


def forgotten(request: HttpRequest):
    del request.session["seen"]  # read django_session; may: update django_session


def popped(request: HttpRequest):
    return request.session.pop("seen", None)  # read django_session; may: update django_session


def defaulted(request: HttpRequest):
    request.session.setdefault("other", 1)  # read django_session; may: update django_session


def flushed(request: HttpRequest):
    request.session.flush()  # read django_session; delete django_session


def cycled(request: HttpRequest):
    request.session.cycle_key()  # read django_session; insert django_session; delete django_session


def saved(request: HttpRequest):
    request.session.save()  # read django_session; update django_session


def expires(request: HttpRequest):
    request.session.set_expiry(300)  # read django_session; may: update django_session


def marked(request: HttpRequest):
    request.session.modified = True


def key_asked(request: HttpRequest):
    return request.session.session_key


def stored():
    store = SessionStore()
    store["seen"] = 1
    store.create()  # read django_session; insert django_session


def deleted(session: Session):
    SessionStore(session_key=session.pk).delete()  # read django_session; delete django_session


def existing(session: Session):
    return SessionStore().exists(session.pk)  # read django_session


def cleared():
    SessionStore.clear_expired()  # delete django_session
