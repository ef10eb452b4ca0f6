# SPDX-License-Identifier: GPL-3.0-or-later
#
# The two commands that a newcomer needs: `make verify` and `make test`. Both install what they need first.

PACKAGES := pkg-config libgsl-dev libopenblas-dev librandom123-dev libflint-dev libflint-arb-dev zlib1g-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE := swift build -c release --product lemmacheck

.PHONY: verify test setup build bench leaks experiments readme clean

## Builds the program and runs the default plan: a table of verdicts on screen, files in reports/.
verify: build
	@$$($(RELEASE) --show-bin-path)/lemmacheck

## Runs the whole test suite, in release configuration.
test: setup
	swift test -c release

## Looks for leaked memory in the ball arithmetic and in Arb beneath it, by LeakSanitizer.
leaks: setup
	Scripts/leaks.sh

## Times the draws and the suprema against NumPy, in the same run. Needs python3 with numpy.
bench: setup
	python3 Benchmarks/normals.py
	python3 Benchmarks/suprema.py

## Repeats Section 5 on MNIST (its four files in the folder MNIST), some 40 minutes on two cores, and keeps the records with the program.
experiments: build
	@test -n "$(MNIST)" || { echo "say where MNIST's four files are: make experiments MNIST=folder" >&2; exit 1; }
	@mkdir -p .build/experiments
	$$($(RELEASE) --show-bin-path)/lemmacheck experiment all --data $(MNIST) --out .build/experiments
	cp .build/experiments/*.csv Sources/Experiments/Records/

## Writes into README.md what the program prints. Run after `make verify` and `lemmacheck audit --out reports`.
readme: setup
	python3 Scripts/readme.py

build: setup
	$(RELEASE)

## Installs the Debian packages that are missing; does nothing, and needs no network, where none is.
setup:
	@command -v swift >/dev/null || { echo "lemmacheck needs Swift 6.2 or later: https://www.swift.org/install" >&2; exit 1; }
	@missing=$$(for p in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}\n' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	    echo "Installing" $$missing; \
	    $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi

clean:
	rm -rf .build
