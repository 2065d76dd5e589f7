"""What known libraries do beside the line that calls them."""

import reversion

from library.models import Book, Dish, File, Folder, Versioned, Watched


def tagged(book: Book):
    # read django_content_type, taggit_tag, taggit_taggeditem; insert taggit_tag, taggit_taggeditem
    book.tags.add("new", "old")


def tags_replaced(book: Book):
    # read django_content_type, taggit_tag, taggit_taggeditem; insert taggit_tag, taggit_taggeditem; delete taggit_taggeditem
    book.tags.set(["rare"])


def tag_taken(book: Book):
    book.tags.remove("red")  # read django_content_type, taggit_tag, taggit_taggeditem; delete taggit_taggeditem


def tags_taken(book: Book):
    book.tags.clear()  # read django_content_type; delete taggit_taggeditem


def tags_read(book: Book):
    return list(book.tags.all())  # read django_content_type, taggit_tag, taggit_taggeditem


def found_by_tag():
    # read library_book, taggit_tag, taggit_taggeditem; open: read django_content_type (asked once, and remembered)
    return list(Book.objects.filter(tags__name="red"))


def tagged_deleted(book: Book):
    book.delete()  # read django_content_type; delete library_book, taggit_taggeditem


def translated():
    Dish.objects.create(price=1, name="Soup")  # insert library_dish, library_dish_translation


def translation_saved(dish: Dish):
    dish.name = "Stew"
    dish.save()  # update library_dish, library_dish_translation; may: insert library_dish, library_dish_translation


def translation_added(dish: Dish):
    dish.create_translation("fr", name="Soupe")  # read library_dish_translation; insert library_dish_translation


def translation_read(dish: Dish):
    return dish.name  # open: read library_dish_translation (by whatever is translated, when it is first asked for)


def translation_found():
    return list(Dish.objects.translated(name="Soup"))  # read library_dish, library_dish_translation


def translated_deleted(dish: Dish):
    # delete library_dish, library_dish_translation; open: read library_dish_translation (a receiver of its own empties a cache)
    dish.delete()


def softly_deleted(file: File):
    file.delete()  # update library_file


def softly_deleted_together():
    File.objects.all().delete()  # read library_file; update library_file


def softly_cascaded(folder: Folder):
    folder.delete()  # read library_file, library_folder; update library_file, library_folder


def hard_deleted(file: File):
    file.delete(force_policy=0)  # delete library_file


def watched_made():
    Watched.objects.create(name="new")  # read django_content_type; insert auditlog_logentry, library_watched


def watched_saved(watched: Watched):
    watched.name = "other"
    # read django_content_type; insert auditlog_logentry; update library_watched; may: insert library_watched; open: read library_watched (to compare)
    watched.save()


def watched_deleted(watched: Watched):
    watched.delete()  # read django_content_type; insert auditlog_logentry; delete library_watched


def watched_updated():
    Watched.objects.update(name="other")  # update library_watched


def versioned(versioned: Versioned):
    # insert reversion_revision, reversion_version; open: read library_versioned (what was saved is read again)
    with reversion.create_revision():
        versioned.name = "other"
        # update library_versioned; may: insert library_versioned; open: read django_content_type (asked once, and remembered)
        versioned.save()


@reversion.create_revision()
def _rename(versioned):
    versioned.name = "again"
    versioned.save()


def versioned_by_decorator(versioned: Versioned):
    # insert reversion_revision, reversion_version; update library_versioned; open: read django_content_type, library_versioned (what was saved is read again)
    _rename(versioned)


def versioned_outside(versioned: Versioned):
    versioned.save()  # update library_versioned; may: insert library_versioned


def versions_read(versioned: Versioned):
    # read reversion_version; open: read django_content_type (asked once, and remembered)
    return list(reversion.models.Version.objects.get_for_object(versioned))
