"""Project + FileFacts -> Catalog: names become apps, models, tables, relations and imports."""
