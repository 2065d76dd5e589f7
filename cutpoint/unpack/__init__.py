"""unpack: a git revision goes in, its files come out; nothing is checked out, fetched or run, and nothing is written into the repository."""
