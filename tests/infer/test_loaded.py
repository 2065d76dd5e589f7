"""What a function has fetched already is not read again."""

from tests.support.query_snippets import check


def test_relation_that_was_followed():
    check("""
        def show(line: Line, other: Line, third: Line):
            line.order.refresh_from_db()  # read shop_order
            print(line.order.customer, line.order.customer.email)  # read people_customer
            other.order.customer.save()  # read shop_order, people_customer, update people_customer
            line = other
            print(line.order)
            line = third
            print(line.order)  # read shop_order
            line.refresh_from_db()  # read shop_line
            print(line.order)  # read shop_order
    """)


def test_relation_that_is_another_one_now():
    check("""
        def show(line: Line, order: Order, number):
            print(line.order.customer)  # read shop_order, people_customer
            line.order = order
            print(line.order.customer)  # read people_customer
            line.order_id = number
            print(line.order)  # read shop_order
    """)


def test_relation_that_was_followed_on_one_way_only():
    check("""
        def show(line: Line, loud):
            if loud:
                print(line.order)  # read shop_order
            print(line.order)  # read shop_order
            print(loud and line.order.customer)  # read people_customer
            print(line.order.customer if loud else "")  # read people_customer
            print(line.order.customer)  # read people_customer
            print(line.order.customer)
    """)


def test_relation_in_a_loop():
    check("""
        def show(lines: QuerySet[Line]):
            for line in lines:  # read shop_line
                print(line.order)  # read shop_order
                print(line.order)
    """)


def test_given_to_a_new_row():
    check("""
        def buy(customer: Customer, number):
            order = Order(customer=customer)
            print(order.customer)
            made = Order.objects.create(customer=customer)  # insert shop_order
            print(made.customer)
            found = Order.objects.get(customer=customer)  # read shop_order
            print(found.customer)  # read people_customer
            other = Order.objects.create(customer_id=number)  # insert shop_order
            print(other.customer)  # read people_customer
    """)


def test_rows_that_come_along():
    check("""
        def show(number):
            line = Line.objects.select_related("order__customer").get(pk=number)  # read shop_line, shop_order, people_customer
            print(line.order, line.order.customer)
            other = get_object_or_404(Line.objects.select_related("order"), pk=number)  # read shop_line, shop_order
            print(other.order)
            print(other.order.customer)  # read people_customer
            print([each.order for each in Line.objects.select_related("order")])  # read shop_line, shop_order
            for each in Line.objects.prefetch_related("order"):  # read shop_line, shop_order
                print(each.order)
            for each in Line.objects.select_related("order").select_related(None):  # read shop_line
                print(each.order)  # read shop_order
    """)


def test_queryset_that_has_run():
    check("""
        def show(lines: QuerySet[Line], loud):
            print(lines[0])  # read shop_line
            if lines:  # read shop_line
                print(len(lines), lines[0], list(lines))
            for line in lines.all():  # read shop_line
                print(line)
            lines = lines.filter(order=1)  # read shop_line
            for line in lines:  # read shop_line
                print(line in lines)
            if loud:
                lines = Line.objects.all()  # read shop_line
            print(list(lines))  # read shop_line
    """)


def test_name_that_is_bound_on_the_way():
    check("""
        def show(number, loud):
            if loud and (line := Line.objects.filter(pk=number).first()):  # read shop_line
                line.delete()  # delete shop_line
            other = (wish := Wish.objects.first()) if loud else None  # read shop_wish
            wish.delete()  # delete shop_wish
    """)
