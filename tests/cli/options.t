Options for all commands stand before or after the command, with the value beside them or
behind "=".

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "one", "question": "How many?", "answer": "-5" },
  >   { "id": "two", "question": "And now?", "answer": "blue" } ] }
  > EOF
  $ quaestor --decks deck.json list
  demo/one  new        How many?
  demo/two  new        And now?
  $ quaestor list --decks deck.json
  demo/one  new        How many?
  demo/two  new        And now?
  $ quaestor list --decks=deck.json is:new
  demo/one  new        How many?
  demo/two  new        And now?
  $ quaestor --json --decks deck.json due --now 2026-11-20T08:00:00Z
  {"day":"2026-11-20","decks":[{"id":"demo","title":"A demonstration","new":2,"learning":0,"due":0}],"total":{"new":2,"learning":0,"due":0}}

An unknown option is refused; if it looks like one, that one is named.  Options are never
shortened.

  $ quaestor due --bref
  quaestor: no option '--bref'; did you mean '--brief'?
  [2]

  $ quaestor --jsno due
  quaestor: no option '--jsno'; did you mean '--json'?
  [2]

  $ quaestor due --js
  quaestor: no option '--js'; --help lists them
  [2]

  $ quaestor due -x
  quaestor: no option '-x'; --help lists them
  [2]

An option belongs to its command.

  $ quaestor list --brief
  quaestor: no option '--brief'; --help lists them
  [2]

Values are checked.

  $ quaestor due --decks
  quaestor: --decks needs a value: --decks PATH
  [2]

  $ quaestor due --json=yes
  quaestor: --json takes no value
  [2]

  $ quaestor due --seed tomorrow
  quaestor: --seed takes a whole number, not 'tomorrow'
  [2]

  $ quaestor due --seed=-1
  quaestor: --seed takes a whole number, not '-1'
  [2]

  $ quaestor due --color blue
  quaestor: --color takes auto, always or never, not 'blue'
  [2]

Too few and too many words are told, with the usage.

  $ quaestor show
  quaestor: too little for 'show'; usage: quaestor show CARD
  [2]

  $ quaestor try demo/one
  quaestor: too little for 'try'; usage: quaestor try CARD TEXT
  [2]

  $ quaestor due demo
  quaestor: 'demo' is too much for 'due'; usage: quaestor due [--brief]
  [2]

  $ quaestor undo demo
  quaestor: 'demo' is too much for 'undo'; usage: quaestor undo
  [2]

  $ quaestor schema now
  quaestor: 'now' is too much for 'schema'; usage: quaestor schema
  [2]

After "--" everything is a word, even if it looks like an option.

  $ quaestor --decks deck.json -- list demo/one
  demo/one  new        How many?
  $ quaestor --decks deck.json try -- demo/one -5
   [ok] exactly
       would be rated good: right
  $ quaestor --decks deck.json list -- --brief
  quaestor: no deck or card '--brief'; `quaestor decks` shows what there is
  [2]

The value of an option is taken as it is.

  $ quaestor --decks deck.json --progress p.db answer demo/one --typed -5
   [ok] exactly
  good; due again in 10m

Reviews that are equally fragile come in an order that --seed draws: the same seed gives the same
order, several seeds do not.

  $ python3 -c '
  > import json
  > cards = [{"id": "c%d" % i, "question": "%d?" % i, "answer": i} for i in range(8)]
  > print(json.dumps({"format": 1, "id": "many", "title": "Many", "cards": cards}))' >many.json
  $ many() { quaestor --decks many.json --progress many.db "$@"; }
  $ for i in 0 1 2 3 4 5 6 7; do
  >   many --now 2026-11-20T08:00:00Z answer many/c$i --rating easy >/dev/null
  > done
  $ first() { many --now 2028-11-20T08:00:00Z --seed $1 next | head -n 1; }
  $ test "$(first 7)" = "$(first 7)"
  $ for seed in 1 2 3 4 5 6 7 8; do first $seed; done | sort -u | wc -l
  6

A width that no terminal has is none.

  $ for columns in -5 0 19 99999999999999999999 wide; do
  >   COLUMNS=$columns quaestor --decks deck.json --progress w.db study </dev/null | sed -n 3p
  > done | sort -u | wc -m
  80

An output that cannot be written is a failure.

  $ quaestor --decks deck.json list >/dev/full
  quaestor: cannot write the output: No space left on device
  [4]
