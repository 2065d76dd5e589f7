"""The command line, one command per file: parse options, call, print, exit; nothing else here writes anywhere."""
