"""ParsedModule -> FileFacts: what one file says on its own, with names as written."""
