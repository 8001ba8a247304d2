# From a bare Debian machine with Swift to a plan: `make run`. The checks: `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
PACKAGES = libglpk-dev libsuitesparse-dev libopenblas-serial-dev libmd-dev libxlsxwriter-dev libzip-dev libexpat1-dev \
  libsqlite3-dev
SHARE = $(DESTDIR)$(PREFIX)/share
# The release, without a path of the folder that it is built in.
RELEASE = --configuration release --static-swift-stdlib \
  -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc "-ffile-prefix-map=$(CURDIR)=."
# All tests, optimized: they plan by the thousand, and take four times as long in a build for debugging, which is what
# `swift test --filter NAME` makes of a few of them.
ALL_TESTS = --configuration release -Xswiftc -enable-testing

.PHONY: run test build install docs library-example bench bench-full bench-counts bench-build browser-test borders \
  examples setup clean
.PHONY: random-models fuzz coverage sanitize sanitize-address sanitize-thread reproducible

# Builds the tool and solves the model of the tutorial.
run: build
	.build/release/forceplan solve Models/three-crises -o plan

test: PACKAGES += fish mandoc zsh
test: setup
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	$(SWIFT) test $(ALL_TESTS) --scratch-path .build/tests --disable-xctest

# The bytes are the same whatever folder it is built in: no symbol, no time and no digest of the objects goes into them
# either. `withoutActuallyEscaping` would put the length of its file's path into them.
build: PACKAGES += binutils
build: setup
	$(SWIFT) build $(RELEASE) --product forceplan -Xlinker -s
	objcopy --remove-section=.swift_modhash --remove-section=.note.gnu.build-id .build/release/forceplan

install: build
	install -D -m 755 .build/release/forceplan $(DESTDIR)$(PREFIX)/bin/forceplan
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	.build/release/forceplan help --man > $(SHARE)/man/man1/forceplan.1
	.build/release/forceplan completions bash > $(SHARE)/bash-completion/completions/forceplan
	.build/release/forceplan completions zsh > $(SHARE)/zsh/site-functions/_forceplan
	.build/release/forceplan completions fish > $(SHARE)/fish/vendor_completions.d/forceplan.fish

# Builds the guide and the reference of every module as websites in .build/documentation, from what the tests are
# built of.
docs: setup
	.ci/docs $(ALL_TESTS) --scratch-path .build/tests

# Builds and runs a package that depends on this one.
library-example: setup
	for program in InCode "FromFolder Models/three-crises"; do \
	  $(SWIFT) run --quiet --package-path Tests/LibraryExample --scratch-path .build/library-example \
	    $$program || exit; \
	done | diff Tests/LibraryExample/expected.txt -

# Times the phases of planning: the models that are quick, or all of them, each in a process of its
# own, so that its peak memory is its own; those that take up to the limit of 20 minutes only once.
bench: bench-build
	for model in S M TS; do .build/release/solver-benchmark run $$model || exit; done

bench-full: bench-build
	for model in S M L XL TS TM; do \
	  .build/release/solver-benchmark run $$model --repeat 3 || exit; done
	for model in XXL TL TXL; do .build/release/solver-benchmark run $$model --repeat 1 || exit; done

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
	$(BORDERS)/python/bin/python Sources/PlanReports/Map/write-borders.py \
	  $(BORDERS)/usr/lib/R/site-library/rnaturalearthdata Sources/PlanReports/Map/BorderData.swift

# Plans random models, as drawn and badly scaled, and compares with the oracle.
FIRST ?= 1
LAST ?= 10000
random-models: setup
	$(SWIFT) build $(RELEASE) --product random-models
	.build/release/random-models $(FIRST) $(LAST)

# Throws inputs at every reader until one breaks it, or so many inputs or seconds are over; what is found
# new stays in .build/fuzz-corpora, what breaks a reader in the working folder. Tables that are made once and
# kept to the end look like leaks; MemoryTests is what holds memory.
FUZZ_RUNS ?= 2000000
FUZZ_SECONDS ?= 3600
FUZZ_TARGETS = csv package model variant moves plan journal
FUZZER = $(dir $(shell command -v $(SWIFT)))../lib/clang/*/lib/linux/libclang_rt.fuzzer_no_main-x86_64.a
fuzz: setup
	$(SWIFT) build --package-path Tests/Fuzzing --scratch-path .build/fuzz --configuration release \
	  --product fuzz -Xswiftc -enable-testing -Xswiftc -sanitize=address \
	  -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp,indirect-calls \
	  -Xlinker $(wildcard $(FUZZER)) -Xlinker -lstdc++
	for target in $(FUZZ_TARGETS); do \
	  mkdir -p .build/fuzz-corpora/$$target Tests/Fuzzing/Corpora/$$target; \
	  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 .build/fuzz/release/fuzz $$target \
	    -timeout=20 -rss_limit_mb=1500 -max_len=20000 \
	    -runs=$(FUZZ_RUNS) -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 -verbosity=0 \
	    .build/fuzz-corpora/$$target Tests/Fuzzing/Corpora/$$target || exit; \
	  rm -rf /dev/shm/forceplan-fuzz-*; done

# The share of each module that the tests pass through, by themselves and in the built tool. Those that take disk and
# memory away are left out: profiles are written too.
coverage: setup
	rm -rf .build/coverage/*/debug/codecov
	$(SWIFT) test --disable-xctest --enable-code-coverage --scratch-path .build/coverage \
	  --skip SystemCallFaultTests --skip SurroundingsFaultTests --skip SweepFaultTests
	Tests/coverage.sh .build/coverage

# The tests under address and under thread sanitizer, or those whose names match SANITIZED_address and SANITIZED_thread.
# The tools are left out: their tests start them anew each, under limits that a sanitizer does not keep; and so is the
# test of flat memory, since a sanitizer keeps what is freed for a while. Tables that are made once and kept to the end
# look like leaks here too.
SANITIZED_address ?= .
SANITIZED_thread ?= .
sanitize: sanitize-address sanitize-thread
sanitize-address sanitize-thread: sanitize-%: setup
	ASAN_OPTIONS=detect_leaks=0 LIBRARIES_ONLY=yes $(SWIFT) test $(ALL_TESTS) --sanitize=$* \
	  --scratch-path .build/$* --disable-xctest --filter '$(SANITIZED_$*)' --skip MemoryTests

# Builds the release twice, from two paths, and compares the bytes.
reproducible: setup
	Tests/reproducible.sh

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
	command -v apt-get >/dev/null || { echo "make: install$$missing (GLPK 5.0, CHOLMOD, OpenBLAS, libmd, libxlsxwriter, libzip, expat, SQLite)" >&2; exit 1; }; \
	root=; [ "$$(id -u)" -eq 0 ] || root=sudo; \
	[ -z "$$root" ] || command -v sudo >/dev/null || { \
	  echo "make: run this as root once: apt-get install$$missing" >&2; exit 1; }; \
	$$root apt-get update -q && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing

clean:
	rm -rf .build plan
