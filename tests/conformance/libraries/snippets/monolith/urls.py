from api_resources import ListedItems, OwnItems
from django.urls import include, path
from model_controllers import ServedItems
from ninja_extra import NinjaExtraAPI
from ninja_routes import api as plain
from tastypie.api import Api

api = Api(api_name="v1")
api.register(ListedItems())
api.register(OwnItems())
controlled = NinjaExtraAPI()
controlled.register_controllers(ServedItems)
urlpatterns = [path("api/", include(api.urls)), path("controlled/", controlled.urls), path("plain/", plain.urls)]
