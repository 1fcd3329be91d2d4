"""A real terminal for tests: a shell under tmux, keys that are pressed, and what the screen shows.

A test program names its cases, functions of a Terminal (or of a class made from it), and ends with
run({case: what makes its terminal}); its last line is then: N passed, N failed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.abspath(os.path.join(sys.argv[2] if len(sys.argv) > 2 else ROOT + "/build", "quaestor"))
PATIENCE = 10.0  # seconds for the screen to show what it should

# What the surroundings of the test may say and the case must not hear.
UNHEARD = ("TMUX", "NO_COLOR", "INPUTRC", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "QUAESTOR_DECKS",
           "QUAESTOR_PROGRESS", "COLUMNS", "LINES")


class Terminal:
    """A shell under tmux in a folder of its own, which is its HOME; `files` are there from the start."""

    def __init__(self, width=80, height=24, locale="C.UTF-8", files=None):
        self.folder = tempfile.mkdtemp()
        self.socket = os.path.join(self.folder, "tmux")
        for name, text in (files or {}).items():
            self.write(name, text)
        environment = {name: value for name, value in os.environ.items() if name not in UNHEARD}
        environment.update(HOME=self.folder, LC_ALL=locale)
        subprocess.run(["tmux", "-u", "-S", self.socket, "-f", "/dev/null", "new-session", "-d", "-x", str(width),
                        "-y", str(height), "-c", self.folder, "bash --norc --noprofile"],
                       env=environment, check=True)

    def ready(self):
        self.type("PS1='$ '; clear")
        self.keys("Enter")
        end = time.monotonic() + PATIENCE
        while self.screen().strip() != "$" and time.monotonic() < end:
            time.sleep(0.02)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def tmux(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, *words], check=True, capture_output=True,
                              text=True).stdout

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def keys(self, *keys):
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", "--", text)

    def enter(self, text):
        """A line: the text and Enter."""
        self.type(text)
        self.keys("Enter")

    def until(self, true, wanted):
        """Waits for a screen of which true() holds, and returns it."""
        end = time.monotonic() + PATIENCE
        while not true(screen := self.screen()):
            if time.monotonic() > end:
                raise AssertionError("waited for %r, the screen shows\n%s" % (wanted, screen))
            time.sleep(0.02)
        return screen

    def wait(self, *texts):
        """Waits for a screen with all of the texts, and returns it."""
        return self.until(lambda screen: all(text in screen for text in texts), texts)

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)


def run(cases):
    """Runs each case in a terminal of its own, {case: what makes it}; exits with status 1 if one failed."""
    failed = 0
    for case, make in cases.items():
        terminal = make()
        try:
            terminal.ready()
            case(terminal)
        except (AssertionError, OSError, subprocess.SubprocessError) as fault:
            failed += 1
            print("failed: %s (%s)\n%s" % (case.__name__, case.__doc__, fault))
        finally:
            terminal.close()
    print("%d passed, %d failed" % (len(cases) - failed, failed))
    sys.exit(1 if failed else 0)
