"""A real terminal for tests: a shell under tmux, keys that are pressed, and what the screen shows.

A key is pressed only when the cursor stands behind the prompt that it is meant for: what comes before a
prompt may be dropped, by the program as by the system, and on a busy machine it does come before.  No case
counts on two things happening within a time, and no sleep stands for something that the screen could tell.

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
PATIENCE = 60.0  # seconds for the screen to show what it should; they cost nothing when all goes well
IMPATIENCE = 5.0  # the same, when something failed already

# What the surroundings of the test may say and the case must not hear.
UNHEARD = ("TMUX", "NO_COLOR", "INPUTRC", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "QUAESTOR_DECKS",
           "QUAESTOR_PROGRESS", "COLUMNS", "LINES")


class Terminal:
    """A shell under tmux in a folder of its own, which is its HOME; `files` are there from the start."""

    patience = PATIENCE

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
        self.until(lambda screen: screen.strip() != "", "a shell")
        self.enter("PS1='$ '; clear")
        self.emptied()

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

    def look(self):
        """The screen, and what stands before the cursor in its line; both of one moment."""
        place, screen = self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}", ";", "capture-pane",
                                  "-p").split("\n", 1)
        column, row = map(int, place.split())
        return screen, screen.split("\n")[row][:column].rstrip()

    def screen(self):
        return self.look()[0]

    def keys(self, *keys):
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", "--", text)

    def enter(self, text):
        """A line: the text and Enter."""
        self.type(text)
        self.keys("Enter")

    def emptied(self):
        """Waits until the shell listens, and nothing else is on the screen."""
        self.until(lambda screen: screen.strip() == "$", "an empty screen")

    def command(self, line):
        """Has the shell do a line; what was on the screen before is gone when this returns."""
        self.wait(asks="$")
        if self.screen().strip() != "$":
            self.enter("clear")
            self.emptied()
        self.enter("clear; " + line)

    def until(self, true, wanted, asks=""):
        """
        Waits for a screen of which true() holds, and returns it.  `asks`: the prompt that the cursor stands
        behind, or how that line ends, or several; what is typed from then on is typed for it.
        """
        end, pause = time.monotonic() + Terminal.patience, 0.01
        while True:
            screen, before = self.look()
            if true(screen) and before.endswith(asks):
                return screen
            if time.monotonic() > end:
                Terminal.patience = IMPATIENCE
                raise AssertionError("waited for %r and the prompt %r, the screen shows\n%s\nand before the cursor %r"
                                     % (wanted, asks, screen, before))
            time.sleep(pause)
            pause = min(2 * pause, 0.1)

    def wait(self, *texts, asks=""):
        """Waits for a screen with all of the texts, and returns it; `asks` as above."""
        return self.until(lambda screen: all(text in screen for text in texts), texts, asks)

    def drawn_anew(self, do):
        """Does what has the program draw its window anew, and waits for that: it alone wipes a mark away."""
        mark = "%" * 8
        with open(self.tmux("display-message", "-p", "#{pane_tty}").strip(), "wb") as window:
            window.write(b"\0337\033[H" + mark.encode() + b"\0338")
        self.wait(mark)
        do()
        self.until(lambda screen: mark not in screen, "a window drawn anew")

    def resize(self, width, height):
        """Another size of the window; the program has heeded it when this returns."""
        self.drawn_anew(lambda: self.tmux("resize-window", "-x", str(width), "-y", str(height)))

    def resize_shell(self, width, height):
        """The same while the shell listens; tmux lets some time pass between two new sizes."""
        self.tmux("resize-window", "-x", str(width), "-y", str(height))
        self.command("until [ \"$(stty size)\" = '%d %d' ]; do sleep 0.02; done; echo siz''ed" % (height, width))
        self.wait("sized", asks="$")

    def settled(self, asks=""):
        """A screen that has been the same for a third of a second."""
        last, since = None, 0.0

        def rests(screen):
            nonlocal last, since
            if screen != last:
                last, since = screen, time.monotonic()
            return time.monotonic() - since > 0.3

        return self.until(rests, "a screen that rests", asks)

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
