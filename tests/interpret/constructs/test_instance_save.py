from tests.support.query_snippets import accesses_of, check


def test_a_row_that_was_just_made_is_inserted():
    check(
        """
        def place(customer: Customer):
            order = Order(customer=customer)
            order.save()  # insert shop_order via instance
            Order(customer=customer, total=3).save()  # insert shop_order
    """,
        certainty="proved",
    )


def test_a_row_from_the_table_is_updated():
    check(
        """
        def pay():
            order = Order.objects.get(pk=1)  # read shop_order
            order.paid = True
            order.save()  # update shop_order via instance
    """,
        certainty="proved",
    )


def test_a_row_of_which_nobody_knows_whether_it_is_stored():
    check("""
        def pay(order: Order):
            order.save()  # insert shop_order, update shop_order

        def restore():
            Order(pk=1).save()  # insert shop_order, update shop_order
    """)


def test_related_row():
    check("""
        def pay(invoice: Invoice):
            invoice.order.save()  # read shop_order, update shop_order
    """)


def test_update_fields_can_only_update():
    check("""
        def pay(order: Order):
            order.save(update_fields=["paid"])  # update shop_order
            order.save(update_fields={"paid"})  # update shop_order
    """)


def test_force():
    check("""
        def pay(order: Order):
            order.save(force_update=True)  # update shop_order
            order.save(force_insert=True)  # insert shop_order

        def pay_or_not(order: Order):
            order.save(force_insert=False)  # insert shop_order, update shop_order
    """)


def test_asynchronous():
    check("""
        async def pay(order: Order):
            await order.asave(update_fields=["paid"])  # update shop_order
    """)


def test_save_base():
    check("""
        def load(order: Order):
            order.save_base(raw=True)  # insert shop_order, update shop_order
    """)


def test_columns_are_told_when_they_are_named():
    (paid,) = accesses_of("""
        def pay(order: Order):
            order.save(update_fields=["paid", "customer"])
    """)
    assert paid.columns == ("customer_id", "paid")


def test_columns_of_a_whole_row_are_open():
    (paid,) = accesses_of("""
        def pay():
            Order().save()
    """)
    assert paid.columns is None


def test_columns_of_a_parent_are_written_there_only():
    check("""
        def hurry(order: RushOrder):
            order.save(update_fields=("fee",))  # update billing_rushorder
            order.save(update_fields=("paid",))  # update shop_order via inheritance
            order.save(update_fields=("fee", "paid"))  # update billing_rushorder, shop_order
    """)


def test_columns_that_are_put_together_are_open():
    (paid,) = accesses_of("""
        def pay(order: Order, names: list[str]):
            order.save(update_fields=names)
    """)
    assert paid.columns is None


def test_multi_table_child_writes_its_parents():
    check("""
        def hurry(order: RushOrder, customer: Customer):
            RushOrder(customer=customer).save()  # insert billing_rushorder, insert shop_order via inheritance
            order.save(force_update=True)  # update billing_rushorder, update shop_order
    """)


def test_proxy_writes_the_table_of_its_model():
    check("""
        def cheapen(bargain: Bargain):
            bargain.save(update_fields=["price"])  # update shop_product
    """)


def test_things_that_only_look_like_rows():
    check("""
        class Draft:
            def save(self, update_fields=()):
                self.saved = True

        def write(upload, name: str):
            draft = Draft()
            draft.save()
            draft.save(update_fields=["paid"])
            Draft.save(draft)
    """)


def test_not_calling_it_is_silent():
    check("""
        def pay(order: Order):
            save = order.save
            return order.save, Order.save
    """)


def test_through_the_class():
    check("""
        def pay(order: Order):
            models.Model.save(order, update_fields=["paid"])  # update shop_order
    """)


def test_through_the_class_of_the_model():
    check("""
        def pay(order: Order):
            Order.save(order, update_fields=["paid"])  # update shop_order
    """)


def test_a_delete_of_the_project_that_saves_the_row_has_a_stored_one():
    check(
        """
        from stock.models import Seat
        def forget(seat: Seat):
            seat.delete()  # update stock_seat
    """,
        models="""
        from django.db import models

        class Seat(models.Model):
            gone = models.BooleanField(default=False)

            def delete(self, *args, **kwargs):
                self.gone = True
                self.save()  # insert stock_seat, update stock_seat
    """,
    )
