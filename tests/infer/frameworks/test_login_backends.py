from tests.support.query_snippets import check


def test_backend_of_a_library():
    check("""
        from mozilla_django_oidc.auth import OIDCAuthenticationBackend

        class Backend(OIDCAuthenticationBackend):
            def filter_users_by_claims(self, claims):
                return [self.UserModel.objects.get(email=claims["email"])]  # read people_customer

            def create_user(self, claims):
                return self.UserModel.objects.create(email=claims["email"])  # insert people_customer

            def update_user(self, user, claims):
                user.email = claims["email"]
                user.save()  # update people_customer
                return user
    """)


def test_backend_of_django():
    check("""
        from django.contrib.auth.backends import ModelBackend

        class Backend(ModelBackend):
            def has_perm(self, user_obj, perm, obj=None):
                return user_obj.wishes.exists()  # read shop_wish
    """)


def test_other_classes_promise_nothing():
    check("""
        class ModelBackend:
            def greet(self, user, claims):
                user.update()
                return self.UserModel.objects.all()  # blind

        class Sender:
            def greet(self, user):
                user.update()
    """)
