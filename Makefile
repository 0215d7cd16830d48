# Everything happens in .venv; only Python 3.11 or newer, make and git are needed on the machine.

PYTHON ?= python3
PIP_ARGS ?=
# Where torch comes from. Without a graphics card this is a tenth of the download: TORCH_ARGS="--index-url https://download.pytorch.org/whl/cpu"
TORCH_ARGS ?=
TORCH := torch==2.13.0
PYTEST_ARGS ?=

BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help setup run test test-long rows check nlu bench pictures clean

help: ## Show these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: .venv/.dev ## Install the service and everything its tests need

run: .venv/.service ## Start the service, with a chat in the browser
	@exec $(BIN)/coachbot run

test: .venv/.dev ## Run the tests (about ten minutes on two cores)
	$(BIN)/python -m pytest -n 3 --dist worksteal $(PYTEST_ARGS)

test-long: .venv/.dev ## Run the long tests
	$(BIN)/python -m pytest -m long $(PYTEST_ARGS)

rows: .venv/.dev ## Run the tests that show a promise: all, or ROWS="A1 U13"
	@ROWS="$(ROWS)" $(BIN)/python -m tests.rows

check: .venv/.dev ## Look at style, types, floors, dependencies and content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/coachbot content check

nlu: .venv/.dev ## Fit the heads of the understanding from the training rows
	$(BIN)/coachbot nlu fit

bench: .venv/.dev ## Measure durable turns, and readings
	$(BIN)/coachbot bench turns --json
	$(BIN)/coachbot bench reading --json

pictures: .venv/.dev ## Take the pictures of the staff's pages again (docs/guide/console)
	COACHBOT_TEST_PICTURES=docs/guide/console $(BIN)/python -m pytest -q tests/console/test_browser.py -k "use_every_page or keys_are_told"

clean: ## Remove what was installed here (never data or keys)
	rm -rf .venv build *.egg-info

# Some systems ship Python without ensurepip; then the pip at hand brings one.
.venv/bin/python:
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 \
		|| { $(PYTHON) -m venv --clear --without-pip .venv && $(PYTHON) -m pip --python .venv/bin/python install --quiet pip; } \
		|| { rm -rf .venv; exit 1; }

.venv/.service: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Setting up (a few minutes, once) ..."
	@$(PIP_INSTALL) $(PIP_ARGS) $(TORCH_ARGS) $(TORCH)
	@$(PIP_INSTALL) -c constraints.txt $(PIP_ARGS) -e .
	@touch $@

.venv/.dev: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Setting up for development (a few minutes, once) ..."
	@$(PIP_INSTALL) $(PIP_ARGS) $(TORCH_ARGS) $(TORCH)
	@$(PIP_INSTALL) -c constraints.txt $(PIP_ARGS) -e '.[dev]'
	@touch .venv/.service $@
