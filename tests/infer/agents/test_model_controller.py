"""Controllers of django-ninja-extra, without the library's source."""

from tests.support.query_snippets import check

HEAD = """
        from ninja_extra import ModelConfig, ModelControllerBase, ModelService, api_controller, http_get
"""


def test_routes_of_a_model():
    check(f"""{HEAD}
        @api_controller("/badges")
        class Badges(ModelControllerBase):  # read people_badge; insert people_badge; update people_badge; delete people_badge
            model_config = ModelConfig(model=Badge)

        @api_controller("/made")
        class OnlyMade(ModelControllerBase):  # insert people_badge
            model_config = ModelConfig(model=Badge, allowed_routes=["create"])

            @http_get("/red")
            def red(self):
                return self.service.get_all().filter(customer__email="")  # read people_badge, people_customer

            async def one(self, pk):
                return await self.service.get_one_async(pk)  # read people_badge

        @api_controller("/nothing")
        class Unconfigured(ModelControllerBase):
            pass

        class Elsewhere:
            model_config = ModelConfig(model=Badge)
    """)


def test_a_service_of_the_projects_own():
    check(f"""{HEAD}
        class Service(ModelService):
            def create(self, schema, **kwargs):
                Note.objects.create(text="new")  # insert people_note
                return super().create(schema, **kwargs)  # insert people_badge

            def update(self, instance, schema, **kwargs):
                instance.color = "red"
                instance.save()  # update people_badge
                return instance

            def delete(self, instance, **kwargs):
                self.model.objects.filter(color="red").delete()  # delete people_badge
                super().delete(instance)  # delete people_badge

        class Unused(ModelService):
            def get_all(self, **kwargs):
                return super().get_all().filter(color="red")  # blind

        @api_controller("/badges")
        class Badges(ModelControllerBase):  # read people_badge
            service_type = Service
            model_config = ModelConfig(model=Badge)
    """)
