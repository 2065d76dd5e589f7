from django.urls import include, path
from tastypie.api import Api

from api_resources import ListedItems, OwnItems

api = Api(api_name="v1")
api.register(ListedItems())
api.register(OwnItems())
urlpatterns = [path("api/", include(api.urls))]
