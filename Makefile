# Two commands matter: `make run` and `make test`. The rest explains itself with `make help`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= auto --maxprocesses 4
HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=
POSTGRES ?= postgres://postgres@127.0.0.1:5432/postgres
# In the order of the files, so that the long ones (access, browser) do not come last and alone.
PYTEST = pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder
COMPILE = CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile --quiet --strip-extras \
	--no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
export HOST PORT
# What one program compiled the next one need not compile again, also where the surroundings would have it so.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help run test test-next test-postgres lint format messages font pictures handbook-pictures requirements setup setup-dev python

help: ## Explain what there is to do
	@echo "make run PORT=8001 · make test ARGS='tests/news -x' · another Python: make run PYTHON=python3.12"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Set everything up and serve http://localhost:8000 with demo content
	@$(BIN)/python tools/serve.py

test: setup-dev ## Run every test, real browser included (ARGS= goes to pytest)
	@$(BIN)/python tools/with_browser.py $(BIN)/$(PYTEST) $(ARGS)

test-postgres: setup-dev ## What a database can change, on PostgreSQL (DATABASE_URL= names another one)
	@DATABASE_URL="$${DATABASE_URL:-$(POSTGRES)}" $(BIN)/$(PYTEST) --ignore tests/browser $(ARGS)

test-next: setup-dev ## The same on Wagtail 8.0.x, in .venv-next
	@$(PYTHON) tools/environment.py .venv-next requirements.txt requirements-dev.txt --then "wagtail~=8.0.0"
	@.venv-next/bin/python tools/with_browser.py .venv-next/bin/$(PYTEST) $(ARGS)

lint: setup-dev ## Check style, import direction, templates, migrations, settings and translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/djhtml --check --tabwidth 2 templates
	PYTHONPATH=.:site $(BIN)/lint-imports --no-logo
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python tools/check_messages.py
	$(BIN)/python tools/wagtail_catalogue.py --check

format: setup-dev ## Put Python and templates in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djhtml --tabwidth 2 templates

messages: setup-dev ## Collect the strings to translate into locale/
	@$(BIN)/python tools/messages.py

font: setup ## Try again to fetch the typeface and the reader of QR codes
	@$(BIN)/python tools/from_npm.py --again

pictures: setup-dev ## Take the README's pictures from a running `make run` (PORT= as there)
	@$(BIN)/python tools/with_browser.py $(BIN)/python tools/screenshots.py

handbook-pictures: setup-dev ## Take the screens of the shipped course anew from a running `make run` (PORT= as there)
	@$(BIN)/python tools/with_browser.py $(BIN)/python tools/handbook_screens.py $(ARGS)

requirements: setup-dev ## Pin requirements*.in anew (ARGS=--upgrade takes newer versions)
	$(COMPILE) $(ARGS) --output-file requirements.txt requirements.in
	$(COMPILE) $(ARGS) --output-file requirements-dev.txt requirements-dev.in

# What the commands above start with; nothing is done twice.
python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Name a Python of 3.11 or newer: make run PYTHON=python3.12"; exit 1; }

setup: REQUIREMENTS = requirements.txt
setup-dev: REQUIREMENTS = requirements.txt requirements-dev.txt
setup setup-dev: python
	@$(PYTHON) tools/environment.py $(VENV) $(REQUIREMENTS)
	@$(BIN)/python tools/from_npm.py
	@$(BIN)/python tools/compile_messages.py
