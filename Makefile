# Everything a stranger needs, on a Debian with Python 3.11 or later: `make site`, `make serve`, `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
# Where Python may keep nothing that it has compiled, each of the many commands that tests start compiles the program again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := site
.PHONY: site serve test test-shells quick lint types bench bench-nation pictures lock audit clean

site: $(VENV)/site-ready  ## the public site, into site/
	$(BIN)/dialogues build

serve: $(VENV)/site-ready  ## the site on this machine, rebuilt when a record is edited
	$(BIN)/dialogues serve

# A file's tests in one process, for what they share; how many processes, and the files in which order, says tests/conftest.py.
AT_ONCE = -n auto --dist loadfile --no-loadscope-reorder

test: lint types system-ready
	$(BIN)/python -m pytest $(AT_ONCE) --durations 15 $(TESTS)

test-shells: system-ready  ## every browser test over the site in both shells
	$(BIN)/python -m pytest $(AT_ONCE) --shells all tests/browser $(TESTS)

quick: lint types  ## what to run while working: all tests that need neither a browser nor many whole builds
	$(BIN)/python -m pytest $(AT_ONCE) -m "not slow" --ignore tests/browser $(TESTS)

lint: $(VENV)/test-ready  ## slips and disorder in the code, in a second
	$(BIN)/ruff check .

types: $(VENV)/test-ready  ## whether the program keeps to the types that it states
	$(BIN)/mypy

bench: $(VENV)/bench-ready  ## how long a build takes beside Hugo; BENCH="--dialogues 1000 --repeats 5" chooses
	$(BIN)/python -m bench $(BENCH)

bench-nation: $(VENV)/bench-ready  ## 34 registers side by side, and the page that joins them
	$(BIN)/python -m bench.nation $(BENCH)

page-figures: site system-ready  ## height, weight and Lighthouse's figures of every kind of page; KINDS="home calendar" chooses
	$(BIN)/python -m bench.pages $(KINDS)

pictures: site system-ready  ## README's two into docs/pictures/, and the handbook's, all of the sample
	$(BIN)/python docs/take_pictures.py
	$(BIN)/python -m pytest -q --bless tests/browser/test_handbook_pictures.py

# Pinned versions with hashes, the newest that pyproject.toml admits.
lock: COMPILE = .cache/lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links --extra install --quiet --upgrade
lock: export UV_CUSTOM_COMPILE_COMMAND = make lock
lock:
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	$(COMPILE) --extra test --output-file requirements-test.lock
	$(COMPILE) --constraints requirements-test.lock --output-file requirements.lock
	$(COMPILE) --constraints requirements-test.lock --extra bench --output-file requirements-bench.lock

audit:  ## whether a pinned version has a hole that is known to the public; asks the libraries' own index
	@$(PYTHON) -m venv .cache/audit
	@.cache/audit/bin/python -m pip --disable-pip-version-check --quiet install pip-audit
	@failed=; .cache/audit/bin/pip-audit --disable-pip --require-hashes --strict --progress-spinner off $(LOCKS:%=--requirement %) \
		|| { failed=1; echo "make: 'not found' of the first library: a mirror, as may be asked here, tells of no holes" >&2; }; \
	npm audit --omit=optional --audit-level=high \
		|| { failed=1; echo "make: 'endpoint returned an error': nor does a mirror of npm's registry" >&2; }; [ -z "$$failed" ]
audit: LOCKS = requirements.lock requirements-test.lock

clean:
	rm -rf $(VENV) node_modules .cache build site *.egg-info .pytest_cache .hypothesis

# A step that is done leaves a file, so that the next `make` does not do it again.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "make: Python 3.11 or later is needed; name it with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) 2>/dev/null || { \
		rm -rf $(VENV); \
		$(call install,python3-venv,a virtual environment) && $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/site-ready: $(BIN)/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	@$(MERGE_DRIVER)
	@touch $@

# Two who add to one list do not meet in a conflict: .gitattributes names the records, this the command.
MERGE_DRIVER = git config merge.dialogues.name "dialogues merge" 2>/dev/null \
	&& git config merge.dialogues.driver "$(BIN)/dialogues merge %O %A %B %P" || true

$(VENV)/test-ready: $(VENV)/site-ready requirements-test.lock
	$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@

$(VENV)/bench-ready: $(VENV)/site-ready requirements-bench.lock
	$(PIP) install --require-hashes --requirement requirements-bench.lock
	@touch $@

# What the tests run beside Python, each tried by running it, since one that is there may lack a library: the browser and its
# driver, Vietnamese letters, Java for the HTML checker, nginx, for which a configuration is shipped, npm, which brings today's
# checker, curl, by which a pipeline keeps its log, jq and sqlite3, with which the page of downloads reads the data, and the
# engine of iPhones on a screen that nobody sees.
.PHONY: system-ready
system-ready: export PATH := $(PATH):/usr/sbin
system-ready: $(VENV)/test-ready
	@$(TRY_ALL) if [ -n "$$missing" ]; then \
		{ $(call install,$$missing,make test); } || exit 1; $(TRY_ALL) \
		[ -z "$$missing" ] || { printf 'make: installed, and still does not run: %s%s\n' "$$missing" "$$said" >&2; exit 1; }; \
	fi
	@$(QUICKER)
	@$(MAKE) --no-print-directory node_modules/.package-lock.json

node_modules/.package-lock.json: package.json package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

TRY_ALL = missing=; said=; \
	$(call try,$(BIN)/playwright --version,libatomic1) \
	$(call try,$(BLANK_PAGE),chromium) \
	$(call try,{ fc-list :lang=vi family | grep .; },fontconfig fonts-dejavu-core) \
	$(call try,java -version,default-jre-headless) \
	$(call try,nginx -v,nginx) \
	$(call try,npm --version,npm) \
	$(call try,curl --version,curl) \
	$(call try,jq --version,jq) \
	$(call try,sqlite3 --version,sqlite3) \
	$(call try,WebKitWebDriver --help,webkit2gtk-driver) \
	$(call try,Xvfb -help,xvfb)
# A Chromium without windows, where the system has one: each visitor of a test then asks a third of the processor.
QUICKER = command -v chromium-headless-shell >/dev/null || ! apt-cache show chromium-headless-shell >/dev/null 2>&1 \
	|| ( $(call install,chromium-headless-shell,make test in less time) ) || true
try = out=$$($(1) 2>&1) || { missing="$${missing:+$$missing }$(2)"; said="$$said$$(printf '\n%s' "$$out")"; };
BLANK_PAGE = "$$(command -v chromium || command -v google-chrome || echo chromium)" --headless --no-sandbox --disable-gpu \
	--disable-dev-shm-usage --dump-dom about:blank

# $(call install,PACKAGE,WHAT NEEDS IT): by root on a Debian; anyone else is told the command.
install = if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq </dev/null && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $(call named_here,$(1)) </dev/null; \
	else \
		echo "make: $(2) needs $(1); please run: sudo apt-get install --no-install-recommends" $(call named_here,$(1)) >&2; exit 1; \
	fi
# WebKit's driver by the name that Debian has given it since 13, where the system's lists know of that.
named_here = $$(echo $(1) | if apt-cache show webkitgtk-webdriver >/dev/null 2>&1; then \
	sed s/webkit2gtk-driver/webkitgtk-webdriver/; else cat; fi)
