"""States: what a status, a tracker, a transition and a hook do by themselves."""

from states.models import Claim, Draft, Parcel, Ticket


def status(ticket: Ticket):
    if ticket.tracker.has_changed("status"):
        return
    ticket.status = "closed"
    ticket.save()  # update states_ticket; may: insert states_ticket


def statuses():
    return list(Ticket.open.all()), list(Ticket.closed.all())  # open: read states_ticket (managers are named by the choices)


def removed(draft: Draft):
    draft.delete()  # update states_draft


def really_removed(draft: Draft):
    draft.delete(soft=False)  # delete states_draft


def available():
    return list(Draft.available_objects.all())  # read states_draft


def removed_many():
    Draft.available_objects.filter(title="x").delete()  # update states_draft


def transition(claim: Claim):
    claim.cancel()


def transition_that_writes(claim: Claim):
    claim.pay()  # insert states_log
    claim.save()  # update states_claim; may: insert states_claim


def hooked_create():
    Parcel.objects.create(title="new")  # insert states_log, states_parcel


def hooked_update(parcel: Parcel):
    parcel.title = "other"
    parcel.save()  # update states_log, states_parcel; may: insert states_log, states_parcel


def hooked_delete(parcel: Parcel):
    parcel.delete()  # delete states_log, states_parcel


def unhooked():
    Parcel.objects.update(count=1)  # update states_parcel
