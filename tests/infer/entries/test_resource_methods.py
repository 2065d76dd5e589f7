"""Resources of django-tastypie: one entry point for each HTTP method."""

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
