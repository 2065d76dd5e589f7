"""parse: a file goes in, its syntax tree comes out; with the cache and the worker processes that this is done in."""
