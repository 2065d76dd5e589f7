"""Catalog + accesses → who imports whom, whose models point where, who uses whose tables, and what circles that makes."""
