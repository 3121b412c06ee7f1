# What to do with a fresh clone. Nothing is needed but Python 3.11 or newer and a network.

PYTHON ?= python3
TIMES ?= 1
VENV := .venv
BIN := $(VENV)/bin
SUITES := tests/node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help site test check audit lowest lock torture release golden words guide bench bench-map bench-search bench-serve screenshots clean browser

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile

site: $(VENV)/.installed ## Build content/ into site/
	$(BIN)/argsite build

test: $(VENV)/.testable $(SUITES) browser ## Run the tests
	$(BIN)/pytest

check: $(VENV)/.testable $(SUITES) browser audit ## Run formatter, linters, type checker and tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

audit: $(VENV)/.testable ## Ask whether a locked package has a known fault
	$(BIN)/python tests/tools/audit.py

lowest: $(VENV)/.testable ## Run tests with the lowest versions that pyproject.toml allows
	$(BIN)/python tests/tools/lowest.py $(LOWEST)

# Versions that are there stay while they fit: `make lock LOCK=--upgrade` takes the newest of all.
lock: $(VENV)/.testable ## Bring tests/locked.txt up to pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --group dev \
	  --generate-hashes --no-annotate --no-emit-index-url --custom-compile-command 'make lock' \
	  --output-file tests/locked.txt $(LOCK) pyproject.toml

release: $(VENV)/.testable ## Make the wheel, the sdist and the list of what is in them, in dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation
	$(BIN)/python tests/tools/sbom.py dist

torture: $(VENV)/.testable $(SUITES) browser ## Try to break it for as long as an hour: input, crashes, cache, server, pages
	ARGSITE_TORTURE=$(TIMES) $(BIN)/pytest tests/making tests/cli/diagnosis tests/torture $(TORTURE)

golden: $(VENV)/.testable ## Rewrite the expected results of the tests; look at the difference
	$(BIN)/pytest --rewrite-goldens

words: $(VENV)/.testable ## Bring the catalogues of translations up to the messages in code, templates, scripts
	$(BIN)/python tests/tools/update_words.py

guide: $(VENV)/.testable ## Write the guide's reference of the format from the declarations of its keys
	$(BIN)/python tests/tools/update_guide.py

bench: $(VENV)/.testable ## Measure builds beside Hugo and others, for several sizes
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python tests/bench.py $(BENCH)
	$(BIN)/python tests/bench_search.py

bench-map: $(VENV)/.testable browser ## Measure how fluid a map of 1,000 statements is
	$(BIN)/python tests/bench_map.py

bench-search: $(VENV)/.installed ## Measure what making the search index takes
	$(BIN)/python tests/bench_search.py

bench-serve: $(VENV)/.installed ## Measure how long a saved change takes to be on the page
	$(BIN)/python tests/bench_serve.py

screenshots: $(VENV)/.testable browser ## Take the pictures of the README anew
	$(BIN)/python tests/tools/screenshots.py

clean: ## Remove the environment and all caches; the built site stays
	rm -rf $(VENV) tests/node_modules dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# An empty file in the environment says which step was done, and when.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Python 3.11 or newer is needed. If you have one, name it: make PYTHON=python3.12' >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
	  echo 'The Python module venv is missing. On Debian: apt-get install python3-venv' >&2; \
	  exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# What tests run with is locked, pip and what builds the package with it. Users are not bound to it.
$(VENV)/.testable: $(VENV)/.made pyproject.toml tests/locked.txt
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement tests/locked.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.installed $@

# Debian's packages are installed where the user may do so; `missing` names them.

define install_missing
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif sudo -n true 2>/dev/null; then as_root='sudo -n'; \
	else as_root=none; fi; \
	if [ "$$as_root" = none ] || ! command -v apt-get >/dev/null; then \
	  echo "The tests need more programs. On Debian: apt-get install $$missing" >&2; \
	  exit 1; \
	fi; \
	$$as_root apt-get update && \
	$$as_root env DEBIAN_FRONTEND=noninteractive \
	  apt-get install --yes --no-install-recommends $$missing
endef

# The tests read the pages in a browser, and measure text in the font that diagrams are set in. With
# strace they kill commands at each system call.

browser:
	@missing=chromium; \
	for name in chromium chromium-browser google-chrome; do \
	  if command -v "$$name" >/dev/null; then missing=; fi; \
	done; \
	if ! fc-match Arial 2>/dev/null | grep -qiE 'arial|liberation|helvetica'; then \
	  missing="$$missing fontconfig fonts-liberation"; \
	fi; \
	if [ "$$(uname)" = Linux ] && ! command -v strace >/dev/null; then \
	  missing="$$missing strace"; \
	fi; \
	$(install_missing)

# They read suites of others, too, which npm fetches: naughty strings, YAML, CommonMark.

$(SUITES): tests/package.json tests/package-lock.json
	@missing=; if ! command -v npm >/dev/null; then missing=npm; fi; \
	$(install_missing)
	npm ci --loglevel=error --ignore-scripts --prefix tests
	@touch $@
