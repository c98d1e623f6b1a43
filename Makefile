# `make run` starts the register, `make test` tests it, `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= auto

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet --python $(BIN)/python

# The same answer as config/settings.py gives: the environment, then .env, then var/.
DATA := $(or $(BITIM_DATA_DIR),$(shell sed -n 's/^BITIM_DATA_DIR=//p' .env 2>/dev/null),var)
STATIC := $(DATA)/static/staticfiles.json

TEST_POSTGRES := $(or $(BITIM_TEST_POSTGRES),$(filter postgres%,$(DATABASE_URL)),postgres://postgres@127.0.0.1:5432/bitim)
PYTEST := $(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile
BENCH := $(BIN)/python -W ignore -m bench

export PORT
.PHONY: help run test postgresql bench lint format clean
.DEFAULT_GOAL := help

help: ## List what make can do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1  \2/p' $(MAKEFILE_LIST)

run: $(INSTALLED) $(STATIC) ## Start the register on 127.0.0.1:8000 (PORT=… for another port)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) start_register
	@echo "Bitim listens on http://127.0.0.1:$(PORT)/ (Ctrl-C stops it)."
	@exec $(BIN)/gunicorn config.wsgi

test: $(INSTALLED_DEV) ## Run the whole suite, on SQLite and, where one answers, on PostgreSQL
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null \
		|| echo "No Chromium here: the tests that open pages in a browser are skipped."
	@if $(MAKE) -s postgresql 2>/dev/null; then \
		status=0; \
		echo "== On SQLite"; DATABASE_URL=sqlite:// $(PYTEST) || status=1; \
		echo "== On PostgreSQL"; DATABASE_URL='$(TEST_POSTGRES)' $(PYTEST) || status=1; \
		exit $$status; \
	else \
		echo "This run is on SQLite only."; \
		DATABASE_URL=sqlite:// $(PYTEST); \
	fi

postgresql: $(INSTALLED_DEV) ## Ask whether a PostgreSQL answers for the tests
	@$(BIN)/python -c 'import sys, psycopg; psycopg.connect(sys.argv[1], dbname="postgres", connect_timeout=3)' '$(TEST_POSTGRES)' 2>/dev/null \
		|| { echo "No PostgreSQL answers for the tests; BITIM_TEST_POSTGRES can name one."; exit 1; }

bench: $(INSTALLED_DEV) ## Measure what the register costs beside the bare database
	@status=0; \
	DATABASE_URL=sqlite:// $(BENCH).law || status=1; \
	for part in api questions search judged; do \
		DATABASE_URL=sqlite:// $(BENCH).$$part || status=1; \
		if $(MAKE) -s postgresql 2>/dev/null; then \
			DATABASE_URL='$(dir $(TEST_POSTGRES))postgres' $(BENCH).$$part || status=1; \
		else \
			echo "Measured on SQLite only."; \
		fi; \
	done; \
	exit $$status

lint: $(INSTALLED_DEV) ## Check style, complexity, and that no migration is missing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	DATABASE_URL=sqlite:// $(MANAGE) makemigrations --check --dry-run
	DATABASE_URL=sqlite:// $(MANAGE) check --fail-level WARNING

format: $(INSTALLED_DEV) ## Put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## Remove the environment and what was built; the register itself stays
	rm -rf $(VENV) $(DATA)/static .pytest_cache .ruff_cache .hypothesis

$(INSTALLED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Bitim needs Python 3.11 or newer, and $(PYTHON) is older or missing: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@echo "Making the environment in $(VENV) …"
	@$(PYTHON) -m venv --without-pip $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(INSTALLED_DEV): requirements-dev.lock $(INSTALLED)
	@echo "Adding what the tests need …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(STATIC): $(INSTALLED) $(shell find $(addsuffix static,./ register/ organizations/ agreements/ projects/ catalogue/) -type f 2>/dev/null)
	@echo "Collecting the files that pages load …"
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@
