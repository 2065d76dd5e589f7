from tests.support.query_snippets import check


def test_stored():
    check("""
        def note(note: Note, product: Product):
            note.about = product  # read django_content_type via generic
    """)


def test_given_to_create():
    check("""
        def note(product: Product):
            Note.objects.create(about=product, text="")  # read django_content_type, insert people_note
    """)


def test_given_to_a_new_row():
    check("""
        def note(product: Product):
            Note(about=product).save()  # read django_content_type, insert people_note
    """)


def test_other_fields():
    check("""
        from django.contrib.contenttypes.models import ContentType

        def note(note: Note, product: Product, kind: ContentType):
            note.text = ""
            note.object_id = product.pk
            note.content_type = kind
            Note(text="").save()  # insert people_note
            Note(content_type=kind, object_id=1).save()  # insert people_note
    """)


def test_things_that_only_look_like_it():
    check("""
        class Label:
            about = None

        def note(label: Label, product: Product):
            label.about = product
            Label.about = product
    """)
