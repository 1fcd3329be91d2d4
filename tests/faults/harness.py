"""What the fault tests share: a folder with decks, the program in it, and the truth about its store.

A test is a function marked with @case; it gets a fresh Lab and fails by an exception.  main() runs the
cases of a file and ends with the line `N passed, N failed`, which tests/part counts.

    tests/faults/NAME --program build/gcc [--seed N] [CASE...]

Random choices come from lab.random, whose seed is printed: the same seed fails in the same way, as far
as the machine's own timing allows.
"""

import argparse
import contextlib
import hashlib
import json
import os
import pathlib
import random
import re
import select
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import zlib

CASES = []
EXIT_NO, EXIT_SYSTEM = 1, 4
KILLED = -9  # strace dies of what its child died of
MOST_SECONDS = 20  # for one run of the program, sanitizers and strace included
NOBODY = "65534"


class Skipped(Exception):
    """This machine cannot run the case; the text says why."""


def case(function):
    CASES.append(function)
    return function


def check(condition, *message):
    if not condition:
        raise AssertionError(" ".join(str(part) for part in message))


def spread(most, seconds, least=5):
    """Counts up to `most`, or so far as the time goes, but always to `least`: disks differ a hundredfold."""
    until = time.monotonic() + seconds
    for number in range(most):
        if number >= least and time.monotonic() > until:
            return
        yield number


# ---- the folder and the program -----------------------------------------------------------------------


class Lab:
    """A temporary folder: decks/d.json with text cards c0, c1, ... ("Q0?" - "word0"), a settings file
    without daily caps, and the progress file of --progress."""

    def __init__(self, program, seed, cards=40):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="quaestor-faults-"))
        self.random = random.Random(seed)
        self.seed = seed
        # A copy, since an ordinary user may not be able to look into the folder of the build.
        self.program = str(self.root / "quaestor")
        shutil.copy(program, self.program)
        self.home = self.root / "home"
        self.decks = self.root / "decks"
        self.data = self.root / "data"
        self.config = self.root / "config.json"
        self.db = self.data / "progress.db"
        for folder in (self.home, self.decks, self.data):
            folder.mkdir()
        os.chmod(self.root, 0o755)
        self.config.write_text('{"new-per-day": 9999, "reviews-per-day": 99999, "scroll": true}')
        self.write_deck(cards)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "TERM": "dumb",
            # Leaks cannot be looked for under ptrace; a preloaded library may come before the sanitizer's.
            "ASAN_OPTIONS": "detect_leaks=0:verify_asan_link_order=0",
        }

    def close(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def write_deck(self, count):
        cards = [
            {"id": f"c{i}", "question": f"Q{i}?", "answer": f"word{i}"} for i in range(count)
        ]
        deck = {"format": 1, "id": "d", "title": "Words", "cards": cards}
        (self.decks / "d.json").write_text(json.dumps(deck))

    def command(self, *words, db=None, before=()):
        db = db or self.db
        return [*before, self.program, "--decks", str(self.decks), "--config", str(self.config),
                "--progress", str(db), *words]

    def run(self, *words, db=None, before=(), env=None, typed=""):
        return subprocess.run(self.command(*words, db=db, before=before),
                              env=self.environment | (env or {}), input=typed, text=True,
                              capture_output=True, timeout=MOST_SECONDS)

    def answer(self, card, rating="good", **options):
        return self.run("answer", f"d/{card}", "--rating", rating, **options)

    def must_answer(self, card, rating="good", **options):
        done = self.answer(card, rating, **options)
        check(done.returncode == 0 and done.stderr == "", "answer failed:", done)

    def must_start(self, *words, **options):
        """The next start is silent and normal."""
        done = self.run(*(words or ("due",)), **options)
        check(done.returncode in (0, EXIT_NO) and done.stderr == "", "not silent:", done)
        return done

    def fresh(self):
        """No progress file, nor anything beside it."""
        shutil.rmtree(self.data)
        self.data.mkdir()

    def store(self, db=None):
        return Truth(db or self.db)


class Study:
    """A running `study`, through pipes or on a terminal of its own, answering as a learner would."""

    def __init__(self, lab, terminal=False, before=(), env=None, words=()):
        command = lab.command("study", "--color", "never", "--seed", "1", *words, before=before)
        environment = lab.environment | (env or {})
        self.errors = tempfile.TemporaryFile()
        self.seen = b""
        self.terminal = terminal
        if terminal:
            environment["TERM"] = "xterm"
            self.reads, slave = os.openpty()
            self.writes = os.dup(self.reads)
            self.process = subprocess.Popen(command, env=environment, stdin=slave, stdout=slave,
                                            stderr=self.errors, start_new_session=True)
            os.close(slave)
        else:
            self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=self.errors, bufsize=0)
            self.reads = os.dup(self.process.stdout.fileno())
            self.writes = os.dup(self.process.stdin.fileno())
            self.process.stdin.close()
            self.process.stdout.close()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.end_output()
        self.end_input()

    def end_input(self):
        if self.writes is not None:
            os.close(self.writes)
        self.writes = None

    def end_output(self):
        if self.reads is not None:
            os.close(self.reads)
        self.reads = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def complaints(self):
        self.errors.seek(0)
        return self.errors.read().decode()

    def read_some(self, seconds):
        """Reads what is there within that time; False at the end of the output."""
        if self.reads is None:
            time.sleep(min(seconds, 0.005))
            return False
        if not select.select([self.reads], [], [], max(0, seconds))[0]:
            return True
        try:
            got = os.read(self.reads, 65536)
        except OSError:  # a terminal whose other side is gone
            got = b""
        self.seen += got
        return got != b""

    def wait_for(self, pattern, seconds=MOST_SECONDS):
        """Forgets what was seen up to the pattern's end; None if it does not come."""
        until = time.monotonic() + seconds
        while (match := re.search(pattern, self.seen)) is None:
            if time.monotonic() >= until or not self.read_some(until - time.monotonic()):
                match = re.search(pattern, self.seen)
                break
        if match:
            self.seen = self.seen[match.end():]
        return match

    def send(self, data):
        with contextlib.suppress(OSError):  # the program is gone
            os.write(self.writes, data)

    def question(self, seconds=MOST_SECONDS):
        """The card asked next, as "c7", once its prompt stands; None if the session ended."""
        match = self.wait_for(rb"Q(\d+)\?[^>]*> ", seconds)
        return "c" + match[1].decode() if match else None

    def type(self, card):
        """Types the right answer and waits until the rating is asked for."""
        self.send(b"word" + card[1:].encode() + (b"\r" if self.terminal else b"\n"))
        return self.wait_for(rb"help\s* : ")

    def rate(self, key):
        self.send(key if self.terminal else key + b"\n")

    def drain(self):
        while self.read_some(MOST_SECONDS):
            pass

    def end(self, seconds=MOST_SECONDS):
        """Waits for the end, reading on: (exit status, seconds that it took)."""
        start = time.monotonic()
        while self.process.poll() is None and time.monotonic() - start < seconds:
            self.read_some(0.005)
        took = time.monotonic() - start
        check(self.process.poll() is not None, f"still running after {took:.1f} s")
        self.drain()
        return self.process.returncode, took


# ---- what is true -------------------------------------------------------------------------------------


class Truth:
    """What a progress file holds, read by another hand than the program's.

    Opened only for reading: call it after the program had its own chance to recover.  The plain
    SELECT reads the table itself, where SQLite likes to take some columns from an index.

    An event is a tuple: device id, seq, hlc, at, offset, day, kind, card, payload, crc."""

    def __init__(self, path):
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        with contextlib.closing(db):
            self.integrity = db.execute("PRAGMA integrity_check").fetchall()
            device = dict(db.execute("SELECT number, id FROM device"))
            rows = ((device.get(row[0], "?"), *row[1:])
                    for row in db.execute("SELECT * FROM event"))
            # In the order in which they fold: by hlc, device, seq.
            self.events = sorted(rows, key=lambda row: (row[2], row[0], row[1]))
            self.progress = {row[0]: row[1:] for row in db.execute(
                "SELECT card, reviews, id, event_seq FROM progress"
                " JOIN device ON number = event_device")}

    def reviews(self):
        """(card, rating) of all reviews, oldest first."""
        return [(row[7].removeprefix("d/"), json.loads(row[8])["rating"])
                for row in self.events if row[6] == "review"]

    def check(self):
        """Whole, every event undamaged, and the cache is what the events add up to.

        Counts reviews only, so this is for stores in which nothing was undone."""
        check(self.integrity == [("ok",)], "integrity_check:", self.integrity)
        check(not self.damaged(), "damaged events:", self.damaged())
        newest, count = {}, {}
        for row in self.events:
            newest[row[7]] = (row[0], row[1])
            count[row[7]] = count.get(row[7], 0) + 1
        want = {card: (count[card], *newest[card]) for card in count}
        check(self.progress == want, "cache", self.progress, "but events", want)
        return self

    def damaged(self):
        return [row for row in self.events
                if zlib.crc32("\t".join(map(str, row[:9])).encode()) != row[9]]


def snapshot(*roots):
    """Everything that a command could change below these folders but the times of reading."""
    found = {}
    for root in roots:
        for path in [root, *sorted(root.rglob("*"))]:
            status = path.lstat()
            content = hashlib.sha1(path.read_bytes()).hexdigest() if path.is_file() else ""
            found[str(path)] = (status.st_mode, status.st_ino, status.st_mtime_ns,
                                status.st_ctime_ns, status.st_size, content)
    return found


# ---- faults from outside ------------------------------------------------------------------------------


def need_strace():
    """Skips where processes cannot be traced."""
    works = shutil.which("strace") and subprocess.run(
        ["strace", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true"],
        capture_output=True).returncode == 0
    if not works:
        raise Skipped("strace cannot trace processes here")


def strace(call, fault, when, paths=(), log="/dev/null"):
    """The words before a command that let `fault` happen at call number `when` ("3", "3+": from then on).

    With `paths` only calls on these files count."""
    inject = f"inject={call}:{fault}:when={when}"
    only = [word for path in paths for word in ("-P", str(path))]
    # Stopping only at these calls is faster, but with it strace sends no signals.
    fast = ["--seccomp-bpf"] if fault.startswith("error") else []
    return ["strace", "-f", *fast, "-qq", "-o", str(log), *only, "-e", f"trace={call}", "-e", inject]


def store_paths(lab, call):
    """The files whose calls are the store's; none for a call that is hit wherever it goes."""
    return [] if call == "write" else [lab.db, f"{lab.db}-journal", lab.data]


def sabotaged(lab, how):
    """The environment that makes the program betray answers, as sabotage.c says."""
    library = lab.root / "sabotage.so"
    source = pathlib.Path(__file__).with_name("sabotage.c")
    compiler = shlex.split(os.environ.get("CC") or "cc")
    built = subprocess.run([*compiler, "-std=c17", "-O1", "-fPIC", "-shared", "-o", library, source,
                            "-ldl"], capture_output=True, text=True)
    if built.returncode != 0:
        raise Skipped(f"sabotage.c does not compile: {built.stderr}")
    return {"LD_PRELOAD": str(library), "SABOTAGE": how}


def leave_hot_journal(lab):
    """Leaves the progress file half overwritten, with the journal that brings it back, as a kill in the
    middle of a commit does."""
    script = """if True:
        import os, signal, sqlite3, sys
        db = sqlite3.connect(sys.argv[1], isolation_level=None)
        db.execute("PRAGMA cache_size=1")
        db.execute("BEGIN IMMEDIATE")
        for round in range(20):
            db.execute("UPDATE event SET payload = payload || ?", ("x" * 2000,))
        db.execute("DELETE FROM progress")
        os.kill(os.getpid(), signal.SIGKILL)
    """
    whole = lab.db.read_bytes()
    subprocess.run([sys.executable, "-c", script, str(lab.db)], check=False)
    check(pathlib.Path(f"{lab.db}-journal").exists(), "no journal was left")
    check(lab.db.read_bytes() != whole, "the file was not touched yet")
    return whole


def ordinary_user(lab):
    """The words before a command that make it an ordinary user's, for whom permissions count."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        raise Skipped("root without setpriv: permissions do not count")
    for path in [lab.root, *lab.root.rglob("*")]:
        os.chown(path, int(NOBODY), int(NOBODY))
    return ("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups")


# ---- running ------------------------------------------------------------------------------------------


def run_case(function, program, seed):
    lab = Lab(program, seed)
    started = time.monotonic()
    try:
        said = function(lab)
        print(f"ok   {function.__name__} ({time.monotonic() - started:.1f} s)"
              + (f": {said}" if said else ""), flush=True)
        return "passed"
    except Skipped as why:
        print(f"skipped: {function.__name__}: {why}", flush=True)
        return "skipped"
    except Exception:  # pylint: disable=broad-except
        print(f"FAIL {function.__name__} (--seed {seed})", flush=True)
        traceback.print_exc(file=sys.stdout)
        return "failed"
    finally:
        lab.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build", help="folder of the program")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("cases", nargs="*", help="names of cases; default all")
    options = parser.parse_args()
    program = pathlib.Path(options.program) / "quaestor"
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    print(f"seed {options.seed}")
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for function in CASES:
        if not options.cases or function.__name__ in options.cases:
            counts[run_case(function, program, options.seed)] += 1
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}")
    sys.exit(1 if counts["failed"] else 0)
