# `make test` installs what the tests need and runs all of them.
.PHONY: ashlar test setup go-test portable-test contracts-test lint bench guest race fuzz

test: setup lint go-test portable-test contracts-test

# npm packages for the Solidity compiler, forge and the SDK tests; qemu as the oracle of the RV64 tests; Prometheus for metrics and alerts. A machine without npm or apt
# skips what needs them, and the tests concerned say so.
setup:
	@.ci/setup

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "run gofmt on:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...

go-test:
	go test -timeout 25m ./...

# The proof system without kernels in assembly (AVX-512, AVX2): their portable twins. Proofs are
# the same bytes, which a golden digest pins.
portable-test:
	go test -short -timeout 25m -tags purego ./stark/...
	go test -timeout 25m -tags purego ./zkvm/prove -run SameBytes

contracts-test:
	$(MAKE) -C contracts test

# The race detector over the packages whose goroutines share something. RACE_PACKAGES narrows it.
RACE_PACKAGES ?= ./settlement/... ./node/... ./chain/sequencer ./chain/txpool ./chain/store ./chain/stream ./chain/batch ./chain/rpc
race:
	go test -race -short -timeout 25m $(RACE_PACKAGES)

# Every fuzz target for a minute; FUZZTIME and QUICKTIME change that (see .ci/fuzz).
fuzz:
	.ci/fuzz

# The binary that needs nothing beside it: the batch program, compared with its lock file, is in it.
ashlar:
	go run ./cmd/ashlar guest build --lock guest/program/image.lock -o guest/program/program.img.gz
	go build -tags ashlar_program -o ashlar ./cmd/ashlar

# Build the program that executes batches and compare it with its lock file.
guest:
	go run ./cmd/ashlar guest build --lock guest/program/image.lock

bench:
	go test -run '^$$' -bench . ./stark/... ./zkvm/... ./chain/... ./witness ./guest/...
