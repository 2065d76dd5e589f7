"""django-mptt: nested sets are kept in four columns, and a node that comes or goes moves others."""

from trees.models import Film, Genre


def root():
    Genre.objects.create(name="Drama")  # insert trees_genre; open: read trees_genre (where the node goes)


def child(genre: Genre):
    Genre.objects.create(name="Drama", parent=genre)  # insert trees_genre; open: read trees_genre (where the node goes); open: update trees_genre (others give way)


def inserted(genre: Genre):
    Genre(name="Drama").insert_at(genre, save=True)  # read trees_genre; insert trees_genre; update trees_genre


def renamed(genre: Genre):
    genre.name = "Plays"
    genre.save()  # update trees_genre; may: insert trees_genre


def moved(genre: Genre):
    genre.move_to(None)  # read trees_genre; update trees_genre


def moved_by_manager(genre: Genre):
    Genre.objects.move_node(genre, None)  # read trees_genre; update trees_genre


def removed(genre: Genre):
    genre.delete()  # read trees_genre; open: update trees_genre (others give way); delete trees_film, trees_genre


def rebuilt():
    Genre.objects.rebuild()  # read trees_genre; update trees_genre


def relatives(genre: Genre):
    list(genre.get_children())  # read trees_genre
    list(genre.get_descendants(include_self=True))  # read trees_genre
    list(genre.get_family())  # read trees_genre
    list(genre.get_leafnodes())  # read trees_genre
    list(genre.get_siblings())  # read trees_genre


def ancestors(genre: Genre):
    leaf = genre.get_leafnodes().first()  # read trees_genre
    list(leaf.get_ancestors())  # read trees_genre
    return leaf.get_root()  # read trees_genre


def counted(genre: Genre):
    return genre.get_descendant_count(), genre.is_leaf_node(), genre.is_root_node()


def through_manager():
    list(Genre.objects.root_nodes())  # read trees_genre


def related_counts():
    roots = Genre.objects.root_nodes()
    # read trees_film, trees_genre
    return list(Genre.objects.add_related_count(roots, Film, "genre", "films_in", cumulative=True))


def below():
    return list(Genre.objects.get_queryset_descendants(Genre.objects.filter(name="Comedy")))  # read trees_genre
