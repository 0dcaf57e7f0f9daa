# The front door: `make help` lists what there is. Everything is run from this folder.

# How often the tests that repeat themselves do so (never fewer than 50 times), and how long inputs are made up.
long          := $(filter soak,$(MAKECMDGOALS))
export ROUNDS ?= $(if $(long),1000,50)
FUZZ_SECONDS  ?= $(if $(long),600,20)

# Our own warnings are errors; SwiftPM keeps those of the dependencies silent.
swift-flags   := -Xswiftc -warnings-as-errors
swift-debug   := swift build $(swift-flags)
# The static library would have every symbol exported, from programs that nothing is loaded into: 4 MiB at each start.
# A call of sessionRequest.get takes an eighth less when the compiler looks across the targets. The libraries that stay
# dynamic are the system's, so the loader need not look beside the program for each.
swift-release := swift build --configuration release --static-swift-stdlib --disable-local-rpath \
                 -Xlinker --no-export-dynamic -Xswiftc -L$(CURDIR)/.build/static-libraries \
                 -Xswiftc -cross-module-optimization $(swift-flags)
swift-sources := Package.swift Sources Tests contrib/fuzz
pytest        := .venv/bin/python -m pytest -q -p no:cacheprovider --durations=5
test-packages := contrib/packages-build.txt contrib/packages-test.txt contrib/demo/packages.txt \
                 Tests/EndToEnd/packages.txt Tests/EndToEnd/bars/packages.txt clients/bash/tests/packages.txt \
                 clients/python/packages.txt clients/desktop/tests/packages.txt clients/gtk/tests/packages.txt
suites        := build check unit fuzz release end-to-end schema portal courier bash bars python desktop gtk \
                 systemd debian installation

# Two Swift builds at a time are slower than one after the other.
.NOTPARALLEL:
.DEFAULT_GOAL := help

##@ Using it

.PHONY: help demo
help: ## print this list
	@awk -f contrib/help.awk Makefile

demo: ## build it, start it and see the main job happen (DEMO_PAUSE=0 for no pauses)
	@contrib/demo/run

##@ Building

.PHONY: packages toolchain programs build static-libraries release-programs release generate format clean pictures
packages: ## install the Debian packages that a build needs
	@contrib/install-packages contrib/packages-build.txt

toolchain:
	@command -v swift >/dev/null || { echo "cannot build: there is no swift on the PATH;" \
	    "https://www.swift.org/install/linux has it (README.md says which)" >&2; exit 1; }

programs: toolchain ## debug build of the programs, into .build/debug
	$(swift-debug) --product session-requestd
	$(swift-debug) --product session-request
	$(swift-debug) --product session-request-portal
	$(swift-debug) --product session-request-courier

build: toolchain ## debug build of everything, the tests too
	$(swift-debug) --build-tests

# The C++ library, which Swift's runtime alone calls, is linked as that runtime is, by being the first that the linker
# finds: to load it was a twelfth of a start.
static-libraries: toolchain
	@library=$$(clang -print-file-name=libstdc++.a) && test -f "$$library" || { \
	    echo "cannot link: there is no libstdc++.a; install it with: apt install g++" >&2; exit 1; }; \
	mkdir -p .build/static-libraries && ln -sf "$$library" .build/static-libraries/libstdc++.a

release-programs: static-libraries
	$(swift-release)

release: release-programs man completions translations ## release build without Swift libraries beside it, its manual, completions and translations
	@contrib/print-sizes .build/release/session-requestd .build/release/session-request \
	    .build/release/session-request-portal \
	    .build/release/session-request-courier

generate: ## write anew what is generated: the schema in the program and the Python client, the diagram of the lifecycle
	contrib/generate/openrpc-document
	contrib/generate/python-client
	contrib/checks/lifecycle-diagram --write

format: ## lay out the Swift sources
	swift format --in-place --parallel --recursive $(swift-sources)

clean: ## remove everything that was built
	rm -rf .build build .venv

pictures: test-tools release ## make the pictures of the README anew (2 minutes)
	@contrib/pictures/make .build/release

##@ Installing, after make release

include contrib/install.mk
include contrib/desktop/install.mk
include contrib/completions.mk

.PHONY: deb
deb: release ## Debian packages into build/deb, judged by lintian
	@contrib/install-packages contrib/packages-deb.txt
	@contrib/make-deb

##@ Testing

.PHONY: test soak test-tools $(filter-out build release,$(suites))
test: test-tools ## everything, in suites; each is a target of its own
	@contrib/run-suite $(suites)

test-tools:
	@contrib/install-packages $(test-packages)
	@contrib/examples/install-compilers
	@contrib/make-venv

check: programs ## house rules: layout, arrows, formatting, what is generated
	contrib/checks/all

unit: toolchain ## tests of the parts
	swift test $(swift-flags) --disable-xctest

fuzz: toolchain ## strict JSON and framing against random input, FUZZ_SECONDS long
	contrib/fuzz/run $(FUZZ_SECONDS)

end-to-end: test-tools release ## the release build, driven over its sockets and its command line
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) Tests/EndToEnd \
	    --ignore=Tests/EndToEnd/schema --ignore=Tests/EndToEnd/systemd --ignore=Tests/EndToEnd/bars \
	    --ignore=Tests/EndToEnd/portal --ignore=Tests/EndToEnd/courier --ignore=Tests/EndToEnd/debian

schema: test-tools release ## the contract against the release build: every method, example and message
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) Tests/EndToEnd/schema

bash: test-tools release ## the bash client, over every program that speaks to Unix sockets
	SESSION_REQUESTD=$(CURDIR)/.build/release/session-requestd bats clients/bash/tests

bars: test-tools release ## real status bars and notifications, on desktops of their own; needs root, for another account
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) Tests/EndToEnd/bars

python: test-tools release ## the Python client, its types, its package, and through a real sshd (needs root)
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) -c clients/python/pyproject.toml clients/python/tests

portal: test-tools release ## the page behind the links, in a real browser, behind real proxies
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) Tests/EndToEnd/portal

desktop: test-tools release ## the programs of the desktop, on a display of their own, through a VNC session too
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) clients/desktop/tests

gtk: test-tools release ## the support agent's window, on a display of its own, as a screen reader sees it
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) clients/gtk/tests

courier: test-tools release ## mail, text messages and webhooks, with real servers at the other end
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) Tests/EndToEnd/courier

systemd: test-tools release ## installed on a machine booted for it (needs root)
	BUILD_DIR=.build/release $(pytest) Tests/EndToEnd/systemd

debian: test-tools release ## the Debian packages: installed, upgraded under 100 watchers, removed and purged (needs root)
	@contrib/install-packages contrib/packages-deb.txt
	BUILD_DIR=.build/release $(pytest) Tests/EndToEnd/debian

installation: release ## what `make install` puts where, and that `make uninstall` takes all of it away
	contrib/installation/check

soak: test-tools fuzz release ## the long versions: ten minutes of fuzzing, and ROUNDS=1000
	SESSION_REQUESTD=.build/release/session-requestd $(pytest) -s Tests/EndToEnd/soak

##@ Measuring

bench: static-libraries ## the daemon beside C programs that do its job; 1 below a floor (about 4 minutes)
BENCH_BUILD = $(swift-release) --product session-requestd
include contrib/bench/bench.mk
