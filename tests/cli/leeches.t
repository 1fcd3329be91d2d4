"leeches" lists the cards that are forgotten again and again, and what was typed then.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea, as Homer calls it?", "answer": "wine-dark" },
  >   { "id": "coal", "question": "Coal?", "answer": "black", "wrong": ["white", "red"] },
  >   { "id": "grass", "question": "Grass?", "answer": "green" } ] }
  > EOF
  $ echo '{ "leech-lapses": 3 }' >settings.json
  $ on() {
  >   now=$1; shift
  >   quaestor --config settings.json --decks deck.json --progress p.db --now $now:00Z "$@"
  > }

A learner without leeches is told so.

  $ on 2020-01-01T08:00 leeches
  No leeches, and none on the way: no card was forgotten 2 times.

Forgetting counts when the card was in review.

  $ forget() {
  >   on $1-01T08:00 answer $2 --rating easy >/dev/null
  >   on $1-20T08:00 answer $2 --typed "$3" --rating again >/dev/null
  >   on $1-20T09:00 answer $2 --rating easy >/dev/null
  > }
  $ forget 2020-01 demo/sea red
  $ forget 2020-02 demo/sea grey
  $ on 2020-02-21T08:00 leeches
  No leeches: no card was forgotten 3 times.
  
  Half way there
  demo/sea  2 lapses, 67 % right
  $ forget 2020-03 demo/sea red
  $ forget 2020-04 demo/sea ''
  $ for month in 01 02 03; do forget 2020-$month demo/coal red; done
  $ forget 2020-04 demo/sky grey
  $ forget 2020-05 demo/sky grey
  $ forget 2020-05 demo/grass red
  $ on 2020-06-01T08:00 suspend demo/coal
  1 card suspended
  $ on 2020-06-01T08:00 leeches
  2 leeches: forgotten 3 times or more
  Reword such a card in its file, split it, or give it a hint; `quaestor suspend
  CARD` lets it rest, `quaestor why CARD` shows its answers.
  
  demo/sea
    The sea, as Homer calls it?
    4 lapses, 12 answers, 67 % right
    missed with: red (2 times), grey, nothing typed
    deck.json:3
  
  demo/coal  (suspended)
    Coal?
    3 lapses, 9 answers, 67 % right
    deck.json:4
  
  Half way there
  demo/sky  2 lapses, 67 % right
  $ COLUMNS=40 on 2020-06-01T08:00 leeches
  2 leeches: forgotten 3 times or more
  Reword such a card in its file, split
  it, or give it a hint; `quaestor
  suspend CARD` lets it rest, `quaestor
  why CARD` shows its answers.
  
  demo/sea
    The sea, as Homer calls it?
    4 lapses, 12 answers, 67 % right
    missed with: red (2 times), grey,
    nothing typed
    deck.json:3
  
  demo/coal  (suspended)
    Coal?
    3 lapses, 9 answers, 67 % right
    deck.json:4
  
  Half way there
  demo/sky  2 lapses, 67 % right
  $ COLUMNS=40 on 2020-06-01T08:00 leeches | awk 'length > 39'

An undone answer is no lapse; a reset card is new, and no leech.

  $ on 2020-06-02T08:00 answer demo/sky --rating again >/dev/null
  $ on 2020-06-02T08:01 leeches demo/sky | head -n 1
  1 leech: forgotten 3 times or more
  $ on 2020-06-02T08:02 undo >/dev/null
  $ on 2020-06-02T08:03 leeches demo/sky
  No leeches: no card was forgotten 3 times.
  
  Half way there
  demo/sky  2 lapses, 67 % right
  $ on 2020-06-02T08:04 reset demo/sea
  1 card new again; `quaestor undo` restores
  $ on 2020-06-02T08:05 leeches demo/sea
  No leeches, and none on the way: no card was forgotten 2 times.
  $ on 2020-06-02T08:06 undo >/dev/null

  $ on 2020-06-01T08:00 --json leeches | python3 -c '
  > import json, sys
  > leeches = json.load(sys.stdin)
  > print(leeches["threshold"])
  > for card in leeches["cards"]: print(card)'
  3
  {'card': 'demo/sea', 'question': 'The sea, as Homer calls it?', 'leech': True, 'lapses': 4, 'answers': 12, 'right': 8, 'seconds': 0, 'typed': [{'text': 'red', 'count': 2}, {'text': 'grey', 'count': 1}, {'text': None, 'count': 1}], 'suspended': False, 'path': 'deck.json', 'line': 3}
  {'card': 'demo/coal', 'question': 'Coal?', 'leech': True, 'lapses': 3, 'answers': 9, 'right': 6, 'seconds': 0, 'typed': [], 'suspended': True, 'path': 'deck.json', 'line': 4}
  {'card': 'demo/sky', 'question': 'The sky?', 'leech': False, 'lapses': 2, 'answers': 6, 'right': 4, 'seconds': 0, 'typed': [{'text': 'grey', 'count': 2}], 'suspended': False, 'path': 'deck.json', 'line': 2}

With 0 no card is called a leech.

  $ echo '{ "leech-lapses": 0 }' >settings.json
  $ on 2020-06-01T08:00 leeches
  No card is called a leech: the setting leech-lapses is 0.
