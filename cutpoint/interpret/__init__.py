"""Uses -> accesses: what each use of a model word does to which tables, one construct of Django per file."""
