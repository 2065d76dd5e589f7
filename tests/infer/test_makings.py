"""Objects that are made with rows of several models, each of which decides what its object does."""

from tests.support.query_snippets import check


def test_rows_kept_as_attributes():
    check("""
        class Forget:
            def __init__(self, thing, user=None):
                self.thing = thing
                self.user = user

            def check(self):
                self.thing.refresh_from_db()  # read shop_wish, read shop_line

            def run(self):
                self.check()
                self.thing.delete()  # delete shop_wish inferred for itself, delete shop_line inferred for itself

        def one(wish: Wish, user: Customer):
            Forget(wish, user=user).run()

        def other(line: Line):
            action = Forget(line)
            action.run()

        class Rename:
            def __init__(self, thing):
                self.thing = thing

            def run(self):
                self.thing.save()  # insert shop_tag, update shop_tag

        def rename(tag: Tag):
            Rename(tag).run()
    """)


def test_models_kept_as_attributes():
    check("""
        class Policy:
            def __init__(self, model):
                self.model = model

            def all(self):
                return self.model.objects.all()  # read shop_wish, read shop_line

        def look(product: Product):
            Policy(Wish).all().first().refresh_from_db()  # read shop_wish
            Policy(Line).all().first().refresh_from_db()  # read shop_line
    """)


def test_a_branch_that_no_maker_takes():
    check("""
        class Desk:
            def close(self):
                return 1

        class Forget:
            def __init__(self, thing, desk=None):
                self.thing = thing
                self.desk = desk

            def run(self):
                if self.desk:
                    self.desk.close()
                else:
                    self.thing.delete()  # delete shop_line

        def one(wish: Wish):
            Forget(wish, desk=Desk()).run()

        def other(line: Line):
            Forget(line).run()
    """)


def test_objects_that_are_made_without_something():
    check("""
    from django.db.models.signals import post_save
    from django.dispatch import receiver

    class Publish:
        def __init__(self, row, log=True):
            self.row = row
            self.log = log

        def run(self):
            self.note(self.log)
            self.row.save(update_fields=["text"])  # update shop_wish

        def note(self, log):
            if log:
                Badge.objects.update(color="")  # update people_badge

    @receiver(post_save, sender=Tag)
    def quiet(sender, instance, **kwargs):
        Publish(Wish(), log=None).run()

    @receiver(post_save, sender=Address)
    def loud(sender, instance, **kwargs):
        Publish(Wish()).run()

    def change(tag: Tag, address: Address):
        tag.save(force_update=True)  # update shop_tag, shop_wish via signal
        address.save(force_update=True)  # update people_address, shop_wish via signal, people_badge via signal
    """)


def test_one_user_acts_on_another():
    check("""
    from django.db.models.signals import post_save
    from django.dispatch import receiver

    class Rename:
        def __init__(self, thing, user=None):
            self.thing = thing
            self.user = user

        def run(self):
            self.thing.save(force_update=True)  # update shop_wish, update people_customer

    @receiver(post_save, sender=Tag)
    def of_wishes(sender, instance, **kwargs):
        Rename(Wish(), user=Customer()).run()

    @receiver(post_save, sender=Address)
    def of_members(sender, instance, **kwargs):
        Rename(Customer(), user=Customer()).run()

    def change(tag: Tag, address: Address):
        tag.save(force_update=True)  # update shop_tag, shop_wish via signal
        address.save(force_update=True)  # update people_address, people_customer via signal
    """)
