PYTHON ?= python3
DEV = $(PYTHON) scripts/dev.py

.PHONY: run test check screens bench faults package
run: ; @$(DEV) run $(ARGS)
test: ; @$(DEV) test $(ARGS)
check: ; @$(DEV) check $(ARGS)
screens: ; @$(DEV) screens $(ARGS)
bench: ; @$(DEV) bench $(ARGS)
faults: ; @$(DEV) faults $(ARGS)
package: ; @$(DEV) package $(ARGS)
