# Everything here works on a fresh machine with Python 3.11 or newer and make.

# The first of these that really runs and is new enough; `make PYTHON=/path/to/python` overrules it.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
FIXTURE ?= fixtures/bookshop

.PHONY: help test check demo format venv wheel

help:
	@echo 'make test    everything that CI asks: format, lint, types, contracts, tests, docs'
	@echo 'make demo    analyze $(FIXTURE)'
	@echo 'make format  let ruff put the code in order'
	@echo 'make venv    create $(VENV) with cutpoint and its development tools'
	@echo 'make wheel   build a wheel in dist, and print its SHA-256'

test: venv
	@.ci/tools
	@PYTHON=$(VENV)/bin/python .ci/check

check: test

# The tool alone, in a fraction of the time that its development tools take.
demo: $(VENV)/.tool
	@$(VENV)/bin/cutpoint analyze $(FIXTURE)

format: venv
	@$(VENV)/bin/python -m ruff check --fix-only --quiet .
	@$(VENV)/bin/python -m ruff format --quiet .

wheel: venv
	@$(VENV)/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@$(VENV)/bin/python -c 'import hashlib, sys; [print(hashlib.sha256(open(file, "rb").read()).hexdigest(), file) for file in sys.argv[1:]]' dist/*.whl

venv: $(VENV)/.installed

$(VENV)/.tool: pyproject.toml
	@test -n "$(PYTHON)" || { echo 'cutpoint needs Python 3.11 or newer: make PYTHON=/path/to/python' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo 'cutpoint needs Python 3.11 or newer: make PYTHON=/path/to/python' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.tool
