"""SQL text → the tables it touches, and the parts of it that could not be understood."""
