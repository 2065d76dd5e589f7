"""Both sides of a one-to-one."""

from billing.models import Invoice, Payment
from django.core.exceptions import ObjectDoesNotExist
from people.models import Badge, Profile, User


def forward(profile: Profile):
    return profile.user.username  # read people_user


def reverse(user: User):
    return user.profile.bio  # read people_profile


def reverse_saved(user: User):
    user.profile.bio = "?"  # read people_profile
    user.profile.save()  # update people_profile


def reverse_in_a_variable(user: User):
    profile = user.profile  # read people_profile
    profile.bio = "?"
    profile.save(update_fields=["bio"])  # update people_profile


def reverse_created_when_missing():
    user = User.objects.get(pk=3)  # read people_user
    try:
        profile = user.profile  # read people_profile
    except Profile.DoesNotExist:
        profile = Profile.objects.create(user=user)  # insert people_profile
    return profile.bio


def reverse_missing_by_exception_of_descriptor():
    user = User.objects.get(pk=3)  # read people_user
    try:
        return user.profile  # read people_profile
    except User.profile.RelatedObjectDoesNotExist:
        return None


def reverse_missing_by_general_exception():
    user = User.objects.get(pk=3)  # read people_user
    try:
        return user.badge  # read people_badge
    except ObjectDoesNotExist:
        return None


def reverse_assigned():
    # Nothing is written until the badge is saved, and the user is at hand.
    user = User.objects.get(pk=3)  # read people_user
    badge = Badge(code="B3")
    user.badge = badge
    badge.save()  # insert people_badge


def reverse_assigned_to_new():
    user = User.objects.get(pk=3)  # read people_user
    badge = Badge(code="B3")
    badge.user = user
    badge.save()  # insert people_badge


def assigned_none(badge: Badge):
    badge.user = None
    badge.save()  # update people_badge; may: insert people_badge


def as_primary_key(payment: Payment):
    return payment.pk, payment.invoice_id


def as_primary_key_followed(payment: Payment):
    return payment.invoice.number  # read billing_invoice


def as_primary_key_saved():
    payment = Payment.objects.get(invoice=1)  # read billing_payment
    payment.amount = 3
    payment.save()  # update billing_payment


def as_primary_key_created():
    invoice = Invoice.objects.get(number="N3")  # read billing_invoice
    payment = Payment.objects.create(invoice=invoice)  # insert billing_payment
    return payment.invoice.number  # open: read billing_invoice (whoever doesn't see that the row is at hand)


def filtered_by_reverse():
    # read billing_invoice, billing_payment
    return Invoice.objects.filter(payment__amount__gt=1).count(), Invoice.objects.filter(payment=None).count()


def update_over_reverse():
    User.objects.filter(profile__bio="...").update(nickname="!")  # read people_profile; update people_user


def get_or_create_by_row(user: User):
    profile, created = Profile.objects.get_or_create(user=user)  # read people_profile; may: insert people_profile
    return profile.bio, created


def there_and_back(user: User):
    # read people_profile; open: read people_user (whoever doesn't see that the row is at hand)
    return user.profile.user.username
