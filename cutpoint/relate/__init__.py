"""Catalog → graphs between apps: who imports whom, whose models point where, and which circles that makes."""
