# Everything runs in .venv, made at the first use and brought up to date only when pyproject.toml changes.

SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
# What the benchmark of the screens presses at home.
KEYS := ?q?q?q?q?q
# A cache of compiled modules is what makes the program start fast.
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH

# Options of the comparison of policies, as --quick.
EXAM_DAY :=
# Those of the comparison of forecasts: --by-prices.
FORECAST :=

.PHONY: help study test lint format docs schemas bench bench-exam-day bench-forecast clean

help:
	@echo "make study   study in the terminal"
	@echo "make test    everything that CI runs"
	@echo "make lint    ruff, mypy, import contracts"
	@echo "make format  format the code"
	@echo "make docs    write the pages of the commands, the table of the library and the pictures anew"
	@echo "make schemas write schemas/ anew"
	@echo "make bench   measure start-up and the rest of benchmarks/"
	@echo "make bench-exam-day  compare policies on simulated learners and write docs/exam-day.md"
	@echo "make bench-forecast  compare forecasts with simulated exams, for docs/forecast.md"

study: $(VENV)/installed
	@if [ -t 0 ] && [ -t 1 ]; then exec $(VENV)/bin/studycli; else exec $(VENV)/bin/studycli status; fi

test: lint
	@$(PYTHON) -m pytest

lint: $(VENV)/installed-dev
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

format: $(VENV)/installed-dev
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

docs: schemas
	@$(PYTHON) docs/make_completion.py
	@$(PYTHON) docs/make_commands.py
	@$(PYTHON) docs/make_content_table.py
	@$(PYTHON) docs/make_pictures.py

schemas: $(VENV)/installed-dev
	@$(PYTHON) docs/make_schemas.py

# Goes through all of them, and fails if one missed its target.
bench: $(VENV)/installed-dev
	@missed=0; for file in benchmarks/[a-z]*.py; do \
	  if grep -q '^if __name__' "$$file"; then \
	    module=$$(basename "$$file" .py); echo "== $$module"; \
	    case "$$module" in keys) set -- "$(KEYS)" $(VENV)/bin/studycli --no-input ;; *) set -- ;; esac; \
	    STUDYCLI_HOME=$$(mktemp -d) $(PYTHON) -m "benchmarks.$$module" "$$@" || missed=1; \
	  fi; \
	done; exit $$missed

# Kept results are used again; without them it takes long.
bench-exam-day: $(VENV)/installed-dev
	@$(PYTHON) -m benchmarks.exam_day $(EXAM_DAY)

bench-forecast: $(VENV)/installed-dev
	@$(PYTHON) -m benchmarks.forecast_calibration $(FORECAST)

clean:
	@rm -rf $(VENV)

# The stamps: nothing is installed again while pyproject.toml stays as it is.

$(VENV)/installed: pyproject.toml .ci/install
	@sh .ci/install $(VENV)
	@touch $@

$(VENV)/installed-dev: pyproject.toml .ci/install $(VENV)/installed
	@sh .ci/install $(VENV) dev
	@touch $@
