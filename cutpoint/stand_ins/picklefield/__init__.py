"""django-picklefield."""

from picklefield.fields import PickledObjectField
