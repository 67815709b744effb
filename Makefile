# `make demo` shows what Saksi does, `make test` is what CI runs. Both set up .venv first; nothing is needed beforehand
# but Python 3.11 or newer, make and a C compiler.

VENV := .venv
BIN := $(VENV)/bin
# Set up again when what is to be installed changes.
STAMP := $(VENV)/.installed-$(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint floors bench bench-peers clean

help: ## Show this
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 14

setup: $(STAMP) ## Install Saksi with its tools into .venv (quick when that is done)

# ... or when the interpreter that .venv was made with is gone.
ifneq ($(shell $(BIN)/python -c 'print("there")' 2>/dev/null),there)
.PHONY: $(STAMP)
endif

$(STAMP):
	@python=$$(for name in python3.11 python3 python3.12 python3.13; do \
	    command -v $$name >/dev/null && $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	    && echo $$name && break; done); \
	if [ -z "$$python" ]; then echo 'Saksi needs Python 3.11 or newer with venv (on Debian: apt install python3-venv)' >&2; exit 1; fi; \
	[ -x $(BIN)/python ] && $(BIN)/python -c '' 2>/dev/null || { echo "$$python makes $(VENV)"; $$python -m venv --clear $(VENV); }
	@echo 'installing what Saksi needs into $(VENV): this takes a minute or two'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@rm -f $(VENV)/.installed-* && touch $@

demo: setup ## Read an article, on the terminal and as build/demo.html, and open a desk of 65 in the browser
	@mkdir -p build
	@$(BIN)/saksi read examples/pelabuhan-natuna.txt --format table
	@$(BIN)/saksi read examples/pelabuhan-natuna.txt -o build/demo.html
	@echo 'The same with colours to point at: open build/demo.html in a browser'
	@$(BIN)/saksi load examples/desk/esequibo.jsonl gold/id gold/en --desk build/demo.db
	@if [ -t 1 ]; then $(BIN)/saksi serve --desk build/demo.db; \
	else echo 'A desk to look at: $(BIN)/saksi serve --desk build/demo.db, at http://127.0.0.1:8765/'; fi

test: setup lint ## Run ruff, mypy, the tests and the floors check
	$(BIN)/pytest -q -n 2
	$(MAKE) --no-print-directory floors

lint: setup ## Run ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

floors: setup ## Check that no figure of the gold records is below its floor
	$(BIN)/saksi eval gold/id --floors gold/floors.toml
	$(BIN)/saksi eval gold/en --floors gold/floors.toml
	$(BIN)/saksi eval gold/probes/id.toml --floors gold/floors.toml
	$(BIN)/saksi eval gold/probes/en.toml --floors gold/floors.toml

bench: setup ## Speed, memory and kills in one table, on your own articles: make bench [ARTICLES=folder] [BENCH=options]
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.bench $(BENCH) $(ARTICLES)

bench-peers: setup ## Saksi beside textacy, accuracy and speed: make bench-peers TEXTS=file.jsonl [SPACY=pipeline]
	@test -n "$(TEXTS)" || { echo 'name the texts: make bench-peers TEXTS=file.jsonl (benchmarks/peers.py says in what form)' >&2; exit 1; }
	@test -x build/peers/bin/python || $(BIN)/python -m venv build/peers
	@build/peers/bin/python -m pip install --quiet --disable-pip-version-check -e . 'textacy>=0.13,<0.14' $(SPACY)
	@OMP_NUM_THREADS=1 build/peers/bin/python -m benchmarks.peers "$(TEXTS)" "$(SPACY)"

clean: ## Remove what was built, and .venv
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
