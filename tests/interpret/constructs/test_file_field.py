from tests.support.query_snippets import check


def test_storing_the_file_saves_its_row():
    check("""
        def print_it(content):
            invoice = Invoice.objects.get(pk=1)  # read billing_invoice
            invoice.file.save("a.pdf", content)  # update billing_invoice via file
            invoice.file.save("a.pdf", content, save=True)  # update billing_invoice
            invoice.file.save("a.pdf", content, True)  # update billing_invoice
            invoice.file.delete()  # update billing_invoice
    """)


def test_row_that_may_be_new():
    check("""
        def print_it(invoice: Invoice, content):
            invoice.file.save("a.pdf", content)  # insert billing_invoice, update billing_invoice
    """)


def test_a_file_that_is_deleted_is_of_a_stored_row():
    check("""
        def forget(invoice: Invoice):
            invoice.file.delete()  # update billing_invoice
            Invoice().file.delete()  # insert billing_invoice
    """)


def test_or_not():
    check("""
        def print_it(invoice: Invoice, content):
            invoice.file.save("a.pdf", content, save=False)
            invoice.file.save("a.pdf", content, False)
            invoice.file.delete(save=False)
            invoice.file.delete(False)
    """)


def test_reading_the_file_asks_no_table():
    check("""
        def print_it(invoice: Invoice):
            invoice.file.open("rb")
            invoice.file.read(), invoice.file.url, invoice.file.name, invoice.file.size
            invoice.file.close()
            invoice.file.storage.delete(invoice.file.name)
    """)


def test_files_that_are_no_fields():
    check("""
        from django.core.files.base import ContentFile
        from django.core.files.storage import default_storage

        def keep(name: str):
            file = ContentFile(b"")
            default_storage.save(name, file)
            default_storage.delete(name)
            file.close()
    """)
