"""Resources of django-tastypie and controllers of django-ninja-extra: one entry point for each HTTP method."""

from tests.support.entries import check_entries


def test_each_method_runs_what_is_for_it():
    check_entries(
        "url",
        """
        from tastypie.authorization import Authorization
        from tastypie.resources import ModelResource

        class Badges(ModelResource):
            class Meta:
                queryset = Badge.objects.all()
                list_allowed_methods = ["post"]
                detail_allowed_methods = ["get", "delete"]
                authorization = Authorization()

            def obj_create(self, bundle, **kwargs):
                Note.objects.create(text="new")
                return super().obj_create(bundle, **kwargs)
        """,
        r"""
        POST api/^(?P<api_name>v1)/^(?P<resource_name>badges)/$ desk.views.Badges: writes people_badge, people_note
        GET api/^(?P<api_name>v1)/^(?P<resource_name>badges)/(?P<pk>.*?)/$ desk.views.Badges: reads people_badge
        DELETE api/^(?P<api_name>v1)/^(?P<resource_name>badges)/(?P<pk>.*?)/$ desk.views.Badges: writes people_badge; reads people_badge
        """,
        files={
            "config/urls.py": """
                from django.urls import include, path
                from desk import views
                from tastypie.api import Api
                api = Api()
                api.register(views.Badges())
                urlpatterns = [path("api/", include(api.urls))]
            """
        },
    )


def test_routes_of_a_controller():
    check_entries(
        "url",
        """
        from ninja_extra import ModelConfig, ModelControllerBase, ModelService, api_controller, http_post

        class Service(ModelService):
            def create(self, schema, **kwargs):
                Note.objects.create(text="new")
                return super().create(schema, **kwargs)

        @api_controller("/badges")
        class Badges(ModelControllerBase):
            service_type = Service
            model_config = ModelConfig(model=Badge, allowed_routes=["create", "list", "delete"])

            @http_post("/notes")
            def note(self):
                Note.objects.create(text="")
        """,
        """
        api/badges/notes desk.views.Badges.note: writes people_note
        POST api/badges/ desk.views.Badges: writes people_badge, people_note
        GET api/badges/ desk.views.Badges: reads people_badge
        DELETE api/badges/<pk> desk.views.Badges: writes people_badge; reads people_badge
        """,
        files={
            "config/urls.py": """
                from desk import views
                from django.urls import path
                from ninja_extra import NinjaExtraAPI
                api = NinjaExtraAPI()
                api.register_controllers(views.Badges)
                urlpatterns = [path("api/", api.urls)]
            """
        },
    )
