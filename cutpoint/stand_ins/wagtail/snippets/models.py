"""wagtail: snippets are any models; registering one adds no column."""


def register_snippet(model=None, viewset=None):
    return (lambda cls: cls) if model is None else model
