# SPDX-License-Identifier: GPL-3.0-or-later
#
# The two commands that a newcomer needs: `make verify` and `make test`. Both install what they need first.

PACKAGES := gnuplot-nox fonts-dejavu-core pkg-config libgsl-dev librandom123-dev libflint-dev libflint-arb-dev zlib1g-dev
# What only the tests need.
TEST_PACKAGES = python3 python3-numpy python3-pytest dataset-fashion-mnist $(COQ_PACKAGES) $(REPORT_PACKAGES)
# What looks at reports: a browser, pdflatex, a checker of XML and one of JSON Schema.
REPORT_PACKAGES := chromium texlive-latex-base texlive-latex-recommended libxml2-utils python3-jsonschema
# What only the proofs in Coq need.
COQ_PACKAGES := coq libcoq-interval
# Whose claims have them: the audit of the rest, half a minute, is left out.
COQ_CLAIMS := T B.4 B.5 B.6 B.7 B.8 B.9 3.1/b
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE := swift build -c release --product lemmacheck
SWIFT_SOURCES := $(strip Sources Tests Benchmarks $(wildcard Examples) Package.swift)

PREFIX ?= /usr/local
BINDIR = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
# Where each shell looks for completions.
BASH_COMPLETION = $(SHARE)/bash-completion/completions/lemmacheck
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_lemmacheck
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/lemmacheck.fish
# The parser's own generator of manual pages, built in a folder of its own: its plugin would build the program anew, over the one
# that is there.
PARSER := .build/checkouts/swift-argument-parser
MANUAL_TOOL := swift build -c release --package-path $(PARSER) --scratch-path .build/manual --product generate-manual

# Installs those of the Debian packages $(1) that are missing; does nothing, and needs no network, where none is.
define install_missing
missing=$$(for p in $(1); do \
    dpkg-query -W -f='$${Status}\n' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then \
    echo "Installing" $$missing; \
    $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
fi
endef

# The packages in Examples/ and their executables. They share a build folder, in which lemmacheck itself is built once; without the last
# option the second package would find the first one's build plan there, and have its tests run in the place of its own.
EXAMPLES := OwnClaims/own-claims SecondPaper/second-paper
EXAMPLE_FLAGS := -c release --scratch-path .build/examples --disable-build-manifest-caching

# The public modules: those of the libraries in Package.swift.
MODULES := Bounds BallArithmetic LazyBall Statistics Sampler Laws Claims Quantities Programs Prover Verifier Experiments LazyPaper Reports \
    LemmaTesting
DOCS := .build/docs

.PHONY: verify test examples package-url docs test-tools setup setup-data build install uninstall format lint bench error-rate counterexamples kills fuzz leaks mutants \
    proofs experiments \
    readme clean

## Builds the program and runs the default plan: a table of verdicts on screen, files in reports/.
verify: build
	@status=0; bin=$$($(RELEASE) --show-bin-path)/lemmacheck; $$bin || status=$$?; \
	echo; echo "The program: $$bin (make install PREFIX=... puts it into PREFIX/bin)"; \
	echo "The page:    $(CURDIR)/reports/index.html"; \
	exit $$status

## Runs the whole test suite, in release configuration.
test: setup
	swift test -c release

## Tests the packages in Examples/ and runs their executables and plans, in release configuration. What needs Python's numpy or pytest (make
## test-tools) is skipped where they are not there.
examples: setup
	@set -e; for example in $(EXAMPLES); do \
	    flags="$(EXAMPLE_FLAGS) --package-path Examples/$${example%/*}"; \
	    echo "Examples/$${example%/*}: tests"; swift test $$flags; \
	    echo "Examples/$${example%/*}: $${example#*/}"; swift run $$flags --skip-build $${example#*/}; \
	done
	@echo "Examples/Assertions: tests"; swift test $(EXAMPLE_FLAGS) --package-path Examples/Assertions
	@$(RELEASE)
	@bin=$$($(RELEASE) --show-bin-path)/lemmacheck; set -e; \
	echo "Examples/OwnLemma: plan"; $$bin verify --plan Examples/OwnLemma/plan.yaml; \
	if ! python3 -c "import numpy" 2> /dev/null; then echo "Examples/OwnQuantity: skipped, as Python has no numpy (make test-tools)"; exit 0; fi; \
	echo "Examples/OwnQuantity: plan"; $$bin verify --plan Examples/OwnQuantity/plan.yaml --allow-commands; \
	if ! python3 -c "import pytest" 2> /dev/null; then echo "Examples/OwnQuantity: no pytest (make test-tools)"; exit 0; fi; \
	echo "Examples/OwnQuantity: pytest"; LEMMACHECK=$$bin python3 -m pytest -q -p no:cacheprovider Examples/OwnQuantity

## Builds and tests a package that names lemmacheck by the address of a git repository and a version, and fails where that warns.
package-url: setup
	Scripts/package_url.sh

## Writes the documentation of the public modules as a site into .build/docs, and fails at a warning: a link that leads nowhere, say.
docs: setup
	@rm -rf $(DOCS)
	swift package --allow-writing-to-directory $(DOCS) generate-documentation $(MODULES:%=--target %) --output-path $(DOCS) \
	    --enable-experimental-combined-documentation --warnings-as-errors
	@echo "docs: python3 -m http.server --directory $(DOCS) shows them at http://localhost:8000/documentation"

## Installs the tools that only the tests need.
test-tools:
	@$(call install_missing,$(TEST_PACKAGES))

## Installs the program as $(PREFIX)/bin/lemmacheck, with manual pages and completions for bash, zsh and fish in $(PREFIX)/share; PREFIX is
## /usr/local unless given.
install: build
	$(MANUAL_TOOL)
	@rm -rf .build/man1 && mkdir .build/man1
	"$$($(MANUAL_TOOL) --show-bin-path)/generate-manual" --multi-page --output-directory .build/man1 "$$($(RELEASE) --show-bin-path)/lemmacheck"
	install -d "$(BINDIR)" "$(SHARE)/man/man1"
	install -m 755 "$$($(RELEASE) --show-bin-path)/lemmacheck" "$(BINDIR)/lemmacheck"
	install -m 644 .build/man1/*.1 "$(SHARE)/man/man1/"
	install -d "$(dir $(BASH_COMPLETION))" "$(dir $(ZSH_COMPLETION))" "$(dir $(FISH_COMPLETION))"
	"$(BINDIR)/lemmacheck" --generate-completion-script bash > "$(BASH_COMPLETION)"
	"$(BINDIR)/lemmacheck" --generate-completion-script zsh > "$(ZSH_COMPLETION)"
	"$(BINDIR)/lemmacheck" --generate-completion-script fish > "$(FISH_COMPLETION)"

## Removes what `make install` of the same PREFIX has installed.
uninstall:
	rm -f "$(BINDIR)/lemmacheck" "$(BASH_COMPLETION)" "$(ZSH_COMPLETION)" "$(FISH_COMPLETION)" "$(SHARE)"/man/man1/lemmacheck*.1

## Formats the Swift sources by .swift-format.
format:
	swift format --in-place --recursive $(SWIFT_SOURCES)

## Fails where `make format` would change something, or a rule of .swift-format is broken.
lint:
	@swift format lint --strict --recursive $(SWIFT_SOURCES)
	@echo "lint: nothing to change in $(SWIFT_SOURCES)"

## Counts wrong verdicts where the truth is known, at gammas on either side of it: some minutes.
error-rate: setup
	swift run -c release --package-path Benchmarks --scratch-path .build/benchmarks error-rate

## Tries to refute every row that the audit proves, at POINTS random points of its domain, 10^6 unless given: a quarter of an hour.
counterexamples: setup
	swift run -c release --package-path Benchmarks --scratch-path .build/benchmarks counterexamples $(or $(POINTS),1000000) $(SEED)

## Kills runs outright at random moments and goes on with them: COUNT of them, 100 unless given. Needs python3.
kills: build
	python3 Scripts/kills.py --count $(or $(COUNT),100) --binary "$$($(RELEASE) --show-bin-path)/lemmacheck"

## Looks for leaked memory in the ball arithmetic and in Arb beneath it, by LeakSanitizer.
leaks: setup
	Scripts/leaks.sh

## Gives the program options, plans and files that are mutated at random from a seed, and fails where a run ends badly: FUZZ="--count N
## --seed S" for more of them or others. Needs python3.
fuzz: build
	@status=0; for script in Scripts/fuzz_*.py; do \
	    python3 $$script --binary "$$($(RELEASE) --show-bin-path)/lemmacheck" $(FUZZ) || status=1; \
	done; exit $$status

## Plants wrong constants, signs, ranks, error budgets and stopping rules in a copy of the sources, one at a time, and fails where the tests
## that should notice one pass: MUTANTS="--module Bounds" or "--only 7" for a part of them. Needs python3; a quarter of an hour on two cores.
mutants: setup
	python3 Scripts/mutants.py $(MUTANTS)

## Writes the proofs in Coq with the program and has coqc check them, two or three minutes on two cores: Guides/CoqProofs.md. Needs python3,
## coq and libcoq-interval (make test-tools); skipped, but for CI, where there is no coqc.
proofs: build
	@rm -rf .build/proofs
	@$$($(RELEASE) --show-bin-path)/lemmacheck audit $(COQ_CLAIMS) --coq .build/proofs > /dev/null
	@python3 Scripts/proofs.py .build/proofs

## Times the draws and the suprema against NumPy, in the same run. Needs python3 with numpy.
bench: setup
	python3 Benchmarks/normals.py
	python3 Benchmarks/suprema.py
	swift build -c release --product lemmacheck
	python3 Benchmarks/own_quantity.py --binary "$$($(RELEASE) --show-bin-path)/lemmacheck"

## Repeats Section 5 on MNIST (its four files in the folder MNIST), some three hours on two cores and 5 GB of memory (it says so first; what is interrupted goes
## on with RESUME=--resume), and keeps the records with the program.
experiments: build
	@test -n "$(MNIST)" || { echo "say where MNIST's four files are: make experiments MNIST=folder" >&2; exit 1; }
	@mkdir -p .build/experiments
	$$($(RELEASE) --show-bin-path)/lemmacheck experiment all --data $(MNIST) --out .build/experiments $(RESUME)
	@! grep -q "(not MNIST's)" .build/experiments/experiments.md || { echo "the images in $(MNIST) are not MNIST's: the records stay as they are" >&2; exit 1; }
	cp .build/experiments/*.csv Sources/Experiments/Records/

## Writes into README.md what the program prints. Run after `make verify` and `lemmacheck audit --out reports`.
readme: setup
	python3 Scripts/readme.py

build: setup
	$(RELEASE)

## Installs the Debian packages that are missing.
setup:
	@command -v swift >/dev/null || { echo "lemmacheck needs Swift 6.2 or later: https://www.swift.org/install" >&2; exit 1; }
	@$(call install_missing,$(PACKAGES))

## Installs Fashion-MNIST, on which `lemmacheck experiment` trains networks where MNIST is not at hand.
setup-data:
	@$(call install_missing,dataset-fashion-mnist)

clean:
	rm -rf .build
