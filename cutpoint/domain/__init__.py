"""The nouns that stages exchange; every stage imports from here and from no other stage."""
