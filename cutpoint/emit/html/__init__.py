"""Analysis → one page that works offline from a mail attachment: data as inert JSON, our modules, a strict policy."""
