# Sets up, builds and tests; `make help` lists what can be asked for. Needs Python 3.11 or later, and PyPI at first.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready
TOO_OLD := Backfile needs Python 3.11 or later, and `$(PYTHON)` is not that. Name one: make PYTHON=python3.12

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Where the environment says that Python is to keep nothing that it compiles, each command takes a third longer.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.PHONY: build serve site site-arguments test test-full lint lock expected screenshot bench clean help

build: $(READY) ## Imports what is new in this archive and builds it into output/ (what plain `make` does)
	@$(RUN) build.py

serve: $(READY) ## Builds this archive, serves it on this machine, and builds anew at each change
	@$(RUN) build.py serve

site: site-arguments $(READY) ## Makes a site of your articles: make site FROM=folder DIR=new-archive
	@test -f "$(DIR)/content/site.yaml" || $(RUN) build.py init "$(DIR)"
	@# Sources that cannot be imported are told and end with status 1: the site is built of the others all the same.
	@status=0; \
	$(RUN) build.py --root "$(DIR)" import "$(FROM)" || status=$$?; \
	test $$status -le 1 || exit $$status; \
	$(RUN) build.py --root "$(DIR)" build || exit $$?; \
	exit $$status

site-arguments:
	@test -n "$(FROM)" && test -n "$(DIR)" || { echo "Say what to make a site of, and where: make site FROM=folder DIR=new-archive" >&2; exit 2; }
	@test -e "$(FROM)" || { echo "There is nothing at FROM=$(FROM)" >&2; exit 2; }

# On all cores; the tests of a file share what they build, and so a process. Which goes first, tests/order.py says.
TESTS := $(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder

test: lint ## Checks style and types, and runs the tests
	@$(TESTS)

test-full: lint ## The same, with the tests that take long
	@BACKFILE_TESTS=full $(TESTS)

lint: $(READY) ## Checks style and types alone
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo '$(TOO_OLD)' >&2; exit 1; }
	@echo "Setting up $(VENV)/ (about a minute the first time)"
	@$(RUN) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { \
		echo "No virtual environment could be made. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(RUN) -m pip install --quiet --requirement requirements.lock
	@touch $@

lock: $(READY) ## Writes requirements.lock anew from pyproject.toml (UPGRADE=1 takes the newest versions)
	@$(RUN) -m pip install --quiet uv
	@$(RUN) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --quiet \
		--no-annotate --no-header --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade) \
		--output-file requirements.lock

clean: ## Removes what was built and cached; the articles and the virtual environment stay
	@find output -mindepth 1 -maxdepth 1 ! -name '.*' -exec rm -rf {} +
	@rm -rf .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

help: ## Lists what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

expected: $(READY) ## Writes anew what tests/sites expects; read the difference before you commit it
	@UPDATE_EXPECTED=1 $(RUN) -m pytest -q tests/test_sites.py

bench: $(READY) ## Measures builds beside other tools of their kind, which it installs: make bench OPTIONS="--sizes 1000"
	@$(RUN) -m tests.benchmarks.bench $(OPTIONS)

screenshot: $(READY) ## Takes the README's picture of the sample archive anew (needs Chromium)
	@$(RUN) -m tests.screenshot
