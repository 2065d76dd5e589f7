from tests.support.query_snippets import check

SETTINGS = """
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock", "auditlog"]
AUTH_USER_MODEL = "people.Customer"
"""
FILES = {"config/settings.py": SETTINGS}


def test_changes_of_registered_models_are_logged():
    check(
        """
        from auditlog.registry import auditlog

        auditlog.register(Wish)

        def change(wish: Wish, badge: Badge):
            Wish().save()  # insert shop_wish, read django_content_type, insert auditlog_logentry via history
            Wish.objects.update(text="")  # update shop_wish
            badge.delete()  # delete people_badge
    """,
        files=FILES,
    )


def test_registers_of_other_things():
    check(
        """
        class Registry:
            def register(self, model):
                return model

        registry = Registry()
        registry.register(Wish)

        def change(number):
            Wish().save()  # insert shop_wish
    """,
        files=FILES,
    )
