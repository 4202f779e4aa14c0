# `make` lists the targets. CI runs `make lint test`, so that what passes here passes there.

CARGO ?= cargo
HAUTS_DE_FRANCE := examples/hauts-de-france

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-10s %s\n", $$1, $$2}'

.PHONY: test
test: test-core ## every test of every language

.PHONY: test-core
test-core: ## the tests of the Rust core, its documentation and its command line
	$(CARGO) test --workspace --all-features

.PHONY: lint
lint: ## format, clippy, rustdoc, licences; a tool that is missing is reported and passed over
	@./.ci/lint

.PHONY: fix
fix: ## format the code, and apply what clippy can fix by itself
	$(CARGO) fmt --all
	$(CARGO) clippy --workspace --all-targets --all-features --fix --allow-dirty --allow-staged

.PHONY: sample
sample: ## write the sample directory again; nothing changes unless its generator did
	$(CARGO) run --quiet --package aiguillage --example hauts-de-france
	$(CARGO) run --quiet --package aiguillage --features cli --bin aiguillage -- check $(HAUTS_DE_FRANCE)

.PHONY: cog
cog: ## make the geography again from the npm package that holds it
	npm install --no-audit --no-fund --prefix target/cog @etalab/decoupage-administratif@6.0.0
	node core/data/make-cog.mjs target/cog/node_modules/@etalab/decoupage-administratif core/data/cog-2026.bin 2026
