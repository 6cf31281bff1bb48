# Dawr in single words; `make` alone lists them. Each target does the set-up it needs.
.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench faults fuzz soak screens translations lock
MAKEFLAGS += --no-print-directory

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s  %s\n", $$1, $$2}' Makefile

setup: ## make all ready: system libraries, .venv, packages
	@scripts/setup

run: setup ## the whole system on this machine: kiosk, desk, wall, server, database
	@.venv/bin/python main.py demo

test: ## run the tests; narrow them with ARGS="tests/kiosk -k keypad"
	@scripts/test $(or $(ARGS),-n 3 --dist loadfile)

check: ## read the code without running it: style, types, who imports whom
	@scripts/check

format: ## put the code in order
	@scripts/format

bench: setup ## what it costs, against PostgreSQL's own pgbench; ARGS="http day" for some parts
	@.venv/bin/python -m bench $(ARGS)

faults: ## strike server and database at random under load; ARGS="--rounds 40 --seed 7"
	@scripts/faults $(ARGS)

fuzz: ## bodies made by dice, and every call held to its description; ARGS="--examples 20000 --seed 7"
	@scripts/fuzz $(ARGS)

soak: ## mixed load for minutes, then books, memory and files; ARGS="--minutes 10 --seed 7"
	@scripts/soak $(ARGS)

screens: setup ## draw every screen in every language as pictures in screens/
	@QT_QPA_PLATFORM=offscreen scripts/screens

translations: setup ## collect the windows' sentences for the translators
	@scripts/translations

lock: ## pin anew what requirements.in and requirements-dev.in ask for
	@scripts/setup --dev
	@scripts/lock $(ARGS)
