"""django-polymorphic: bases that only show values."""


class ShowFieldBase:
    pass


class ShowFieldType(ShowFieldBase):
    pass


class ShowFieldContent(ShowFieldBase):
    pass


class ShowFieldTypeAndContent(ShowFieldBase):
    pass


class ShowFields(ShowFieldBase):
    pass


class ShowFieldTypes(ShowFieldBase):
    pass
