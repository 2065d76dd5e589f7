"""Texts out of parts: the literal ones stay known where others are not."""

import pytest

from cutpoint.domain.values import Unknown
from tests.support.executed import executed, result_of

KNOWN = "RX = '[0-9a-f]{8}'\nA = 'a'\n"
UNKNOWN = "import library\nu = library.ask()\ndef asked(name): return getattr(library.row(), name)\n"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'^{}/x'.format(RX)", "^[0-9a-f]{8}/x"),
        ("'^(?P<id>{id})/{{3}}$'.format(id=RX)", "^(?P<id>[0-9a-f]{8})/{3}$"),
        ("'{0}-{1}-{0}'.format(A, 1)", "a-1-a"),
        ("'{!s}/'.format(A)", "a/"),
        ("f'^{RX}/{{2}}'", "^[0-9a-f]{8}/{2}"),
        ("'%s/%d%%' % (RX, 5)", "[0-9a-f]{8}/5%"),
        ("'%(a)s/' % {'a': RX}", "[0-9a-f]{8}/"),
        ("'^' + RX + '/'", "^[0-9a-f]{8}/"),
        ("'/'.join(['x', RX])", "x/[0-9a-f]{8}"),
    ],
)
def test_all_parts_are_known(expression, expected):
    assert result_of(f"{KNOWN}x = {expression}") == repr(expected)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'^{}api/'.format(u)", "^<?>api/"),
        ("'^{}api/'.format(asked('prefix'))", "^<?>api/"),
        ("'{}/{}/'.format(A, u)", "a/<?>/"),
        ("'{a}{b}/'.format(a=u, b=u)", "<?>/"),
        ("'{u.name}/'.format(u=u)", "<?>/"),
        ("'{:>5}/'.format(A)", "<?>/"),
        ("'{}/{}'.format(A)", "a/<?>"),
        ("f'^{u}api/'", "^<?>api/"),
        ("f'{A}/{u:>3}/'", "a/<?>/"),
        ("'^%sapi/' % u", "^<?>api/"),
        ("'%(a)s/%(b)s/' % {'a': A, 'b': u}", "a/<?>/"),
        ("'%s/%s/' % (A, u)", "a/<?>/"),
        ("'^' + u + 'api/'", "^<?>api/"),
        ("u + 'api/'", "<?>api/"),
        ("'/'.join(['api', u, A])", "api/<?>/a"),
        ("f'{\"^\" + u}/x'", "^<?>/x"),
    ],
)
def test_literal_parts_stay_known(expression, expected):
    value = executed(f"{KNOWN}{UNKNOWN}x = {expression}").value("x")
    assert type(value) is Unknown
    assert value.text == expected


@pytest.mark.parametrize("expression", ["u + u", "u % 3", "1 + u", "[1] + u", "'{'.format(A)", "' '.join(u)"])
def test_what_is_no_text_or_has_no_known_part(expression):
    value = executed(f"{KNOWN}{UNKNOWN}x = {expression}").value("x")
    assert getattr(value, "text", "") == ""
