"""Boundary → the text of a context map in CML, the language of Context Mapper."""
