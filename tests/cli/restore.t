"restore" puts a backup in the place of the progress, and says first what that changes.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db "$@"; }
  $ on() { day=$1; shift; q --now "2026-11-${day}:00Z" "$@"; }
  $ digest() { q --json restore "$@" | sed 's/"digest":"[0-9a-f]*"/"digest":HEX/g'; }
  $ q restore --list
  no backups in 'p.db-backups'; `quaestor backup` makes one
  $ q --json restore --list
  {"folder":"p.db-backups","backups":[]}
  $ on 16T08:00 answer demo/sky --rating good
  good; due again in 10m
  $ on 16T08:10 answer demo/sky --rating good
  good; due again in 10 days, 2026-11-26
  $ on 17T08:00 answer demo/sea --rating good
  good; due again in 10m
  $ on 18T08:00 flag demo/sea
  1 card flagged
  $ on 18T08:01 answer demo/sea --rating good
  good; due again in 15 days, 2026-12-03

The list has the newest first.

  $ q restore --list
       backup                            events   cards       last answer      size
  [ok] 2026-11-18T080000+0000                 3       2  2026-11-17 08:00    40 KiB
  [ok] 2026-11-17T080000+0000                 2       1  2026-11-16 08:10    40 KiB
  $ digest --list
  {"folder":"p.db-backups","backups":[{"name":"2026-11-18T080000+0000","path":"p.db-backups/2026-11-18T080000+0000.db","time":"2026-11-18T08:00:00+00:00","replaced":false,"events":3,"cards":2,"last_answer":"2026-11-17T08:00:00+00:00","digest":HEX,"damaged":0,"bytes":40960,"sound":true,"problem":null},{"name":"2026-11-17T080000+0000","path":"p.db-backups/2026-11-17T080000+0000.db","time":"2026-11-17T08:00:00+00:00","replaced":false,"events":2,"cards":1,"last_answer":"2026-11-16T08:10:00+00:00","digest":HEX,"damaged":0,"bytes":40960,"sound":true,"problem":null}]}

A backup is named by its file, by as much of its name as one likes, or "latest".  Nothing happens yet.

  $ q restore latest
  p.db-backups/2026-11-18T080000+0000.db
    the backup has    3 events, 2 cards, last answer 2026-11-17 08:00
    the progress has  5 events, 2 cards, last answer 2026-11-18 08:01
    would be lost     1 answer and 1 other event of 1 card, from 2026-11-18 08:00 on
    would come back   nothing
  nothing was changed; add --yes to restore it
  $ q restore 2026-11-17
  p.db-backups/2026-11-17T080000+0000.db
    the backup has    2 events, 1 card, last answer 2026-11-16 08:10
    the progress has  5 events, 2 cards, last answer 2026-11-18 08:01
    would be lost     2 answers and 1 other event of 1 card, from 2026-11-17 08:00 on
    would come back   nothing
  nothing was changed; add --yes to restore it
  $ q restore p.db-backups/2026-11-17T080000+0000.db | tail -1
  nothing was changed; add --yes to restore it
  $ digest 2026-11-17
  {"backup":{"path":"p.db-backups/2026-11-17T080000+0000.db","events":2,"cards":1,"last_answer":"2026-11-16T08:10:00+00:00","digest":HEX,"damaged":0},"progress":{"events":5,"cards":2,"last_answer":"2026-11-18T08:01:00+00:00","digest":HEX,"damaged":0},"problem":null,"lost":{"events":3,"answers":2,"cards":1},"back":{"events":0,"answers":0,"cards":0},"restored":false,"kept":null}
  $ q restore 2026-11-10
  quaestor: no backup '2026-11-10'; `quaestor restore --list` shows those there are
  [2]
  $ quaestor --progress new.db restore latest
  quaestor: no backup 'latest'; `quaestor restore --list` shows those there are
  [2]
  $ q restore p.db
  p.db
    the backup has    5 events, 2 cards, last answer 2026-11-18 08:01
    the progress has  5 events, 2 cards, last answer 2026-11-18 08:01
    would be lost     nothing
    would come back   nothing
  nothing was changed; add --yes to restore it

With --yes it is done, and what was there is kept.

  $ cp p.db before.db
  $ on 18T10:00 restore 2026-11-17 --yes
  p.db-backups/2026-11-17T080000+0000.db
    the backup has    2 events, 1 card, last answer 2026-11-16 08:10
    the progress has  5 events, 2 cards, last answer 2026-11-18 08:01
    would be lost     2 answers and 1 other event of 1 card, from 2026-11-17 08:00 on
    would come back   nothing
  restored; what was there is kept as p.db-backups/2026-11-18T100000+0000-replaced.db
  $ q list
  demo/sky  review     The sky?
  demo/sea  new        The sea?
  $ cmp before.db p.db-backups/2026-11-18T100000+0000-replaced.db
  $ q restore
       backup                            events   cards       last answer      size
  [ok] 2026-11-18T100000+0000-replaced        5       2  2026-11-18 08:01    40 KiB
  [ok] 2026-11-18T080000+0000                 3       2  2026-11-17 08:00    40 KiB
  [ok] 2026-11-17T080000+0000                 2       1  2026-11-16 08:10    40 KiB

The restored file goes on as another device, so that its answers are never taken for those replaced.

  $ on 18T11:00 answer demo/sea --rating again
  again; due again in <1m
  $ q restore 2026-11-18T100000+0000-replaced
  p.db-backups/2026-11-18T100000+0000-replaced.db
    the backup has    5 events, 2 cards, last answer 2026-11-18 08:01
    the progress has  3 events, 2 cards, last answer 2026-11-18 11:00
    would be lost     1 answer of 1 card, from 2026-11-18 11:00 on
    would come back   2 answers and 1 other event of 1 card, from 2026-11-17 08:00 on
  nothing was changed; add --yes to restore it
  $ on 18T12:00 --json restore 2026-11-18T100000+0000-replaced --yes | sed 's/"digest":"[0-9a-f]*"/"digest":HEX/g'
  {"backup":{"path":"p.db-backups/2026-11-18T100000+0000-replaced.db","events":5,"cards":2,"last_answer":"2026-11-18T08:01:00+00:00","digest":HEX,"damaged":0},"progress":{"events":3,"cards":2,"last_answer":"2026-11-18T11:00:00+00:00","digest":HEX,"damaged":0},"problem":null,"lost":{"events":1,"answers":1,"cards":1},"back":{"events":3,"answers":2,"cards":1},"restored":true,"kept":"p.db-backups/2026-11-18T120000+0000-replaced.db"}
  $ q list
  demo/sky  review     The sky?
  demo/sea  review     The sea?

Damaged progress names the way out.

  $ head -c 20000 p.db >short; cp short p.db
  $ on 19T08:00 answer demo/sky --rating good
  quaestor: './p.db' is damaged (database disk image is malformed); keep it: `quaestor doctor` looks closer, `quaestor restore --list` shows the backups
  [4]
  $ on 19T08:00 restore latest
  p.db-backups/2026-11-18T080000+0000.db
    the backup has    3 events, 2 cards, last answer 2026-11-17 08:00
    the progress now  './p.db' is damaged (database disk image is malformed); keep it: `quaestor doctor` looks closer, `quaestor restore --list` shows the backups
  nothing was changed; add --yes to restore it
  $ on 19T08:00 restore latest --yes
  p.db-backups/2026-11-18T080000+0000.db
    the backup has    3 events, 2 cards, last answer 2026-11-17 08:00
    the progress now  './p.db' is damaged (database disk image is malformed); keep it: `quaestor doctor` looks closer, `quaestor restore --list` shows the backups
  restored; what was there is kept as p.db-backups/2026-11-19T080000+0000-replaced.db
  $ cmp short p.db-backups/2026-11-19T080000+0000-replaced.db
  $ q list
  demo/sky  review     The sky?
  demo/sea  learning   The sea?

So does progress that is gone, or was overwritten.

  $ rm p.db
  $ on 19T09:00 restore latest --yes
  p.db-backups/2026-11-18T080000+0000.db
    the backup has    3 events, 2 cards, last answer 2026-11-17 08:00
    there is no progress now
  restored
  $ echo diary >p.db
  $ on 19T10:00 restore latest --yes
  p.db-backups/2026-11-18T080000+0000.db
    the backup has    3 events, 2 cards, last answer 2026-11-17 08:00
    the progress now  './p.db' is not a progress file; name another with --progress
  restored; what was there is kept as p.db-backups/2026-11-19T100000+0000-replaced.db
  $ q list
  demo/sky  review     The sky?
  demo/sea  learning   The sea?

A damaged backup is told apart, and not restored.  "latest" is the newest sound one.

  $ python3 -c '
  > import sqlite3
  > database = sqlite3.connect("p.db-backups/2026-11-18T080000+0000.db")
  > database.execute("update event set payload = payload || char(32) where seq = 2")
  > database.commit()'
  $ q restore --list
       backup                            events   cards       last answer      size
  [x]  2026-11-19T100000+0000-replaced        0       0                     6 bytes
  [x]  2026-11-19T080000+0000-replaced        0       0                      20 KiB
  [ok] 2026-11-18T120000+0000-replaced        3       2  2026-11-18 11:00    40 KiB
  [ok] 2026-11-18T100000+0000-replaced        5       2  2026-11-18 08:01    40 KiB
  [x]  2026-11-18T080000+0000                 3       2  2026-11-17 08:00    40 KiB
  [ok] 2026-11-17T080000+0000                 2       1  2026-11-16 08:10    40 KiB
  $ q restore 2026-11-18 --yes
  quaestor: './p.db-backups/2026-11-18T080000+0000.db' has damaged events, 1 of 3; `quaestor restore --list` shows the backups
  [4]
  $ q restore latest | head -1
  p.db-backups/2026-11-17T080000+0000.db

The database of another program in its place is left alone.

  $ python3 -c '
  > import sqlite3
  > database = sqlite3.connect("other.db")
  > database.execute("create table photos(name)")
  > database.commit()'
  $ cp other.db before.db
  $ quaestor --progress other.db restore p.db-backups/2026-11-17T080000+0000.db --yes
  p.db-backups/2026-11-17T080000+0000.db
    the backup has    2 events, 1 card, last answer 2026-11-16 08:10
    the progress now  './other.db' is the database of another program; name another file with --progress
  quaestor: './other.db' is the database of another program; name another file with --progress
  [4]
  $ cmp other.db before.db
