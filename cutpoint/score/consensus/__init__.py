"""Sides from a few named models: what many reasonable settings agree on."""
