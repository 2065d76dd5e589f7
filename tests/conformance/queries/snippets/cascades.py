"""What goes with what is deleted, by the rules of Django's delete collector."""

from archive.models import Building, CopiedPaper, Draft, Folder, Key, Lock, Paper, Reader, Room, Shelfmark, Tape
from catalog.models import Category, Product
from people.models import User
from shop.models import Order


def cascade_from_row(order: Order):
    # read billing_invoice, billing_payment, django_content_type; delete billing_invoice, billing_payment, billing_refund, catalog_note, old_receipts, shop_line, shop_order
    order.delete()


def cascade_from_queryset():
    # read billing_invoice, billing_payment, django_content_type, shop_order; delete billing_invoice, billing_payment, billing_refund, catalog_note, old_receipts, shop_line, shop_order
    Order.objects.exclude(status="new", total=0).delete()


def cascade_from_manager_of_relation(user: User):
    # read billing_invoice, billing_payment, django_content_type, shop_order; delete billing_invoice, billing_payment, billing_refund, catalog_note, old_receipts, shop_line, shop_order
    user.orders.all().delete()


def a_user_with_everything():
    user = User.objects.get(pk=1)  # read people_user
    # read billing_invoice, billing_payment, django_content_type, people_employee, shop_order; update billing_invoice, catalog_book, people_badge, people_employee, shop_basket, shop_seat, shop_wish; delete billing_invoice, billing_payment, billing_refund, catalog_note, old_receipts, people_employee, people_employee_follows, people_employee_friends, people_profile, people_user, people_user_groups, people_user_user_permissions, shop_line, shop_order
    user.delete()


def folder_with_folders_inside(folder: Folder):
    # read archive_draft, archive_folder, archive_paper, archive_remark, django_content_type; delete archive_answer, archive_draft, archive_folder, archive_page, archive_paper, archive_paper_readers, archive_remark
    folder.delete()


def papers_of_a_folder(folder: Folder):
    # read archive_draft, archive_paper, archive_remark, django_content_type; delete archive_answer, archive_draft, archive_page, archive_paper, archive_paper_readers, archive_remark
    folder.papers.all().delete()


def parent_takes_its_child_along(paper: Paper):
    # read archive_draft, archive_paper, archive_remark, django_content_type; delete archive_answer, archive_draft, archive_page, archive_paper, archive_paper_readers, archive_remark
    paper.delete()


def child_takes_its_parent_along(draft: Draft):
    # read archive_remark, django_content_type; delete archive_answer, archive_draft, archive_page, archive_paper, archive_paper_readers, archive_remark
    draft.delete()


def child_keeps_its_parent(draft: Draft):
    # read archive_remark, django_content_type; delete archive_answer, archive_draft, archive_remark
    draft.delete(keep_parents=True)


def children_of_queryset():
    # read archive_draft, archive_paper, archive_remark, django_content_type; delete archive_answer, archive_draft, archive_page, archive_paper, archive_paper_readers, archive_remark
    Draft.objects.exclude(version=0).delete()


def proxy_is_the_paper():
    # read archive_draft, archive_paper, archive_remark, django_content_type; delete archive_answer, archive_draft, archive_page, archive_paper, archive_paper_readers, archive_remark
    CopiedPaper.objects.get(pk=1).delete()


def circle(room: Room):
    # read archive_building, archive_lending, archive_room; update archive_lending; delete archive_building, archive_room
    room.delete()


def circle_from_the_other_side():
    # read archive_building, archive_lending, archive_room; update archive_lending; delete archive_building, archive_room
    Building.objects.all().delete()


def rows_between_and_set_null(reader: Reader):
    reader.delete()  # update archive_lending; delete archive_paper_readers, archive_reader, archive_siren_readers


def protected_and_restricted():
    # read archive_door, archive_lock, archive_safe; delete archive_key, archive_lock
    Lock.objects.get(name="free").delete()


def key_of_a_lock():
    Key.objects.filter(lock__name="free").delete()  # read archive_lock; delete archive_key


def left_alone_and_decided_by_the_project(mark: Shelfmark):
    mark.delete()  # read archive_label; update archive_label; delete archive_shelfmark; may: delete archive_label


def nothing_but_traces():
    Tape.objects.all().delete()  # delete archive_tape


def category_with_products(category: Category):
    category.delete()  # update catalog_category, catalog_product; delete catalog_category


def product_without_lines():
    # read catalog_book, catalog_product, django_content_type, shop_bundle, shop_line, shop_shelf; update shop_wish; delete catalog_book, catalog_note, catalog_picture, catalog_product, catalog_product_tags, catalog_supply, shop_bundle, shop_bundle_parts, shop_in_basket; may: delete shop_shelf, shop_spot
    Product.objects.filter(line=None).delete()


async def asynchronous(folder: Folder):
    # read archive_draft, archive_folder, archive_paper, archive_remark, django_content_type; delete archive_answer, archive_draft, archive_folder, archive_page, archive_paper, archive_paper_readers, archive_remark
    await folder.adelete()
    # read archive_reader; update archive_lending; delete archive_paper_readers, archive_reader, archive_siren_readers
    await Reader.objects.filter(name="Ann").adelete()
