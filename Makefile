# Every target does its own set-up in .venv; the stamps say what was installed there, and when.
.DEFAULT_GOAL := help
.PHONY: help demo test lint bench eval docs clean
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN    := .venv/bin
CASE   := build/demo.db
BUILT  := pyproject.toml $(wildcard hatch_build.py)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:
	@echo "make demo    install, read the bundled samples, print the briefing, write it as HTML in two languages"
	@echo "make test    install what the tests need and run them"
	@echo "make lint    ruff and mypy --strict"
	@echo "make eval    score the reading against ../shared, where that folder is there"
	@echo "make bench   measure speed, start-up and memory"
	@echo "make docs    write the generated pages of docs/ anew"
	@echo "make clean   remove build/ (the environment in .venv stays)"

# A Debian without python3-venv has a venv module that fails half-way; asked for first, it can be said plainly.
.venv/bin/pip:
	@command -v $(PYTHON) >/dev/null || { echo "Tawatur needs Python 3.11 or newer: there is no '$(PYTHON)'. On Debian: apt install python3.11 python3.11-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tawatur needs Python 3.11 or newer: '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Name another one: make PYTHON=python3.11 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt install python3.11-venv" >&2; exit 1; }
	@echo "Making the environment in .venv …"
	@$(PYTHON) -m venv .venv

.venv/.ready: .venv/bin/pip $(BUILT)
	@echo "Installing Tawatur and what it needs …"
	@$(BIN)/pip install -qq --editable . || { echo "The installation failed: pip's message above says why (is the package index within reach?)." >&2; exit 1; }
	@touch $@

.venv/.ready-dev: .venv/bin/pip $(BUILT)
	@echo "Installing Tawatur with its development tools …"
	@$(BIN)/pip install -qq --editable '.[dev]' || { echo "The installation failed: pip's message above says why (is the package index within reach?)." >&2; exit 1; }
	@touch .venv/.ready $@

demo: .venv/.ready
	@mkdir -p build && rm -f $(CASE) $(CASE)-wal $(CASE)-shm
	@$(BIN)/tawatur read --samples --case $(CASE)
	@$(BIN)/tawatur brief --case $(CASE) --lang en --short
	@$(BIN)/tawatur brief --case $(CASE) --lang en --format html --output build/demo.en.html
	@$(BIN)/tawatur brief --case $(CASE) --lang ar --format html --output build/demo.ar.html
	@cat docs/next.txt

test: .venv/.ready-dev
	@$(BIN)/pytest

lint: .venv/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy

eval: .venv/.ready-dev
	@$(BIN)/python -m bench.evaluate $(ARGS)

bench: .venv/.ready-dev
	@$(BIN)/python -m bench.speed $(ARGS)

docs: .venv/.ready-dev
	@$(BIN)/python -m docs.build

clean:
	@rm -rf build
