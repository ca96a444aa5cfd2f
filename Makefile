PYTHON ?= python3
DEV = $(PYTHON) scripts/dev.py

.PHONY: run test check screens bench package
run: ; @$(DEV) run $(ARGS)
test: ; @$(DEV) test $(ARGS)
check: ; @$(DEV) check $(ARGS)
screens: ; @$(DEV) screens $(ARGS)
bench: ; @$(DEV) bench $(ARGS)
package: ; @$(DEV) package $(ARGS)
