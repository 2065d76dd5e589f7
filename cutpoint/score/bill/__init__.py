"""What a cut costs, one kind of item per file: lying here is being one. Each has KIND and `items(parting)`."""
