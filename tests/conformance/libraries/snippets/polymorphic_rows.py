"""django-polymorphic: a row comes as what it was made as."""

from kinds.models import Bed, Flower, Plant, Tree


def made():
    Tree.objects.create(name="Oak", height=9)  # insert kinds_plant, kinds_tree; open: read django_content_type (kept in memory once it is known)


def everything():
    return list(Plant.objects.all())  # read django_content_type, kinds_flower, kinds_plant, kinds_tree


def one():
    return Plant.objects.get(pk=1)  # read django_content_type, kinds_plant, kinds_tree; may: read kinds_flower


def plain():
    return list(Plant.objects.non_polymorphic())  # read kinds_plant


def counted():
    return Plant.objects.filter(name="Oak").count()  # read kinds_plant


def of_one_kind():
    return list(Flower.objects.all())  # read django_content_type, kinds_flower, kinds_plant


def chosen():
    return list(Plant.objects.instance_of(Tree))  # read django_content_type, kinds_plant, kinds_tree; may: read kinds_flower


def real():
    plant = Plant.objects.non_polymorphic().first()  # read kinds_plant
    return plant.get_real_instance()  # read django_content_type, kinds_plant, kinds_tree; may: read kinds_flower


def followed(bed: Bed):
    return bed.plant  # read django_content_type, kinds_plant, kinds_tree; may: read kinds_flower


def changed(flower: Flower):
    flower.name = "Lily"
    flower.save()  # update kinds_flower, kinds_plant; may: insert kinds_flower, kinds_plant


def removed():
    # read kinds_flower, kinds_plant, kinds_tree; delete kinds_bed, kinds_plant, kinds_tree; may: delete kinds_flower; open: read django_content_type (kept in memory once it is known)
    Plant.objects.filter(name="Oak").delete()


def updated():
    Plant.objects.update(name="Elm")  # update kinds_plant
