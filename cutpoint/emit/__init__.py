"""Analysis → text: pure functions that give the same text for the same analysis, one emitter per file."""
