"""Reasons why two models belong together, one kind per file: lying here is being one. Each has `ties(subjects)`."""
