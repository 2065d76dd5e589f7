"""Bytes from and to the disk, in few ways that are known to be safe: what every stage may stand on beside `domain`."""
