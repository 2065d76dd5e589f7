"""django-treebeard: nodes are added and moved by methods of their own."""

from trees.models import Page, Part, Post


def root():
    Page.add_root(title="Home")  # read trees_page; insert trees_page


def child(page: Page):
    page.add_child(title="About")  # read trees_page; insert trees_page; update trees_page


def given(page: Page):
    page.add_child(instance=Page(title="About"))  # read trees_page; insert trees_page; update trees_page


def sibling(page: Page):
    page.add_sibling("right", title="About")  # read trees_page; insert trees_page; may: update trees_page


def moved(page: Page):
    page.get_first_child().move(page, "last-child")  # read trees_page; update trees_page


def removed(page: Page):
    page.delete()  # open: read trees_page (the nodes below); delete trees_page, trees_remark


def removed_many():
    Page.objects.filter(title="News").delete()  # read trees_page; update trees_page; delete trees_page, trees_remark


def renamed(page: Page):
    page.title = "Start"
    page.save()  # update trees_page; may: insert trees_page


def relatives(page: Page):
    list(page.get_children())  # read trees_page
    list(page.get_descendants())  # read trees_page
    list(page.get_siblings())  # read trees_page
    page.get_last_child()  # read trees_page


def above(page: Page):
    leaf = page.get_last_child()  # read trees_page
    leaf.get_parent()  # read trees_page
    list(leaf.get_ancestors())  # read trees_page
    leaf.get_root()  # read trees_page


def counted(page: Page):
    page.get_descendant_count()  # read trees_page


def asked(page: Page):
    return page.is_leaf(), page.is_root(), page.get_depth(), page.get_children_count()


def whole():
    list(Page.get_tree())  # read trees_page
    list(Page.get_root_nodes())  # read trees_page


def dumped():
    Page.dump_bulk()  # read trees_page


def loaded():
    # read trees_page; insert trees_page; update trees_page
    Page.load_bulk([{"data": {"title": "New"}, "children": [{"data": {"title": "Newer"}}]}])


def mended():
    Page.fix_tree()  # update trees_page


def nested_child(part: Part):
    part.add_child(title="Wheel")  # read trees_part; insert trees_part; update trees_part


def nested_removed(part: Part):
    part.delete()  # delete trees_part; open: read trees_part (the nodes below); open: update trees_part (others give way)


def listed_child(post: Post):
    post.add_child(title="Reply")  # read trees_post; insert trees_post; may: update trees_post


def listed_relatives(post: Post):
    list(post.get_children())  # read trees_post
    list(post.get_descendants())  # read trees_post
