Progress is one file; the program says what it cannot use, and leaves it as it is.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress "$@"; }
  $ now='--now 2026-11-20T08:00:00Z'
  $ q p.db $now answer demo/sky --rating good
  good; due again in 10m

Something else than progress.

  $ echo 'a diary' >diary.txt
  $ q diary.txt due
  quaestor: './diary.txt' is not a progress file; name another with --progress
  [4]

  $ q diary.txt $now answer demo/sky --rating good
  quaestor: './diary.txt' is not a progress file; name another with --progress
  [4]

  $ cat diary.txt
  a diary

  $ mkdir folder
  $ q folder due
  quaestor: './folder' is not a file; name a progress file with --progress
  [4]

The database of another program.

  $ python3 -c '
  > import sqlite3
  > database = sqlite3.connect("other.db")
  > database.execute("create table photos(name)")
  > database.commit()'
  $ cp other.db before.db
  $ q other.db due
  quaestor: './other.db' is the database of another program; name another file with --progress
  [4]

  $ q other.db $now answer demo/sky --rating good
  quaestor: './other.db' is the database of another program; name another file with --progress
  [4]

  $ cmp other.db before.db

Progress of a newer version.

  $ python3 -c '
  > import shutil, sqlite3
  > shutil.copy("p.db", "newer.db")
  > database = sqlite3.connect("newer.db")
  > database.execute("pragma user_version = 99")
  > database.commit()'
  $ cp newer.db before.db
  $ q newer.db due
  quaestor: './newer.db' was written by a newer version of quaestor (format 99, this one knows 2); update quaestor, or name another file with --progress
  [4]

  $ q newer.db $now undo
  quaestor: './newer.db' was written by a newer version of quaestor (format 99, this one knows 2); update quaestor, or name another file with --progress
  [4]

  $ cmp newer.db before.db

Progress of an older version is read as it is; the first write brings it up to date.

  $ cat >version.py <<EOF
  > import sqlite3
  > database = sqlite3.connect("older.db")
  > indexes = database.execute("select name from sqlite_schema where type = 'index' and sql is not null order by name")
  > print(database.execute("pragma user_version").fetchone()[0], *(name for (name,) in indexes))
  > EOF
  $ cp p.db older.db
  $ python3 -c '
  > import sqlite3
  > database = sqlite3.connect("older.db")
  > database.executescript("drop index event_by_kind; drop index event_confused; pragma user_version = 1;"
  >   "create index event_links on event(hlc) where kind = \"link\"")'
  $ cp older.db before.db
  $ q older.db --json $now why demo/sky >old.json
  $ q p.db --json $now why demo/sky | cmp - old.json
  $ cmp older.db before.db
  $ q older.db $now suspend demo/sky >suspended.txt
  $ python3 version.py
  2 event_by_card event_by_kind event_by_time event_confused

A damaged file.

  $ head -c 20000 p.db >damaged.db
  $ q damaged.db $now answer demo/sky --rating good
  quaestor: './damaged.db' is damaged (*); keep it: `quaestor doctor` looks closer, `quaestor restore --list` shows the backups (glob)
  [4]

What is not there yet is empty; only a command that writes makes it, and the folders above it.

  $ q no/such/p.db $now due
  deck      new  learning     due
  demo        1         0       0
  $ test -e no
  [1]

  $ q no/such/p.db $now answer demo/sky --rating good
  good; due again in 10m
  $ stat -c '%a %n' no no/such no/such/p.db
  700 no
  700 no/such
  600 no/such/p.db

A place where no file can be made.

  $ q /proc/nowhere/p.db $now answer demo/sky --rating good
  quaestor: cannot make the folder '/proc/nowhere': No such file or directory
  [4]

Progress belongs to cards by name: a deck may be moved and renamed, a card may move within it.

  $ mkdir elsewhere
  $ mv deck.json elsewhere/renamed.json
  $ quaestor --decks elsewhere --progress p.db list
  demo/sky  learning   The sky?

Several processes at a time: what was said to be saved is there, and what was not is not.

  $ answer() {
  >   quaestor --decks elsewhere --progress both.db --now 2026-11-20T08:0$1:00Z answer demo/sky --rating good
  > }
  $ answer 0 >saved
  $ for i in 1 2 3 4 5 6; do answer $i >>saved 2>>refused & done; wait
  $ grep -v 'changed by another process' refused
  [1]

  $ quaestor --decks elsewhere --progress both.db --json why demo/sky | python3 -c '
  > import json, sys
  > reviews = len(json.load(sys.stdin)["reviews"])
  > print(reviews == len(open("saved").readlines()), reviews + len(open("refused").readlines()))'
  True 7
