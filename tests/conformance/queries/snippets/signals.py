"""What receivers do is done by the line that makes Django send a signal."""

from archive.models import Bell, BigSiren, LoudSiren, Reader, Siren
from archive.receivers import ringing


def saved(siren: Siren):
    siren.save()  # insert archive_alarm; update archive_calm, archive_siren; may: insert archive_siren


def created():
    Siren.objects.create(name="a")  # insert archive_alarm, archive_siren; update archive_calm


def got_or_created():
    # read archive_siren; insert archive_alarm, archive_siren; update archive_calm
    Siren.objects.get_or_create(name="new")


def created_in_bulk():
    Siren.objects.bulk_create([Siren(name="a")])  # insert archive_siren


def updated():
    Siren.objects.update(name="a")  # update archive_siren


def proxy_saved(siren: LoudSiren):
    siren.save()  # update archive_siren; may: insert archive_siren


def child_created():
    BigSiren.objects.create(name="a")  # insert archive_bigsiren, archive_siren


def bell_deleted(bell: Bell):
    bell.delete()  # read archive_calm; delete archive_bell


def bells_deleted():
    Bell.objects.all().delete()  # read archive_bell, archive_calm; delete archive_bell


def bells_deleted_with_their_siren(siren: Siren):
    # read archive_bell, archive_bigsiren, archive_calm, archive_siren; delete archive_bell, archive_siren, archive_siren_readers; may: delete archive_bigsiren
    siren.delete()


def readers_added(siren: Siren, reader: Reader):
    siren.readers.add(reader)  # read archive_alarm, archive_siren_readers; insert archive_siren_readers


def readers_cleared(siren: Siren):
    siren.readers.clear()  # read archive_alarm; delete archive_siren_readers


def reverse_side(siren: Siren, reader: Reader):
    reader.sirens.add(siren)  # read archive_alarm, archive_siren_readers; insert archive_siren_readers


def own_signal():
    ringing.send(sender=None, text="!")  # insert archive_alarm; update archive_calm


def own_signal_robust():
    ringing.send_robust(sender=None, text="!")  # insert archive_alarm; update archive_calm
