"""The mutation benchmark of the gate: writes are planted and code is only moved about, and the gate must tell them apart."""
