"due" counts what waits, by deck.  New cards are counted all, whatever the caps are.  The decks that want
most stand first.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue", "reverse": true },
  >   { "id": "grass", "question": "Grass?", "answer": "green" },
  >   { "id": "coal", "question": "Coal?", "answer": "black" } ] }
  > EOF
  $ cat >rome.json <<EOF
  > { "format": 1, "id": "rome", "title": "Rome", "cards": [["First emperor?", "Augustus"]] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q due
  deck      new  learning     due
  demo        4         0       0
  $ q due --decks rome.json
  deck      new  learning     due
  demo        4         0       0
  rome        1         0       0
  total       5         0       0

  $ q due --json
  {"day":"2026-11-20","decks":[{"id":"demo","title":"A demonstration","new":4,"learning":0,"due":0}],"total":{"new":4,"learning":0,"due":0}}
  $ q due --brief
  3 new

The program alone says the same, and what to type next.

  $ q
  deck      new  learning     due
  demo        4         0       0
  
  `quaestor study` asks them; `quaestor --help` lists all commands.

Cards at their steps count as learning, even if their step comes later today.

  $ q answer demo/sky --rating again
  again; due again in <1m
  $ q answer demo/grass --rating easy
  easy; due again in 56 days, 2027-01-15
  $ q due
  deck      new  learning     due
  demo        2         1       0
  $ q due --brief
  1 due, 1 new

Caps change what is asked, not what is counted: with no new card left for today the status is
still 0 while a step waits, and 1 when nothing does.

  $ echo '{ "new-per-day": 0 }' >none.json
  $ q --config none.json due
  deck      new  learning     due
  demo        2         1       0
  $ q --config none.json --progress fresh.db due
  deck      new  learning     due
  demo        4         0       0
  [1]

  $ q --config none.json --progress fresh.db due --brief
  [1]

  $ q --config none.json --progress fresh.db
  deck      new  learning     due
  demo        4         0       0
  
  Nothing is left for today; `quaestor --help` lists all commands.

Days later the review is due.

  $ later() { quaestor --decks deck.json --progress p.db --now 2027-06-01T08:00:00Z "$@"; }
  $ later due
  deck      new  learning     due
  demo        2         1       1
  $ later --json due
  {"day":"2027-06-01","decks":[{"id":"demo","title":"A demonstration","new":2,"learning":1,"due":1}],"total":{"new":2,"learning":1,"due":1}}
  $ later due --brief
  2 due, 1 new

When everything is answered and far away, nothing is due.

  $ card=$(quaestor --decks rome.json list | cut -d ' ' -f 1)
  $ quaestor --decks rome.json --progress r.db --now 2026-11-20T08:00:00Z answer $card --rating easy
  easy; due again in 58 days, 2027-01-17
  $ quaestor --decks rome.json --progress r.db --now 2026-11-20T08:01:00Z due
  deck      new  learning     due
  rome        0         0       0
  [1]

  $ quaestor --decks rome.json --progress r.db --now 2026-11-20T08:01:00Z --json due
  {"day":"2026-11-20","decks":[{"id":"rome","title":"Rome","new":0,"learning":0,"due":0}],"total":{"new":0,"learning":0,"due":0}}
  [1]

  $ quaestor --decks rome.json --progress r.db --now 2026-11-20T08:01:00Z
  deck      new  learning     due
  rome        0         0       0
  
  Nothing is left for today; `quaestor --help` lists all commands.

Asking changes nothing.

  $ cp p.db before.db
  $ later due >/dev/null; later >/dev/null; later --json due >/dev/null
  $ cmp p.db before.db

What waits comes before what is new; JSON keeps the order of the ids.

  $ both() { quaestor --decks deck.json --decks rome.json --progress both.db --now 2026-11-20T08:00:00Z "$@"; }
  $ both due
  deck      new  learning     due
  demo        4         0       0
  rome        1         0       0
  total       5         0       0
  $ both answer $card --rating again
  again; due again in <1m
  $ both due
  deck      new  learning     due
  rome        0         1       0
  demo        4         0       0
  total       4         1       0
  $ both due --json
  {"day":"2026-11-20","decks":[{"id":"demo","title":"A demonstration","new":4,"learning":0,"due":0},{"id":"rome","title":"Rome","new":0,"learning":1,"due":0}],"total":{"new":4,"learning":1,"due":0}}
