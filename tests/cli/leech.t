A card that is forgotten again and again is a leech.  That is told when it happens, and "list" knows it.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" } ] }
  > EOF
  $ echo '{ "leech-lapses": 2 }' >settings.json
  $ on() {
  >   day=$1; shift
  >   quaestor --config settings.json --decks deck.json --progress p.db --now 2027-$day:00Z "$@"
  > }
  $ leech() { python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["leech"])'; }

Not to know a new card, or one at its steps, is no lapse.

  $ on 01-01T08:00 answer demo/sky --rating again
  again; due again in <1m
  $ on 01-01T08:01 answer demo/sky --rating again
  again; due again in <1m
  $ on 01-01T08:02 answer demo/sky --rating easy
  easy; due again tomorrow

  $ on 03-01T08:00 answer demo/sky --rating again --json | leech
  False
  $ on 03-01T08:10 answer demo/sky --rating easy --json | leech
  False
  $ on 05-01T08:00 answer demo/sky --rating again
  again; due again in 10m
   This card was forgotten 2 times: a leech.  Reword it, split it, or add a hint
   (deck.json:2).

  $ on 05-01T08:01 list is:leech
  demo/sky  learning   The sky?
  $ on 05-01T08:01 --json list is:leech | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["cards"][0]["flags"])'
  ['leech']

It is told once, and again when half as many lapses have come on top.

  $ on 05-01T08:10 answer demo/sky --rating easy
  easy; due again in 2 days, 2027-05-03
  $ on 07-01T08:00 --json answer demo/sky --rating again | leech
  True

A session tells it, too.

  $ on 01-01T08:02 answer demo/sea --rating easy >/dev/null
  $ on 03-01T08:00 answer demo/sea --rating again >/dev/null
  $ on 03-01T08:10 answer demo/sea --rating easy >/dev/null
  $ printf 'red\n1\n:q\n' | on 05-01T08:00 study demo/sea | grep -A 1 leech
   This card was forgotten 2 times: a leech.  Reword it, split it, or add a hint
   (deck.json:3).

With 0 no card is ever called a leech.

  $ echo '{ "leech-lapses": 0 }' >settings.json
  $ on 05-01T08:01 list is:leech
