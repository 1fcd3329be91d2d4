# Quaestor: build, test, install.
#
#   make              build/quaestor, the program
#   make study        install what is missing, build, study the decks that come along
#   make test         install what the tests need, run every test in one build
#   make test CI=1    the same in every build: gcc, clang, sanitizers, fuzzing; warnings are errors
#   make test ONLY=X  only the parts whose name contains X: unit/test_json, cli/, doc/, faults/, replay/, lint/
#   make lint         layers, headers, wording, format, manual pages
#   make format       let clang-format lay the sources out
#   make accept       rewrite the transcripts to what the program prints now; review with git diff
#   make fuzz         FUZZ_SECONDS=60 of libFuzzer for every parser
#   make coverage     lines reached by the tests, by folder, in build/coverage
#   make bench        time and memory
#   make bare-machine prove study and test on a freshly made Debian (as root)
#   make install      to PREFIX=/usr/local, below DESTDIR; make uninstall takes it away again
#   make clean        remove build/
#
# SAN=1 builds with the address and undefined-behaviour sanitizers, CC=clang with another compiler;
# each configuration has its own folder in build/ (OUT=elsewhere moves that).  V=1 shows the commands.
# What a machine needs differently stands in config.mk, which git does not see: any variable below, one a
# line.

-include config.mk

VERSION := 0.1.0

PREFIX       ?= /usr/local
BINDIR       ?= $(PREFIX)/bin
DATADIR      ?= $(PREFIX)/share/quaestor
MANDIR       ?= $(PREFIX)/share/man
BASHDIR      ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR       ?= $(PREFIX)/share/zsh/site-functions
FISHDIR      ?= $(PREFIX)/share/fish/vendor_completions.d
CFLAGS       ?= -O2 -g
PKG_CONFIG   ?= pkg-config
OUT          ?= build
FUZZ_SECONDS ?= 60

# --- Configuration: the compiler, and what is asked of it ------------------------------------------

TARGET := $(shell $(CC) -dumpmachine 2>/dev/null)
CONFIG := $(notdir $(firstword $(CC)))$(if $(SAN),-san)$(if $(FUZZ),-fuzz)$(if $(COVERAGE),-cov)
BUILD  := $(OUT)/$(CONFIG)

LIBRARIES   := libcjson readline sqlite3 zlib libutf8proc gumbo libcmark
LIB_CFLAGS  := $(shell $(PKG_CONFIG) --cflags $(LIBRARIES) 2>/dev/null)
LIB_LIBS    := $(shell $(PKG_CONFIG) --libs $(LIBRARIES) 2>/dev/null)
CMOCKA_LIBS := $(shell $(PKG_CONFIG) --libs cmocka 2>/dev/null)

LANGUAGE := -std=c17 -D_DEFAULT_SOURCE -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 \
            -ffp-contract=off -pthread
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wdouble-promotion -Wformat=2 -Wundef \
            -Wvla -Wcast-qual -Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes \
            -Wimplicit-fallthrough -Wswitch-enum $(if $(filter 1,$(CI)),-Werror)
PLACES   := -DQUAESTOR_VERSION='"$(VERSION)"' -DQUAESTOR_DATADIR='"$(DATADIR)"'

# readline's own opinion on _XOPEN_SOURCE (600) would contradict ours.
INCLUDES := -Isrc $(filter-out -D_DEFAULT_SOURCE -D_XOPEN_SOURCE=%,$(LIB_CFLAGS))

SANITIZE := -fsanitize=address -fsanitize=undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
ifneq ($(FUZZ),)
SPECIAL  := $(SANITIZE) -fsanitize=fuzzer-no-link
else ifneq ($(SAN),)
SPECIAL  := $(SANITIZE)
else ifneq ($(COVERAGE),)
SPECIAL  := --coverage -O0
else
HARDEN   := -fstack-protector-strong -fPIE
HARDEN   += $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
ifneq ($(findstring linux,$(TARGET)),)
HARDEN   += -fstack-clash-protection $(if $(filter x86_64-% i686-%,$(TARGET)),-fcf-protection)
LINK     := -pie -Wl,-z,relro -Wl,-z,now
endif
endif

COMPILE := $(CC) $(LANGUAGE) $(WARNINGS) $(CFLAGS) $(HARDEN) $(SPECIAL) $(PLACES) $(INCLUDES) \
           $(CPPFLAGS)
LIBS     = $(LDFLAGS) $(LINK) $(SPECIAL) $(LIB_LIBS) -pthread -lm

# --- Files: found, not listed ----------------------------------------------------------------------

SOURCES := $(filter-out src/main.c,$(wildcard src/*.c src/*/*.c src/*/*/*.c))
SHELLS  := bash zsh fish
EMBEDDED := $(BUILD)/schema.o $(SHELLS:%=$(BUILD)/completions_%.o)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(EMBEDDED)
LIBRARY := $(BUILD)/libquaestor.a
PROGRAM := $(BUILD)/quaestor

# A unit test is tests/unit/test_NAME.c; other files there are shared by all of them.
UNIT_TESTS  := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/test_*.c))
UNIT_SHARED := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/unit/test_%,$(wildcard tests/unit/*.c)))

# A fuzz target is tests/fuzz/fuzz_NAME.c.  replay_NAME feeds it the kept corpus with any compiler,
# fuzz_NAME is the libFuzzer program (FUZZ=1 CC=clang).
FUZZ_NAMES  := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
REPLAYS     := $(FUZZ_NAMES:%=$(BUILD)/tests/fuzz/replay_%)
FUZZERS     := $(FUZZ_NAMES:%=$(BUILD)/tests/fuzz/fuzz_%)
FUZZ_SHARED := $(BUILD)/tests/unit/drafted.o

# A benchmark program is tests/bench/bench_NAME.c; other files there are shared by all of them, and so
# are some of the unit tests.  tests/bench/run runs them.
BENCHES      := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/bench/bench_*.c))
BENCH_SHARED := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/bench/bench_%,$(wildcard tests/bench/*.c)) \
                tests/unit/simulate.c tests/unit/review_log.c tests/unit/drafted.c)

# --- Building --------------------------------------------------------------------------------------

.PHONY: all study test lint format accept fuzz coverage bench bare-machine install uninstall clean \
        help setup tests fuzzers flags FORCE
.DELETE_ON_ERROR:
.SECONDARY:

ifneq ($(SAN)$(FUZZ)$(COVERAGE),)
all: $(PROGRAM)
else
all: $(OUT)/quaestor
endif

# One short line a step; V=1 shows the commands themselves.
run = $(if $(V),,@echo "$(1) $@"; )

# The program lies at the same place whichever compiler made it last.
$(OUT)/quaestor: $(PROGRAM) FORCE
	@ln -f $< $@

$(PROGRAM): $(BUILD)/src/main.o $(LIBRARY)
	$(call run,link)$(CC) -o $@ $^ $(LIBS)

# Made anew, so that no object of a file that was removed stays in it.
$(LIBRARY): $(OBJECTS) $(BUILD)/members
	@rm -f $@
	$(call run,archive)$(AR) rcs $@ $(OBJECTS)

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call run,compile)$(COMPILE) -MMD -MP -c -o $@ $<

# Files that are part of the program: `quaestor schema` and `quaestor completions` print them.
array = { echo 'extern const char $(1)[]; const char $(1)[] = {'; \
          od -An -v -tx1 $< | sed 's/ \([0-9a-f][0-9a-f]\)/0x\1,/g'; echo '0 };'; } >$@

$(BUILD)/schema.c: docs/deck.schema.json
	@mkdir -p $(@D)
	@$(call array,deck_schema)

$(BUILD)/completions_%.c: src/cmd/completions/quaestor.%
	@mkdir -p $(@D)
	@$(call array,completions_$*)

$(EMBEDDED): %.o: %.c $(BUILD)/flags
	$(call run,compile)$(COMPILE) -c -o $@ $<

$(UNIT_TESTS): %: %.o $(UNIT_SHARED) $(LIBRARY)
	$(call run,link)$(CC) -o $@ $^ $(CMOCKA_LIBS) $(LIBS)

$(REPLAYS): $(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o \
            $(FUZZ_SHARED) $(LIBRARY)
	$(call run,link)$(CC) -o $@ $^ $(LIBS)

$(FUZZERS): %: %.o $(FUZZ_SHARED) $(LIBRARY)
	$(call run,link)$(CC) -o $@ $^ -fsanitize=fuzzer $(LIBS)

$(BENCHES): %: %.o $(BENCH_SHARED) $(LIBRARY)
	$(call run,link)$(CC) -o $@ $^ $(LIBS)

tests: $(UNIT_TESTS) $(REPLAYS)
fuzzers: $(FUZZERS)

# Two notes that change only when their content does: the flags (a change compiles everything again)
# and the list of files (a change makes the library again).
$(BUILD)/flags: export NOTE = $(COMPILE)
$(BUILD)/members: export NOTE = $(OBJECTS)
$(BUILD)/flags $(BUILD)/members: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' "$$NOTE" | cmp -s - $@ || printf '%s\n' "$$NOTE" >$@

flags: export NOTE = $(COMPILE)
flags:
	@printf '%s\n' "$$NOTE"

FORCE:

ifeq ($(LIB_LIBS),)
$(OBJECTS) $(BUILD)/src/main.o: missing-libraries
.PHONY: missing-libraries
missing-libraries:
	@$(PKG_CONFIG) --print-errors --exists $(LIBRARIES); \
	echo "libraries are missing: 'make setup' installs them" >&2; exit 1
endif

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# --- Using and testing -----------------------------------------------------------------------------
# What is installed decides about the flags above, so whatever follows tests/setup is another make.

RUN = CONFIG='$(CONFIG)' CC='$(CC)' SAN='$(SAN)' COVERAGE='$(COVERAGE)' CI='$(filter 1,$(CI))' \
      OUT='$(OUT)' MAKE='$(MAKE)' tests/run

setup:
	@tests/setup study

# The answers may come through a pipe: only the program itself may read standard input.
study:
	@tests/setup study </dev/null
	@$(MAKE) --no-print-directory all </dev/null
	@$(OUT)/quaestor --decks decks study $(ARGS)

test:
	@tests/setup $(if $(filter 1,$(CI)),ci,test) </dev/null
	@$(RUN) $(if $(filter 1,$(CI)),--matrix) $(ONLY)

lint:
	@$(RUN) lint/

format:
	@tests/lint/format --fix

accept:
	@tests/setup test
	@$(MAKE) --no-print-directory all
	@tests/transcript --accept --program $(BUILD) $(wildcard tests/cli/*.t README.md docs/*.md)

fuzz:
	@tests/setup ci
	@$(MAKE) --no-print-directory CC=clang FUZZ=1 fuzzers
	@for name in $(FUZZ_NAMES); do \
	    tests/fuzz/run $(OUT)/clang-fuzz $$name $(FUZZ_SECONDS) || exit 1; \
	done

coverage:
	@tests/setup test
	@$(MAKE) --no-print-directory CC=gcc COVERAGE=1 ONLY= coverage-run

coverage-run:
	@find $(BUILD) -name '*.gcda' -delete 2>/dev/null || true
	@$(RUN) || echo "some tests failed; the figures are those of this run" >&2
	@tests/coverage $(BUILD) $(OUT)/coverage
.PHONY: coverage-run

bench: all $(BENCHES)
	@tests/bench/run $(PROGRAM) $(BUILD)/tests/bench $(OUT)/bench

bare-machine:
	@tests/bare-machine

# --- Installing ------------------------------------------------------------------------------------

MANUALS     = $(wildcard docs/*.[1-9])
COMPLETIONS = src/cmd/completions/quaestor

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(DATADIR)/decks
	install -m 755 $(PROGRAM) $(DESTDIR)$(BINDIR)/quaestor
	cd decks && find . -type d -exec install -d '$(abspath $(DESTDIR)$(DATADIR))/decks/{}' \; \
	         && find . -type f -exec install -m 644 {} '$(abspath $(DESTDIR)$(DATADIR))/decks/{}' \;
	$(foreach schema,$(wildcard docs/*.schema.json),install -m 644 $(schema) $(DESTDIR)$(DATADIR);)
	$(foreach page,$(MANUALS),install -d $(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(page))) && \
	install -m 644 $(page) $(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(page)));)
	install -d $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	install -m 644 $(COMPLETIONS).bash $(DESTDIR)$(BASHDIR)/quaestor
	install -m 644 $(COMPLETIONS).zsh $(DESTDIR)$(ZSHDIR)/_quaestor
	install -m 644 $(COMPLETIONS).fish $(DESTDIR)$(FISHDIR)/quaestor.fish

# Takes away what install brought, and of the folders those that are empty then.
uninstall:
	rm -f $(DESTDIR)$(BINDIR)/quaestor
	cd decks && find . -type f -exec rm -f '$(abspath $(DESTDIR)$(DATADIR))/decks/{}' \;
	rm -f $(patsubst docs/%,$(DESTDIR)$(DATADIR)/%,$(wildcard docs/*.schema.json))
	rm -f $(DESTDIR)$(BASHDIR)/quaestor $(DESTDIR)$(ZSHDIR)/_quaestor $(DESTDIR)$(FISHDIR)/quaestor.fish
	rm -f $(foreach page,$(MANUALS),$(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))
	if [ -d $(DESTDIR)$(DATADIR) ]; then find $(DESTDIR)$(DATADIR) -depth -type d -empty -delete; fi

# A folder named with OUT= is its owner's to remove.
clean:
	rm -rf build

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile
