# From a bare Debian machine with Swift to a plan: `make run`. The checks: `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
PACKAGES = libglpk-dev libmd-dev libxlsxwriter-dev libzip-dev libexpat1-dev libsqlite3-dev
SHARE = $(DESTDIR)$(PREFIX)/share
RELEASE = --configuration release --static-swift-stdlib

.PHONY: run test build install docs library-example bench bench-full bench-counts bench-build browser-test borders \
  examples setup clean

# Builds the tool and solves the model of the tutorial.
run: build
	.build/release/forceplan solve Models/three-crises -o plan

test: PACKAGES += fish mandoc zsh
test: setup
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	$(SWIFT) test --disable-xctest

build: setup
	$(SWIFT) build $(RELEASE) --product forceplan

install: build
	install -D -m 755 .build/release/forceplan $(DESTDIR)$(PREFIX)/bin/forceplan
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	.build/release/forceplan help --man > $(SHARE)/man/man1/forceplan.1
	.build/release/forceplan completions bash > $(SHARE)/bash-completion/completions/forceplan
	.build/release/forceplan completions zsh > $(SHARE)/zsh/site-functions/_forceplan
	.build/release/forceplan completions fish > $(SHARE)/fish/vendor_completions.d/forceplan.fish

# Builds the guide and the reference of every module as websites in .build/documentation.
docs: setup
	.ci/docs

# Builds and runs a package that depends on this one.
library-example: setup
	for program in InCode "FromFolder Models/three-crises"; do \
	  $(SWIFT) run --quiet --package-path Tests/LibraryExample --scratch-path .build/library-example \
	    $$program || exit; \
	done | diff Tests/LibraryExample/expected.txt -

# Times the phases of planning: the models that are quick, or all of them, each in a process of its
# own, so that its peak memory is its own.
bench: bench-build
	for model in S M TS; do .build/release/solver-benchmark run $$model || exit; done

bench-full: bench-build
	for model in S M L XL XXL TS TM TL TXL; do \
	  .build/release/solver-benchmark run $$model --repeat 3 || exit; done

# Compares the instructions that small steps take with the committed counts.
bench-counts: PACKAGES += valgrind
bench-counts: bench-build
	Benchmarks/check-counts.sh

bench-build: setup
	$(SWIFT) build $(RELEASE) --product solver-benchmark

# Opens the reports of all models in a headless browser; the pictures are there to be looked at.
browser-test: PACKAGES += chromium python3
browser-test: build
	Tests/Browser/browser_test.py .build/release/forceplan .build/reports

# Writes the coastlines and borders anew from Debian's copy of Natural Earth, which is unpacked but not
# installed.
BORDERS = .build/borders
borders: PACKAGES = python3-venv
borders: setup
	mkdir -p $(BORDERS)
	cd $(BORDERS) && apt-get download r-cran-rnaturalearthdata && dpkg -x r-cran-rnaturalearthdata_*.deb .
	python3 -m venv $(BORDERS)/python && $(BORDERS)/python/bin/pip install --quiet rdata==1.1.0
	$(BORDERS)/python/bin/python Maps/write-borders.py \
	  $(BORDERS)/usr/lib/R/site-library/rnaturalearthdata Sources/PlanReports/Map/BorderData.swift

# Renews the copy of the models that the tool carries along.
examples:
	Models/embed.sh

# Installs the libraries that are missing.
setup:
	@command -v $(SWIFT) >/dev/null || { echo "make: Swift 6.2 or later is needed" >&2; exit 1; }
	@missing=; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed \
	    || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	command -v apt-get >/dev/null || { echo "make: install$$missing (GLPK 5.0, libmd, libxlsxwriter, libzip, expat, SQLite)" >&2; exit 1; }; \
	root=; [ "$$(id -u)" -eq 0 ] || root=sudo; \
	[ -z "$$root" ] || command -v sudo >/dev/null || { \
	  echo "make: run this as root once: apt-get install$$missing" >&2; exit 1; }; \
	$$root apt-get update -q && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing

clean:
	rm -rf .build plan
