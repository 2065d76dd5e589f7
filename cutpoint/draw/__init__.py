"""The stage that draws: what was found out, at the level that is asked for, as nodes and arrows."""
