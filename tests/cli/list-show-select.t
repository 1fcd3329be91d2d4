"list" shows the cards that a selection means, "show" all of one card.

  $ mkdir decks
  $ cat >decks/demo.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "language": "en",
  >   "documents": { "book": { "title": "The Book", "author": "A. Author" }, "map": { "title": "The Map" } },
  >   "defaults": { "tags": ["demo"], "source": { "document": "book" } },
  >   "cards": [
  >     { "id": "capital", "question": "Capital of France?", "answer": "Paris", "reverse": true,
  >       "hint": "on the Seine", "note": ["Since 987,", "mostly."], "tags": ["geo"],
  >       "source": [{ "document": "book", "at": "Chapter 1" }, { "document": "map" }] },
  >     { "id": "height", "question": "Mont Blanc?", "answer": 4806, "unit": "m", "tags": ["geo"] },
  >     { "id": "flat", "question": "The earth is flat.", "answer": false },
  >     { "id": "rivers", "question": "Rivers?", "answer": ["Rhine", ["Danube", "Donau"]] },
  >     { "id": "steps", "question": "Count.", "answer": ["one", "two"], "ordered": true },
  >     { "id": "planet", "question": "A planet?", "answer": "Mars", "wrong": ["Moon", "Sun"] },
  >     { "id": "primes", "question": "Primes?", "answer": ["2", "3"], "wrong": ["4"] },
  >     { "id": "capitals", "question": "Capitals?", "pairs": [["Spain", "Madrid"], ["Italy", "Rome"]] },
  >     { "id": "gap", "cloze": "The {{c1::cat::an animal}} sat on the {{mat}}." },
  >     { "id": "think", "question": ["Why?", "Say it aloud."], "answer": "Because.", "grading": "self" } ] }
  > EOF
  $ cat >decks/hamlet.json <<EOF
  > { "format": 1, "id": "hamlet", "title": "Hamlet", "cards": [["Who wrote Hamlet?", "Shakespeare"]] }
  > EOF
  $ q() { quaestor --decks decks --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q list
  demo/capital          new        Capital of France?
  demo/capital#reverse  new        Paris
  demo/height           new        Mont Blanc?
  demo/flat             new        The earth is flat.
  demo/rivers           new        Rivers?
  demo/steps            new        Count.
  demo/planet           new        A planet?
  demo/primes           new        Primes?
  demo/capitals         new        Capitals?
  demo/gap#c1           new        The [...] sat on the mat.
  demo/gap#mat          new        The cat sat on the [...].
  demo/think            new        Why? Say it aloud.
  hamlet/~9c2b13d2      new        Who wrote Hamlet?

For programs each card has these keys; the answer stands as its author wrote it, that of a cloze is
the hidden text.

  $ q --json list demo/capital | python3 -m json.tool
  {
      "cards": [
          {
              "card": "demo/capital",
              "kind": "text",
              "question": "Capital of France?",
              "answer": "Paris",
              "tags": [
                  "demo",
                  "geo"
              ],
              "source": [
                  {
                      "document": "book",
                      "at": "Chapter 1"
                  },
                  {
                      "document": "map",
                      "at": null
                  }
              ],
              "state": "new",
              "flags": [],
              "due": null
          },
          {
              "card": "demo/capital#reverse",
              "kind": "text",
              "question": "Paris",
              "answer": "Capital of France?",
              "tags": [
                  "demo",
                  "geo"
              ],
              "source": [
                  {
                      "document": "book",
                      "at": "Chapter 1"
                  },
                  {
                      "document": "map",
                      "at": null
                  }
              ],
              "state": "new",
              "flags": [],
              "due": null
          }
      ]
  }
  $ q --json list demo hamlet | python3 -c '
  > import json, sys
  > for card in json.load(sys.stdin)["cards"]:
  >     print(card["card"], card["kind"], json.dumps(card["answer"]))'
  demo/capital text "Paris"
  demo/capital#reverse text "Capital of France?"
  demo/height number 4806
  demo/flat boolean false
  demo/rivers list ["Rhine", ["Danube", "Donau"]]
  demo/steps sequence ["one", "two"]
  demo/planet choice "Mars"
  demo/primes choices ["2", "3"]
  demo/capitals pairs [["Spain", "Madrid"], ["Italy", "Rome"]]
  demo/gap#c1 cloze "cat"
  demo/gap#mat cloze "mat"
  demo/think text "Because."
  hamlet/~9c2b13d2 text "Shakespeare"
  $ q --json list demo/think | python3 -c '
  > import json, sys
  > print(repr(json.load(sys.stdin)["cards"][0]["question"]))'
  'Why?\nSay it aloud.'
  $ q --json list hamlet | python3 -c '
  > import json, sys
  > card = json.load(sys.stdin)["cards"][0]
  > print(card["tags"], card["source"], card["flags"])'
  [] [] []

A deck is selected by its id or by its file, a card with all its sides, or one of them.

  $ q list hamlet
  hamlet/~9c2b13d2  new        Who wrote Hamlet?
  $ q list decks/hamlet.json
  hamlet/~9c2b13d2  new        Who wrote Hamlet?
  $ q list demo/capital
  demo/capital          new        Capital of France?
  demo/capital#reverse  new        Paris
  $ q list 'demo/capital#reverse'
  demo/capital#reverse  new        Paris
  $ q list demo/gap
  demo/gap#c1   new        The [...] sat on the mat.
  demo/gap#mat  new        The cat sat on the [...].

A deck that is nowhere else can be named by its file.

  $ cp decks/hamlet.json other.json
  $ sed -i 's/"hamlet"/"other"/' other.json
  $ q list other.json
  other/~9c2b13d2  new        Who wrote Hamlet?
  $ quaestor --progress p.db list decks/hamlet.json other.json | wc -l
  2

A file named that cannot be used is a failure.

  $ echo '{' >torn.json
  $ q list torn.json
  torn.json:2:1: error: expected a key in double quotes, found the end of the file
  quaestor: 'torn.json' cannot be used; `quaestor check torn.json` shows why
  [3]

Several decks or cards: any of them.  Everything else narrows.

  $ q list hamlet demo/flat demo/steps
  demo/flat         new        The earth is flat.
  demo/steps        new        Count.
  hamlet/~9c2b13d2  new        Who wrote Hamlet?
  $ q list tag:geo
  demo/capital          new        Capital of France?
  demo/capital#reverse  new        Paris
  demo/height           new        Mont Blanc?
  $ q list demo tag:geo not:text:paris
  demo/height  new        Mont Blanc?
  $ q list text:PARIS
  demo/capital          new        Capital of France?
  demo/capital#reverse  new        Paris
  $ q list text:donau
  demo/rivers  new        Rivers?
  $ q list text:mostly
  demo/capital          new        Capital of France?
  demo/capital#reverse  new        Paris
  $ q list demo not:tag:geo not:demo/gap text:e is:new
  demo/flat      new        The earth is flat.
  demo/rivers    new        Rivers?
  demo/steps     new        Count.
  demo/planet    new        A planet?
  demo/primes    new        Primes?
  demo/capitals  new        Capitals?
  demo/think     new        Why? Say it aloud.
  $ q list not:not:hamlet
  hamlet/~9c2b13d2  new        Who wrote Hamlet?

States.

  $ q answer demo/flat --typed f
   [ok] exactly
  good; due again in 10m
  $ q answer demo/height --rating easy
  easy; due again in 54 days, 2027-01-13
  $ q list is:learning
  demo/flat  learning   The earth is flat.
  $ q list is:review
  demo/height  review     Mont Blanc?
  $ q list is:due
  $ q list is:new tag:geo
  demo/capital          new        Capital of France?
  demo/capital#reverse  new        Paris
  $ quaestor --decks decks --progress p.db --now 2027-06-01T08:00:00Z list is:due
  demo/height  review     Mont Blanc?
  demo/flat    learning   The earth is flat.

What keeps a card from being asked is shown instead.

  $ q suspend demo/rivers
  1 card suspended
  $ q bury demo/flat
  1 card buried until tomorrow
  $ q list demo/rivers demo/flat
  demo/flat    buried     The earth is flat.
  demo/rivers  suspended  Rivers?
  $ q unsuspend demo/rivers
  1 card no longer suspended
  $ q undo
  taken back: demo/rivers, unsuspended at 2026-11-20 08:00
  $ q undo
  taken back: demo/flat, buried at 2026-11-20 08:00
  $ q undo
  taken back: demo/rivers, suspended at 2026-11-20 08:00

  $ q --json list demo/flat demo/height | python3 -c '
  > import json, sys
  > for card in json.load(sys.stdin)["cards"]:
  >     print(card["card"], card["state"], card["due"])'
  demo/height review 2027-01-13T04:00:00+00:00
  demo/flat learning 2026-11-20T08:10:00+00:00

With the recall of each, the most fragile first; what was never answered has none.

  $ later() { quaestor --decks decks --progress p.db --now 2026-12-20T08:00:00Z "$@"; }
  $ later list --recall demo/flat demo/height demo/capital
  demo/flat             learning    81 %  The earth is flat.
  demo/height           review      92 %  Mont Blanc?
  demo/capital          new            -  Capital of France?
  demo/capital#reverse  new            -  Paris
  $ COLUMNS=40 later list --recall demo/flat demo/height demo/capital
  demo/flat              learning    81 %
    The earth is flat.
  demo/height            review      92 %
    Mont Blanc?
  demo/capital           new            -
    Capital of France?
  demo/capital#reverse   new            -
    Paris
  $ later --json list --recall demo/flat demo/height demo/capital | python3 -c '
  > import json, sys
  > for card in json.load(sys.stdin)["cards"]:
  >     print(card["card"], card["recall"] and round(card["recall"], 3))'
  demo/flat 0.813
  demo/height 0.925
  demo/capital None
  demo/capital#reverse None

That is the recall that "why" tells.

  $ later why demo/height | grep 'recall now'
  recall now 92 %, due in 24 days, 2027-01-13

An empty list is no failure.

  $ q list is:leech
  $ q list is:suspended
  $ q list is:flagged
  $ q list is:orphan
  $ q list tag:nothing
  $ q --json list tag:nothing
  {"cards":[]}

A word that means nothing is one.

  $ q list dmeo
  quaestor: no deck or card 'dmeo'; did you mean 'demo'?
  [2]

  $ q list demo/hieght
  quaestor: no card 'demo/hieght'; did you mean 'demo/height'?
  [2]

  $ q list zzz
  quaestor: no deck or card 'zzz'; `quaestor decks` shows what there is
  [2]

  $ q list demo zzz
  quaestor: no deck or card 'zzz'; `quaestor decks` shows what there is
  [2]

  $ q list is:nwe
  quaestor: no state 'is:nwe'; did you mean 'is:new'?
  [2]

  $ q list is:clever
  quaestor: no state 'is:clever'; there are new, learning, due, review, suspended, leech, flagged, orphan
  [2]

  $ q list not:dmeo
  quaestor: no deck or card 'dmeo'; did you mean 'demo'?
  [2]

  $ q list ''
  quaestor: no deck or card ''; `quaestor decks` shows what there is
  [2]

What was answered and is in no deck any more is an orphan; nothing but is:orphan shows it.

  $ sed -i '/"flat"/d' decks/demo.json
  $ q list is:learning
  $ q list is:orphan
  demo/flat  learning   (no deck has this card)
  $ q why demo/flat
  quaestor: no deck has 'demo/flat' any more; its answers are kept, and come back with it
  [2]
  $ q --json list is:orphan
  {"cards":[{"card":"demo/flat","kind":null,"question":null,"answer":null,"tags":[],"source":[],"state":"learning","flags":["orphan"],"due":"2026-11-20T08:10:00+00:00"}]}

"show" is for people.  Each kind of card has its way.

  $ q show demo/capital
  demo/capital
  
   Capital of France?
  
   answer   Paris
   hint     on the Seine
   Since 987,
   mostly.
   (The Book, "Chapter 1"; The Map)
  
   tags     demo, geo
   state    new
   file     decks/demo.json:5
  $ q show 'demo/capital#reverse' | head -n 5
  demo/capital#reverse
  
   Paris
  
   answer   Capital of France?
  $ for card in height rivers steps planet primes capitals 'gap#c1' 'gap#mat' think; do
  >   q show "demo/$card" | sed '/^ (The Book)/,$d'
  > done
  demo/height
  
   Mont Blanc?
  
   answer   4806 m
  demo/rivers
  
   Rivers?
  
   answer   Rhine; Danube
  demo/steps
  
   Count.
  
   answer   one; two
  demo/planet
  
   A planet?
     a) Moon
     b) Mars
     c) Sun
  
   answer   Mars
  demo/primes
  
   Primes?
     a) 3
     b) 4
     c) 2
  
   answer   2; 3
  demo/capitals
  
   Capitals?
     1. Spain
     2. Italy
     a) Rome
     b) Madrid
  
   answer   Spain = Madrid
            Italy = Rome
  demo/gap#c1
  
   The [...] sat on the mat.
  
   answer   cat
   hint     an animal
  demo/gap#mat
  
   The cat sat on the [...].
  
   answer   mat
  demo/think
  
   Why?
   Say it aloud.
  
   answer   Because.

A card without an id is named by a hash of its question.

  $ q show hamlet/~9c2b13d2
  hamlet/~9c2b13d2
  
   Who wrote Hamlet?
  
   answer   Shakespeare
  
   state    new
   file     decks/hamlet.json:1
  $ q --json show hamlet/~9c2b13d2
  {"card":"hamlet/~9c2b13d2","kind":"text","question":"Who wrote Hamlet?","answer":"Shakespeare","choices":null,"items":null,"hint":null,"note":null,"tags":[],"source":[],"state":"new","due":null,"path":"decks/hamlet.json","line":1,"fixes":null}

Wide and combining characters stay in their columns, long names and questions are cut.

  $ cat >wide.json <<EOF
  > { "format": 1, "id": "wide", "title": "日本語", "cards": [
  >   { "id": "ja", "cloze": "{{日本}}の首都はどこですか。これはとても長い質問で、画面の幅を超えるので切られます。" },
  >   { "id": "mark", "question": "e\u0301 and é", "answer": "e" },
  >   { "id": "plain", "question": ["two", "lines"], "answer": "x" } ] }
  > EOF
  $ quaestor --decks wide.json list
  wide/ja#日本  new        [...]の首都はどこですか。これはとても長い質問で、画...
  wide/mark     new        é and é
  wide/plain    new        two lines
  $ COLUMNS=40 quaestor --decks wide.json list
  wide/ja#日本                        new
    [...]の首都はどこですか。これはと...
  wide/mark                           new
    é and é
  wide/plain                          new
    two lines
  $ COLUMNS=40 quaestor --decks wide.json decks
  wide     3 cards  日本語
  $ COLUMNS=30 quaestor --decks wide.json show 'wide/ja#日本'
  wide/ja#日本
  
   [...]の首都はどこですか。こ
   れはとても長い質問で、画面の
   幅を超えるので切られます。
  
   answer   日本
  
   state    new
   file     wide.json:2
