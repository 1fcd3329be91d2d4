"new" writes a deck to begin with, and beside it the schema that tells an editor the keys.

  $ quaestor new my-rivers.json
  wrote my-rivers.json
  for your editor: deck.schema.json
  $ cat my-rivers.json
  {
    "$schema": "deck.schema.json",
    "format": 1,
    "id": "my-rivers",
    "title": "My rivers",
    "language": "en",
    "cards": [
      { "id": "paris", "question": "Which river flows through Paris?", "answer": "Seine" },
      {
        "id": "olympus",
        "question": "How high is Mount Olympus?",
        "answer": 2918,
        "unit": "m",
        "tolerance": 20,
        "note": "The highest mountain of Greece."
      },
      ["The Baltic states", ["Estonia", "Latvia", "Lithuania"], { "id": "baltic" }],
      {
        "id": "bird",
        "question": "Which one is a bird?",
        "answer": "ostrich",
        "wrong": ["bat", "flying fish"]
      },
      { "id": "tiber", "cloze": "The {{Tiber}} flows through {{Rome::a city}}." }
    ]
  }
  $ quaestor check .
  1 file, 6 cards: 0 errors, 0 warnings
  $ quaestor schema | cmp - deck.schema.json
  $ quaestor fmt --check my-rivers.json

It never writes over anything.

  $ quaestor new my-rivers.json
  quaestor: 'my-rivers.json' is there already; `quaestor add my-rivers.json` adds to it
  [2]
  $ echo mine >deck.schema.json
  $ quaestor new Οδός.json
  wrote Οδός.json
  $ cat deck.schema.json
  mine
  $ quaestor check Οδός.json
  1 file, 6 cards: 0 errors, 0 warnings
  $ quaestor new rivers
  quaestor: decks are found by their ending: `quaestor new rivers.json`
  [2]
  $ quaestor new nowhere/rivers.json
  quaestor: cannot write 'nowhere/rivers.json': No such file or directory
  [4]

"fmt" puts decks into the canonical form, and names those that it changed.

  $ cat >loose.json <<END
  > {"cards":[["Q","A"],
  >  {"answer":1.50,"unit":"m","//":"of the question","question":"How high?"},
  >  {"question":"A question of some length, so that a line will not do for it?","tags":["one","two"],
  >   "id":"long", "answer":["first", ["second", "another name of the second"], "third", "fourth", "fifth and last"]}],
  >  "id":"loose","format":1}
  > END
  $ cp loose.json before.json
  $ quaestor fmt --check loose.json
  loose.json
  [1]
  $ quaestor fmt loose.json
  loose.json
  $ cat loose.json
  {
    "format": 1,
    "id": "loose",
    "cards": [
      ["Q", "A"],
      { "//": "of the question", "question": "How high?", "answer": 1.50, "unit": "m" },
      {
        "id": "long",
        "question": "A question of some length, so that a line will not do for it?",
        "answer": [
          "first",
          ["second", "another name of the second"],
          "third",
          "fourth",
          "fifth and last"
        ],
        "tags": ["one", "two"]
      }
    ]
  }
  $ quaestor fmt loose.json
  $ quaestor diff before.json loose.json
  $ quaestor fmt - <before.json | cmp - loose.json
  $ quaestor fmt --check - <before.json
  standard input
  [1]
  $ quaestor fmt --check - <loose.json

With --ids cards without an id get one, and nothing else changes.  "was" keeps their progress.

  $ cat >plain.json <<END
  > { "format": 1, "id": "plain", "cards": [
  >   ["Who lost Rome?",   "Bessas"],
  >   {"question": "Who lost  Rome again?", "answer": "Bessas"},
  >   { "was": "old",
  >     "question": "Who took it?", "answer": "Totila" },
  >   ["Which {{gap}}?", "none", {"id": "who-lost-rome"}] ] }
  > END
  $ q() { quaestor --decks plain.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ for card in $(q --json list | grep -o 'plain/~[0-9a-f]*'); do q answer $card --rating good >/dev/null; done
  $ quaestor fmt --ids plain.json
  plain.json
  $ cat plain.json
  { "format": 1, "id": "plain", "cards": [
    ["Who lost Rome?",   "Bessas", { "id": "who-lost-rome-2", "was": "~31cdcf3e" }],
    {"id": "who-lost-rome-again", "was": "~ee1ef9dd", "question": "Who lost  Rome again?", "answer": "Bessas"},
    { "id": "who-took-it", "was": ["old", "~99e82812"],
      "question": "Who took it?", "answer": "Totila" },
    ["Which {{gap}}?", "none", {"id": "who-lost-rome"}] ] }
  $ q list
  plain/who-lost-rome-2      learning   Who lost Rome?
  plain/who-lost-rome-again  learning   Who lost  Rome again?
  plain/who-took-it          learning   Who took it?
  plain/who-lost-rome        new        Which {{gap}}?
  $ quaestor fmt --ids plain.json
  $ quaestor fmt --ids --check plain.json

A folder is formatted with all its decks, and what is no deck stays as it is.

  $ mkdir folder
  $ echo '{"a":1}' >folder/other.json
  $ cp before.json folder/
  $ quaestor fmt folder
  folder/before.json
  $ cat folder/other.json
  {"a":1}

Files that are no decks, and no JSON, are left alone.

  $ quaestor fmt folder/other.json
  quaestor: folder/other.json:1:1: not a deck: it has no "format": 1
      {"a":1}
      ^
  [3]
  $ echo '{ "format": 1,' >torn.json
  $ quaestor fmt torn.json
  quaestor: torn.json:2:1: expected a key in double quotes, found the end of the file
  [3]
  $ quaestor fmt nowhere.json
  quaestor: cannot open 'nowhere.json': No such file or directory
  [3]
