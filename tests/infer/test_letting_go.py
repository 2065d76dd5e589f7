"""Of all that inference has built to find things out, nothing stays once they are told."""

import gc

from cutpoint.infer.engine import Engine
from cutpoint.infer.frame import Frame
from tests.support.query_snippets import accesses_of


def test_frames_are_left_as_mere_identities():
    accesses = accesses_of("""
        def pay(orders, invoice: Invoice):
            seen = []
            for order in orders:
                seen.append(order)
            def inner():
                return [each.pk for each in seen]
            invoice.save()
            return inner
    """)
    assert accesses
    gc.collect()
    kept = [each for each in gc.get_objects() if type(each) is Frame and hasattr(each, "engine")]
    assert not kept
    assert not [each for each in gc.get_objects() if type(each) is Engine and vars(each)]
