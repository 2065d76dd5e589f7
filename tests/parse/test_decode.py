import codecs

import pytest

from cutpoint.parse.decode import Refusal, decode_source


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"x = 1\n", "x = 1\n"),
        ("x = 'é'\n".encode(), "x = 'é'\n"),
        (codecs.BOM_UTF8 + b"x = 1\n", "x = 1\n"),
        ("# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"), "# -*- coding: latin-1 -*-\nx = 'é'\n"),
        (
            "#!/x\n# vim: set fileencoding=cp1252 :\nx = '€'".encode("cp1252"),
            "#!/x\n# vim: set fileencoding=cp1252 :\nx = '€'",
        ),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"x = 'coding'\n", "x = 'coding'\n"),
    ],
)
def test_decodes_as_python_does(data, text):
    assert decode_source(data) == text


@pytest.mark.parametrize(
    ("data", "line", "kind"),
    [
        (b"x = 1\ny = '\0'\n", 2, "nul-bytes"),
        ("x = 1\n\ny = 'é'\n".encode("latin-1"), 3, "undecodable"),
        ("# é\n".encode("latin-1"), 1, "undecodable"),
        (b"# coding: klingon\n", 1, "undecodable"),
        (b"# coding: rot13\n", 1, "undecodable"),
        (b"# coding: zlib\n", 1, "undecodable"),
        (codecs.BOM_UTF8 + b"# coding: latin-1\n", 1, "undecodable"),
        ("x = 1\n".encode("utf-16"), 0, "undecodable"),
    ],
)
def test_refuses_with_the_line(data, line, kind):
    refusal = decode_source(data)
    assert isinstance(refusal, Refusal)
    assert (refusal.line, refusal.kind) == (line, kind)
    assert refusal.reason
