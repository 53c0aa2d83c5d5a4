# Trợ lý Văn phòng. `make run` opens the assistant; `make test` runs every test.
# Both build .venv from requirements/*.txt, whose hashes pin every package.

.PHONY: help run test check phrases format locks venv browser witness clean
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
CHROMIUM ?= /usr/bin/chromium
BROWSER_PACKAGES := chromium fontconfig fonts-noto-core
WITNESS := tests/witness
QUIETLY := --no-audit --no-fund --no-update-notifier --silent
INSTALL := $(BIN)/uv pip install --quiet --require-hashes --compile-bytecode
export PATH := $(PATH):$(CURDIR)/$(BIN)

help:
	@echo "make run     open the assistant (a demonstration, unless OFFICE_DATABASE_URL is set)"
	@echo "make test    install what is missing and run every test"
	@echo "make check   format, lint, types, import contracts, tests without browser, coverage"
	@echo "make phrases learn the phrases again and say what is understood differently"
	@echo "make format  put the code into its format"
	@echo "make locks   renew requirements/*.txt from requirements/*.in"

run: $(VENV)/run.stamp
	@$(BIN)/python -m bot run

test: check browser witness
	$(BIN)/python -m pytest -m "browser or acceptance" -p no:randomly

check: $(VENV)/check.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --cov --cov-report= -m "not browser and not acceptance"
	$(BIN)/coverage report --include="storage/*,scheduler/*,handlers/*" --fail-under=95
	$(BIN)/coverage report --include="bot/*" --fail-under=90

# Which question a sentence asks is learnt from handlers/texts/*/*.txt. Whatever needs it learns it
# again when a phrase has changed; this also says which others a new phrase pulled away.
phrases: $(VENV)/run.stamp
	@$(BIN)/python -m handlers.understanding.training

format: $(VENV)/check.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

locks: $(VENV)/uv.stamp witness
	@for name in uv run check node; do \
	  $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-emit-index-url --no-emit-find-links --no-header --quiet \
	    --output-file requirements/$$name.txt requirements/$$name.in || exit 1; \
	done
	@cd $(WITNESS) && rm -rf package-lock.json node_modules && npm install --package-lock-only $(QUIETLY)

venv: $(VENV)/check.stamp

$(VENV)/uv.stamp: requirements/uv.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 is missing: apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }
	@command -v git >/dev/null || { echo "git is missing: apt-get install git" >&2; exit 1; }
	@echo "Preparing $(VENV) (once, about a minute) ..."
	@"$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/run.stamp: $(VENV)/uv.stamp requirements/run.txt
	@$(INSTALL) -r requirements/run.txt
	@$(BIN)/python -m compileall -q bot handlers scheduler storage
	@touch $@

$(VENV)/check.stamp: $(VENV)/uv.stamp requirements/check.txt
	@$(INSTALL) -r requirements/check.txt
	@touch $@ $(VENV)/run.stamp

# The browser tests drive Debian's Chromium. Only root can install it.
browser:
	@test -x $(CHROMIUM) && fc-list 2>/dev/null | grep -qi noto && exit 0; \
	if [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(BROWSER_PACKAGES) >/dev/null; \
	elif [ ! -x $(CHROMIUM) ]; then \
	  echo "Chromium is missing for the browser tests; run once: sudo apt-get install $(BROWSER_PACKAGES)" >&2; exit 1; \
	fi

# The Bot API server that others wrote, for the acceptance tests, and Node.js where it is missing.
witness: $(WITNESS)/node_modules/installed.stamp

$(WITNESS)/node_modules/installed.stamp: $(WITNESS)/package-lock.json requirements/node.txt $(VENV)/check.stamp
	@command -v npm >/dev/null || $(INSTALL) -r requirements/node.txt
	@cd $(WITNESS) && npm ci --ignore-scripts $(QUIETLY)
	@touch $@

clean:
	rm -rf $(VENV) $(WITNESS)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build dist
