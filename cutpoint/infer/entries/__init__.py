"""Entry points: what calls code of ours from outside, one file for each way."""
