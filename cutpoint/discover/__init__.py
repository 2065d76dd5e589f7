"""discover: a root folder goes in, a Project comes out; nothing is imported, run or written."""
