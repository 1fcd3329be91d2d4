Of decks of a mebibyte and more, commands that write keep an index beside the progress; `due` and
`next` go by it as long as no deck has changed, and say the same as without it.

  $ deck() { python3 -c '
  > import json, sys
  > cards = [{"id": "c%d" % i, "question": "Which %s (%d)?" % (sys.argv[1], i),
  >           "answer": "one", "wrong": ["two", "three"], "note": "x" * 1000}
  >          for i in range(1100)]
  > cards[4] = {"cloze": "{{a}} and {{b}}", "id": "c4"}
  > print(json.dumps({"format": 1, "id": "large", "cards": cards}, indent=1))' "$1" >deck.json; }
  $ q() { quaestor --decks deck.json --progress p.db --now "$at" "$@"; }
  $ at=2026-11-20T08:00:00Z
  $ deck one

Reading writes nothing; nor does a deck that is written to at this moment get an index.

  $ q due --json
  {"day":"2026-11-20","decks":[{"id":"large","title":"large","new":1101,"learning":0,"due":0}],"total":{"new":1101,"learning":0,"due":0}}
  $ q answer large/c0 --rating good
  good; due again in 10m
  $ ls
  deck.json
  p.db

  $ sleep 4
  $ q due --json >read-due; q next --json >read-next; q next >>read-next
  $ q next large/c4 --json >read-one
  $ ls p.db*
  p.db
  $ q undo >undone; q redo >redone
  $ ls p.db*
  p.db
  p.db-decks
  $ q due --json | cmp - read-due
  $ { q next --json; q next; } | cmp - read-next
  $ q next large/c4 --json | cmp - read-one
  $ q next --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["question"])'
  Which one (1)?

A deck that was changed is read, and so is one whose index was lost, damaged or is not ours.

  $ deck two
  $ q next --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["question"])'
  Which two (1)?
  $ for text in '' 'no index'; do printf "$text" >p.db-decks; q due; done
  deck      new  learning     due
  large    1100         1       0
  deck      new  learning     due
  large    1100         1       0
  $ rm p.db-decks
  $ q due --brief
  1 due, 19 new
