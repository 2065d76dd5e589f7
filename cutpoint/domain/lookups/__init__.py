"""What lookups and query expressions join, by Django's rules, over the model space alone."""
