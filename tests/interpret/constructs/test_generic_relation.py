from tests.support.query_snippets import check


def test_content_type_is_asked_for():
    check("""
        def notes(product: Product):
            product.notes.all()  # read people_note, read django_content_type via generic
            product.notes.filter(text="").count()  # read people_note, django_content_type
            product.notes.create(text="")  # insert people_note, read django_content_type
            product.notes.update(text="")  # update people_note, read django_content_type
    """)


def test_and_not_again_for_what_it_gave():
    check("""
        def notes(product: Product):
            notes = product.notes.all()  # read people_note, django_content_type
            notes.filter(text="").count()  # read people_note
            for note in notes:  # read people_note
                print(note.text)
    """)


def test_given_rows_are_known():
    check("""
        def notes(product: Product, note: Note):
            product.notes.remove(note)  # delete people_note
            product.notes.none()
    """)


def test_other_managers():
    check("""
        def notes(order: Order):
            order.lines.all()  # read shop_line
            Note.objects.all()  # read people_note
    """)
