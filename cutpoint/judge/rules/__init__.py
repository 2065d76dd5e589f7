"""Rules, one per file: lying here is being one. Each has a RULE and `findings(case)`; its docstring is its reference page."""
