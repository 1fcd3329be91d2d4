Before the first write of a study day the progress is backed up, beside the file, by itself.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db "$@"; }
  $ on() { day=$1; shift; q --now "2026-11-${day}:00Z" "$@"; }
  $ on 16T08:00 answer demo/sky --rating good
  good; due again in 10m
  $ on 16T08:10 answer demo/sky --rating good
  good; due again in 10 days, 2026-11-26
  $ ls
  deck.json
  p.db

Those were the first day.  The next one begins at 4 in the morning.

  $ on 17T03:59 answer demo/sea --rating good
  good; due again tomorrow
  $ ls
  deck.json
  p.db
  $ on 17T04:00 answer demo/sea --rating good
  good; due again in 5 days, 2026-11-22
  $ on 17T09:00 undo
  taken back: demo/sea, rated good at 2026-11-17 04:00
  $ ls p.db-backups
  2026-11-17T040000+0000.db
  $ on 18T09:00 suspend demo/sky
  1 card suspended
  $ ls p.db-backups
  2026-11-17T040000+0000.db
  2026-11-18T090000+0000.db
  $ stat -c '%a %n' p.db-backups p.db-backups/*
  700 p.db-backups
  600 p.db-backups/2026-11-17T040000+0000.db
  600 p.db-backups/2026-11-18T090000+0000.db

Reading commands make none.

  $ on 19T09:00 due
  deck      new  learning     due
  demo        0         1       0
  $ on 19T09:00 list
  demo/sky  suspended  The sky?
  demo/sea  learning   The sea?
  $ ls p.db-backups
  2026-11-17T040000+0000.db
  2026-11-18T090000+0000.db

"backup" makes one now, or into a file.

  $ on 19T10:00 backup
  p.db-backups/2026-11-19T100000+0000.db: 6 events, 2 cards, 40 KiB
  $ on 19T10:00 backup mine.db
  mine.db: 6 events, 2 cards, 40 KiB
  $ on 19T10:00 backup mine.db
  quaestor: 'mine.db' is there already; name a new file
  [2]
  $ on 19T10:00 --json backup other.db | sed 's/"digest":"[0-9a-f]*"/"digest":HEX/'
  {"path":"other.db","events":6,"cards":2,"last_answer":"2026-11-17T04:00:00+00:00","digest":HEX,"damaged":0,"bytes":40960}
  $ stat -c '%a %n' mine.db
  600 mine.db
  $ on 19T10:00 backup no/such/folder.db
  quaestor: cannot write 'no/such/folder.db.unfinished': No such file or directory
  [4]
  $ quaestor --progress none.db backup
  quaestor: there is no progress 'none.db' yet
  [4]
  $ ls -d none*
  ls: cannot access 'none*': No such file or directory
  [2]
  $ q backup too many
  quaestor: 'many' is too much for 'backup'; usage: quaestor backup [FILE]
  [2]

A made-up time gets into no real folder.

  $ quaestor --now 2026-11-19T10:00:00Z backup
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  [2]

The setting "backups" turns the daily ones off.

  $ quaestor config backups false
  $ on 20T10:00 answer demo/sky --rating good
  good; due again in 32 days, 2026-12-22
  $ ls p.db-backups
  2026-11-17T040000+0000.db
  2026-11-18T090000+0000.db
  2026-11-19T100000+0000.db
  $ quaestor config backups true

What cannot be made is told, and studying goes on.

  $ mv p.db-backups elsewhere
  $ touch p.db-backups
  $ on 21T10:00 answer demo/sky --rating good
  note: today's backup could not be made: cannot open the folder 'p.db-backups': Not a directory
  good; due again in 49 days, 2027-01-09
  $ rm p.db-backups
  $ on 21T10:00 answer demo/sky --rating good
  good; due again in 49 days, 2027-01-09
  $ ls p.db-backups
  2026-11-21T100000+0000.db

Old ones are thinned out: of the last seven days, four weeks and twelve months that have any, the newest
of each stays.

  $ for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
  >   for date in 01 02 03 10 11 20 28; do
  >     q --now 2027-$month-${date}T08:00:00Z answer demo/sea --rating good >>out
  >   done
  > done
  $ ls p.db-backups
  2027-01-28T080000+0000.db
  2027-02-28T080000+0000.db
  2027-03-28T080000+0000.db
  2027-04-28T080000+0000.db
  2027-05-28T080000+0000.db
  2027-06-28T080000+0000.db
  2027-07-28T080000+0000.db
  2027-08-28T080000+0000.db
  2027-09-28T080000+0000.db
  2027-10-28T080000+0000.db
  2027-11-28T080000+0000.db
  2027-12-01T080000+0000.db
  2027-12-02T080000+0000.db
  2027-12-03T080000+0000.db
  2027-12-10T080000+0000.db
  2027-12-11T080000+0000.db
  2027-12-20T080000+0000.db
  2027-12-28T080000+0000.db
