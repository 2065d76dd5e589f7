"""Resources of django-tastypie, without the library's source."""

from tests.support.query_snippets import check

HEAD = """
        from tastypie import fields
        from tastypie.authorization import Authorization
        from tastypie.resources import ModelResource
"""


def test_what_may_be_asked_for():
    check(f"""{HEAD}
        class Badges(ModelResource):  # read people_badge; insert people_badge; update people_badge; delete people_badge
            class Meta:
                object_class = Badge
                queryset = Badge.objects.all()  # read people_badge
                authorization = Authorization()

        class OnlyMade(ModelResource):  # insert people_badge
            class Meta:
                object_class = Badge
                list_allowed_methods = ["post"]
                detail_allowed_methods = []
                authorization = Authorization()

        class Unauthorized(ModelResource):  # read people_badge
            class Meta:
                queryset = Badge.objects.all()  # read people_badge

        class Elsewhere:
            class Meta:
                queryset = Badge.objects.all()  # read people_badge
    """)


def test_relations_are_loaded_for_their_address():
    check(f"""{HEAD}
        class Badges(ModelResource):  # read people_badge, people_customer
            customer = fields.ForeignKey("people.api.Customers", "customer")
            color = fields.CharField("color")

            class Meta:
                queryset = Badge.objects.all()  # read people_badge
                allowed_methods = ["get"]
    """)


def test_methods_of_the_projects_own():
    check(f"""{HEAD}
        class Badges(ModelResource):  # read people_badge
            class Meta:
                queryset = Badge.objects.all()  # read people_badge
                allowed_methods = ["get", "post", "delete"]
                authorization = Authorization()

            def get_object_list(self, request):
                return super().get_object_list(request).filter(color="red")  # read people_badge

            def hydrate_color(self, bundle):
                Note.objects.create(text=bundle.data["color"])  # insert people_note
                return bundle

            def dehydrate(self, bundle):
                bundle.data["city"] = bundle.obj.customer.addresses.first()  # read people_customer, people_address
                return bundle

            def obj_delete(self, bundle, **kwargs):
                bundle.obj.customer.save()  # read people_customer; update people_customer
                return super().obj_delete(bundle, **kwargs)  # read people_badge; delete people_badge

            def obj_delete_list(self, bundle, **kwargs):
                raise ValueError

            def save(self, bundle, skip_errors=False):
                return super().save(bundle)  # insert people_badge; update people_badge
    """)
