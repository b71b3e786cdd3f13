# The only task runner. `make course` and `make test` set up everything they need.
# Another Python: make course PYTHON=python3.12

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PY := $(BIN)/python
SITE := _build/html
SAMPLE := _build/sample_class
RELEASED := exercises/release/.done

PACKAGE := $(shell find cnn_course -name '*.py' -o -name '*.npz') $(wildcard cnn_course/data/measured/* cnn_course/widgets/modules/*)
BOOK := _config.yml $(shell find book -type f -not -name '*.pyc') exercises/README.md tests/mutation_report.md tests/lighthouse_report.md
ASSIGNMENTS := $(wildcard exercises/[0-9][0-9]_*.py)
say = @printf '\n\033[1m%s\033[0m\n' "$(1)"

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.PHONY: course
course: env exercises-sources release site sample ## everything: environment, book, exercises, a graded sample class
	$(call say,The course is ready.)
	@echo "The book:     make serve, then http://localhost:$(PORT)   (or open $(SITE)/index.html)"
	@echo "The notebooks for students:  make lab   (exercises/release/)"
	@echo "A sample class's feedback:   $(SAMPLE)/feedback/"

.PHONY: env
env: .venv/.ready ## the Python environment in .venv

.venv/.ready: requirements.txt pyproject.toml
	$(call say,Environment: installing the pinned packages into .venv (about 1.5 GB))
	@command -v $(PYTHON) > /dev/null || { echo "$(PYTHON) is missing: install Python 3.11 or later."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { echo \
	  "$$($(PYTHON) --version) does not fit: the course needs Python 3.11, 3.12 or 3.13. Name one: make course PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo \
	  "Python's venv module is missing: install it (Debian, Ubuntu: apt-get install python3-venv)."; exit 1; }
	@$(PY) -m pip --version > /dev/null 2>&1 \
	  && [ "$$($(PY) --version)" = "$$($(PYTHON) --version)" ] || $(PYTHON) -m venv --clear .venv
	@$(PY) -m pip install --disable-pip-version-check --no-deps -r requirements.txt
	@touch $@

.PHONY: exercises-sources
exercises-sources: env
	@$(PY) exercises/build.py

.PHONY: release
release: env exercises-sources $(RELEASED) ## the students' notebooks: exercises/release/

$(RELEASED): $(ASSIGNMENTS) pyproject.toml requirements.txt exercises/build.py exercises/nbgrader_config.py cnn_course/grading/config.py | exercises-sources
	$(call say,Exercises: writing the students' notebooks)
	@$(PY) -m cnn_course.grading release > /dev/null
	@touch $@

.PHONY: site
site: release $(SITE)/.built ## the book: _build/html

$(SITE)/.built: $(BOOK) $(PACKAGE) requirements.txt $(RELEASED)
	$(call say,Book: running the chapters and writing the pages)
	@rm -rf $(SITE)
	@$(BIN)/jupyter-book build book --all -W -n --keep-going
	@touch $@

.PHONY: sample
sample: release sandbox $(SAMPLE)/scores.txt ## grade a small sample class
	$(call say,Grading: a sample class of four)
	@cat $(SAMPLE)/scores.txt

$(SAMPLE)/scores.txt: $(ASSIGNMENTS) exercises/sample_class.py exercises/build.py $(PACKAGE) $(RELEASED)
	$(call say,Grading: a class of four hands in)
	@$(PY) exercises/sample_class.py $(SAMPLE)
	@$(PY) -m cnn_course.grading grade --course $(SAMPLE) \
	  $$($(PY) -m cnn_course.grading.sandbox 2> /dev/null || echo --unsafe) > $(SAMPLE)/scores.new
	@mv $(SAMPLE)/scores.new $@

.PHONY: grade
grade: assignment-named release sandbox ## grade and write feedback: make grade ASSIGNMENT=02_convolution
	@$(BIN)/cnn-course grade $(ASSIGNMENT)

.PHONY: assignment-named
assignment-named:
	@[ -n "$(ASSIGNMENT)" ] || { echo "Which one? make grade ASSIGNMENT=02_convolution"; exit 1; }

# Without it nothing but our own sample class is graded.
.PHONY: sandbox
sandbox: env
	@$(PY) -m cnn_course.grading.sandbox || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    echo "Installing Debian's package bubblewrap"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y bubblewrap > /dev/null; \
	    $(PY) -m cnn_course.grading.sandbox || true; \
	  fi; }

.PHONY: solutions
solutions: env ## every task with its solution run, for instructors: _build/solutions
	@$(PY) exercises/solutions.py _build/solutions $(ASSIGNMENT)

.PHONY: serve
serve: site ## show the book at http://localhost:8000 (PORT=...)
	@echo "http://localhost:$(PORT)   (Ctrl-C ends)"
	@$(PY) -m http.server $(PORT) --bind 127.0.0.1 --directory $(SITE)

.PHONY: pdf
pdf: site browser ## the whole book on paper: _build/from-pixels-to-inception.pdf
	$(call say,PDF: printing every page)
	@$(PY) book/pdf.py $(SITE) _build/from-pixels-to-inception.pdf

.PHONY: epub
epub: site browser ## the whole book for e-readers: _build/from-pixels-to-inception.epub
	$(call say,ePub: packing every page)
	@$(PY) book/epub.py $(SITE) _build/from-pixels-to-inception.epub

.PHONY: lab
lab: release ## open the students' notebooks in JupyterLab
	@$(BIN)/jupyter lab exercises/release

.PHONY: test
test: env style browser checker sandbox site ## lint, doctests, tests, the book, its pages in a browser
	$(call say,Tests: code and exercises and grading and the book in a browser)
	@CNN_COURSE_SITE=$(SITE) $(PY) -m pytest -n 2 --dist loadgroup

.PHONY: style
style: env
	$(call say,Tests: style)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/codespell

.PHONY: mutation
mutation: env ## change every solution in every small way: what do the checks let through? (some minutes)
	@$(PY) -m tests.mutation

.PHONY: lighthouse
lighthouse: site browser ## how fast three pages are on a telephone: tests/lighthouse_report.md (needs npm)
	@$(PY) -m tests.lighthouse $(SITE)

.PHONY: browser
browser: env
	@$(PY) -m tests.browser || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    echo "Chromium is missing: installing Debian's package"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium > /dev/null; \
	  else \
	    $(PY) -m playwright install chromium; \
	  fi; $(PY) -m tests.browser; }

# The W3C's validator of HTML; Java, which runs it, is in requirements.txt.
CHECKER := .venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar

.PHONY: checker
checker: env $(CHECKER)

$(CHECKER):
	@command -v npm > /dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    echo "npm is missing: installing Debian's package"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends npm > /dev/null; \
	  else \
	    echo "npm is missing: install Node.js; the tests take the validator of HTML from its registry."; exit 1; \
	  fi; }
	@npm install --prefix .venv/vnu --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
	  --loglevel error vnu-jar@26.9.27 > /dev/null

.PHONY: format
format: env ## put the code into its standard form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: lock
lock: env ## renew requirements.txt from pyproject.toml
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --universal --all-extras --python-version 3.11 --upgrade --no-header \
	  --quiet pyproject.toml -o requirements.new
	@echo "-e ." >> requirements.new
	@mv requirements.new requirements.txt

.PHONY: addresses
addresses: env ## put the public addresses of pyproject.toml where they are needed
	@$(PY) -m cnn_course.addresses
	@$(PY) exercises/build.py

.PHONY: clean
clean: ## remove everything that was built; .venv and your class stay
	rm -rf _build exercises/release
