# `make bench`: the daemon beside C programs that do the same job, and 1 below a floor. Not part of `make test`.
# BENCH_ARGS="--only ping --rounds 9" goes to contrib/bench/run; BENCH_BUILD is how the daemon is built first.
BENCH_BUILD ?= swift build -c release --static-swift-stdlib --product session-requestd
BENCH_PAGE ?= $(BENCH_BUILD:session-requestd=session-request-portal)
BENCH_ARGS ?=

.PHONY: bench
bench:
	$(BENCH_BUILD)
	$(BENCH_PAGE)
	contrib/bench/run $(BENCH_ARGS)
