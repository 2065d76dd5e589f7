"""edtf."""
