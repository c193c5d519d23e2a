# Every target does its own set-up. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
RUN := NO_MKDOCS_2_WARNING=1 $(BIN)/python

.DEFAULT_GOAL := help
.PHONY: help site bundle serve check test bench lint bless schema lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/.site ## build the site into build/site
	$(RUN) build_site.py build

bundle: .venv/.site ## build the site as one zip that opens from a folder on disk
	$(RUN) build_site.py bundle

serve: .venv/.site ## preview the site on this machine and follow each edit
	$(RUN) build_site.py serve

check: .venv/.site ## list what is wrong with the entries
	$(RUN) build_site.py check

test: .venv/.test .venv/.checkers .venv/.ftm lint ## run the whole suite
	$(RUN) -m pytest $(SPREAD)

# Over the cores, but not all of many: each worker has a browser, and a build in a test takes more than one core itself.
SPREAD := -n auto --maxprocesses 4 --dist worksteal

bench: .venv/.bench ## measure builds of made-up ledgers beside Hugo; BENCH='--records 100 --rounds 1' for less
	$(RUN) -m bench $(BENCH)

lint: .venv/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bless: .venv/.test ## accept what the golden files would be now; read the difference before you commit it
	$(RUN) -m pytest -q --bless -m 'not browser'

schema: .venv/.site ## write the JSON Schemas that editors use
	$(RUN) build_site.py schema

lock: .venv/.test ## take the newest versions of the dependencies and write them down with their hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade $(LOCK) pyproject.toml -o requirements/site.txt
	$(BIN)/uv pip compile --quiet --upgrade $(LOCK) pyproject.toml --extra test -o requirements/test.txt
	$(BIN)/uv pip compile --quiet --upgrade $(LOCK) --constraints requirements/test.txt --group ftm -o requirements/ftm.txt
	$(BIN)/uv pip compile --quiet --upgrade $(LOCK) -c requirements/test.txt pyproject.toml --extra bench -o requirements/bench.txt

LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

# What pages are held against in a browser; without npm these tests are left out and say so.
.venv/.checkers: tests/checkers/package-lock.json | .venv/bin/python
	@if command -v npm >/dev/null 2>&1; then cd tests/checkers && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; fi
	@touch $@

# What judges the file of FollowTheMoney is built against ICU; where that fails its tests are left out and say so.
.venv/.ftm: requirements/ftm.txt | .venv/.test
	@if command -v c++ >/dev/null 2>&1 && pkg-config --exists icu-i18n 2>/dev/null; then \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< || echo "followthemoney was not built"; fi
	@touch $@

clean: ## delete everything that can be made again
	rm -rf build .venv tests/checkers/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=… to one."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.site: requirements/site.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.bench: requirements/bench.txt .venv/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.test: requirements/test.txt .venv/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
