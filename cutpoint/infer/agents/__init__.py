"""What a framework does by itself when a request or our code calls it: one kind of declaration a file."""
