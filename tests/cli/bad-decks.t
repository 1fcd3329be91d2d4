One bad deck among good ones is reported on stderr; the rest works.

  $ mkdir decks
  $ cat >decks/good.json <<EOF
  > { "format": 1, "id": "good", "title": "Good", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" } ] }
  > EOF
  $ printf '{ "format": 1,\n  "id": "torn" "title": "Torn" }\n' >decks/torn.json
  $ cat >decks/part.json <<EOF
  > { "format": 1, "id": "part", "title": "Partly good", "cards": [
  >   { "id": "fine", "question": "Fine?", "answer": "yes" },
  >   { "id": "unfinished", "question": "What?" },
  >   { "id": "misspelt", "question": "Where?", "anwser": "here" } ] }
  > EOF
  $ q() { quaestor --decks decks --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q list
  decks/torn.json:2:16: error: expected ',' or '}' after a value, found '"'
  decks/part.json: 2 cards were left out because of errors; `quaestor check` shows them
  good/sky   new        The sky?
  part/fine  new        Fine?

The reports do not get into what programs read.

  $ q --json list 2>/dev/null | python3 -c '
  > import json, sys
  > print([card["card"] for card in json.load(sys.stdin)["cards"]])'
  ['good/sky', 'part/fine']
  $ q --json decks 2>/dev/null | python3 -c '
  > import json, sys
  > print([(deck["id"], deck["cards"], deck["problems"]) for deck in json.load(sys.stdin)["decks"]])'
  [('good', 1, 0), ('part', 1, 2)]
  $ q due 2>/dev/null
  deck      new  learning     due
  good        1         0       0
  part        1         0       0
  total       2         0       0
  $ q answer good/sky --typed blue 2>/dev/null
   [ok] exactly
  good; due again in 10m
  $ printf 'yes\n4\n' | q study part 2>/dev/null | tail -n 2
   Coming back this week: tomorrow 1.
   That was all for now. Next card: in 52 days, 2027-01-11.

What is left out cannot be named.

  $ q show part/unfinished 2>&1 | tail -n 1
  quaestor: no card 'part/unfinished'; `quaestor list` shows what there is
  $ q show torn 2>&1 | tail -n 1
  quaestor: no deck or card 'torn'; `quaestor decks` shows what there is

"check" has all of it, and for the one file alone as well.

  $ q check
  decks/part.json:3:3: error: card has no "answer"; write one, or "pairs", or "cloze" [missing]
        { "id": "unfinished", "question": "What?" },
        ^
  decks/part.json:4:45: error: unknown key "anwser" in a card; did you mean "answer"? [unknown-key]
        { "id": "misspelt", "question": "Where?", "anwser": "here" } ] }
                                                  ^
  decks/torn.json:2:16: error: expected ',' or '}' after a value, found '"' [json]
        "id": "torn" "title": "Torn" }
                     ^
  3 files, 2 cards: 3 errors, 0 warnings
  [1]

  $ q check decks/torn.json
  decks/torn.json:2:16: error: expected ',' or '}' after a value, found '"' [json]
        "id": "torn" "title": "Torn" }
                     ^
  1 file, 0 cards: 1 error, 0 warnings
  [1]

Folders and other things that are called .json are no decks.

  $ mkdir decks/folder.json
  $ mkfifo decks/pipe.json
  $ ln -s nowhere decks/link.json
  $ q due 2>/dev/null
  deck      new  learning     due
  good        0         1       0
  part        0         0       0
  total       0         1       0

The same id twice is an error that names both files; the first counts.

  $ cp decks/good.json decks/copy.json
  $ quaestor --decks decks decks 2>&1 | grep good
  decks/good.json: error: the deck id "good" is that of 'decks/copy.json' already; change one of them
  good     1 card   Good
  part     1 card   Partly good
