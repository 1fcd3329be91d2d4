"doctor" looks over all there is, and says what to do.  It writes nothing.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ change() { python3 -c 'import sqlite3, sys; d = sqlite3.connect("p.db"); d.executescript(sys.argv[1])' "$1"; }
  $ q doctor
  [--] progress    'p.db' is not there yet: the first answer makes it
  [--] backup      none yet; `quaestor backup` makes one
  [ok] settings    none set: the defaults hold
  [ok] decks       1 deck, 2 cards
  $ for day in 17 18 19; do
  >   q --now 2026-11-${day}T08:00:00Z answer demo/sky --rating good >>out
  >   q --now 2026-11-${day}T08:05:00Z answer demo/sea --rating good >>out
  > done
  $ cp p.db whole.db
  $ q doctor | sed 's/, [0-9]* KiB/, SIZE/'
  [ok] progress    p.db, SIZE
  [ok] permissions yours alone
  [ok] pages       SQLite finds the file whole
  [ok] events      6 events, 2 cards; all are what was written
  [ok] gaps        1 device, no event missing between the first and the last
  [ok] kinds       all known
  [ok] clock       no event is ahead of it
  [ok] dates       2 cards worked out again from the events: the same
  [ok] orphans     none: every card with answers is in a deck
  [ok] backup      2026-11-19T080000+0000, 1d old: opens, and its 4 events are
                   sound
  [ok] settings    none set: the defaults hold
  [ok] decks       1 deck, 2 cards
  $ q --json doctor | python3 -m json.tool | head -8 | sed 's/, [0-9]* KiB/, SIZE/'
  {
      "checks": [
          {
              "check": "progress",
              "state": "ok",
              "says": "p.db, SIZE"
          },
          {
  $ cmp p.db whole.db

A damaged event.

  $ change "update event set payload = payload || ' ' where seq = 3"
  $ q doctor | grep '\[x\]' -A2 | sed 's/[0-9a-f]\{8\}/ID/'
  [x]  events      6 events, 2 cards; 1 damaged, the first is event 3 of device
                   ID; `quaestor restore --list` shows the backups
  [ok] gaps        1 device, no event missing between the first and the last
  --
  [x]  dates       event 3 of device ID in './p.db' is damaged; keep the
                   file: `quaestor doctor` looks closer, `quaestor restore
                   --list` shows the backups
  $ q doctor >out
  [1]

An event that is missing, and a date that the events do not give; the second can be worked out anew.

  $ cp whole.db p.db
  $ change "delete from event where seq = 3; update progress set last = last"
  $ q doctor | grep '\[x\]' -A2
  [x]  gaps        1 device; 1 missing between their first and last events; a
                   backup or another of your machines may have them
  [ok] kinds       all known
  --
  [x]  dates       1 card not as the events say, as demo/sky; `quaestor doctor
                   --rebuild` works it out anew
  [ok] orphans     none: every card with answers is in a deck
  $ q doctor --rebuild | grep '\[x\]' -A2
  [x]  gaps        1 device; 1 missing between their first and last events; a
                   backup or another of your machines may have them
  [ok] kinds       all known
  $ q doctor | grep -c '\[x\]'
  1
  $ cp whole.db p.db
  $ change "update progress set due = due + 1 where card = 'demo/sea'"
  $ q doctor | grep '\[x\]' -A2
  [x]  dates       a part is not what was written; the next answer, or `quaestor
                   doctor --rebuild`, works it out anew from the events
  [ok] orphans     none: every card with answers is in a deck
  $ q doctor --rebuild | grep '\[x\]' -A2
  [1]
  $ q doctor | grep '\[x\]'
  [1]

Things worth knowing: cards that no deck has, a file that others can read, an old backup.

  $ cp whole.db p.db
  $ chmod 644 p.db
  $ sed -i '/sea/d; s/"blue" },/"blue" } ] }/' deck.json
  $ quaestor --decks deck.json --progress p.db --now 2027-01-20T08:00:00Z doctor | grep '\[--\]' -A2
  [--] permissions others can read your answers: chmod go-rwx 'p.db'
  [ok] pages       SQLite finds the file whole
  [ok] events      6 events, 2 cards; all are what was written
  --
  [--] orphans     1 card with answers in no deck, kept; `quaestor list
                   is:orphan` names them
  [--] backup      2026-11-19T080000+0000, 62d old: opens, and its 4 events are
                   sound; `quaestor backup` makes a newer one
  [ok] settings    none set: the defaults hold
  $ chmod 600 p.db

A clock that was wrong, settings and decks that cannot be used.

  $ echo '{ "retention": 2 }' >config.json
  $ echo '{ "format": 1, "id": "demo", "title": "?", "cards": [ ["Q?"] ] }' >deck.json
  $ quaestor --decks deck.json --progress p.db --config config.json --now 2026-11-01T08:00:00Z doctor | grep '\[x\]' -A2
  [x]  clock       the newest event is 18d ahead of the clock: one of them was
                   wrong; see `date`
  [ok] dates       2 cards worked out again from the events: the same
  --
  [x]  settings    config.json:1:16: "retention" must be a number from 0.7 to
                   0.99 (`quaestor --config config.json config --edit` opens it
                   there)
  [x]  decks       1 deck, 0 cards, 1 problem; `quaestor check` shows them

What cannot be read at all has status 4.

  $ echo diary >p.db
  $ q doctor
  [x]  progress    './p.db' is not a progress file; name another with --progress;
                   `quaestor restore latest` puts a backup in its place
  [ok] backup      2026-11-19T080000+0000, 1d old: opens, and its 4 events are
                   sound
  [ok] settings    none set: the defaults hold
  [x]  decks       1 deck, 0 cards, 1 problem; `quaestor check` shows them
  [4]
