Progress hangs on a card's name.  The question may be reworded, the card moved in its file, the file
renamed: the name stays.

  $ mkdir decks
  $ cat >decks/deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   ["The sea?", "green"] ] }
  > EOF
  $ q() { quaestor --decks decks --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q answer demo/sky --rating easy
  easy; due again in 59 days, 2027-01-18
  $ q answer "$(q list text:sea | cut -d ' ' -f 1)" --rating easy
  easy; due again in 57 days, 2027-01-16
  $ q list
  demo/sky        review     The sky?
  demo/~c3140c76  review     The sea?
  $ mv decks/deck.json decks/renamed.json
  $ cat >decks/renamed.json <<EOF
  > { "format": 1, "id": "demo", "title": "Renamed", "cards": [
  >   ["The sea?", "green or blue"],
  >   { "id": "sky", "question": "Which colour has the sky?", "answer": "blue" } ] }
  > EOF
  $ q list
  demo/~c3140c76  review     The sea?
  demo/sky        review     Which colour has the sky?

A card without an id is named by its question: capitals and spacing do not matter, everything else does.

  $ sed -i 's/The sea?/the  SEA?/' decks/renamed.json
  $ q list text:sea
  demo/~c3140c76  review     the  SEA?
  $ sed -i 's/the  SEA?/The ocean?/' decks/renamed.json
  $ q list
  demo/~b414de1e  new        The ocean?
  demo/sky        review     Which colour has the sky?
  $ q list is:orphan
  demo/~c3140c76  review     (no deck has this card)

An id that changes is written down as an earlier one.

  $ sed -i 's/"id": "sky"/"id": "heaven", "was": ["sky"]/' decks/renamed.json
  $ q list demo/heaven
  demo/heaven  review     Which colour has the sky?
  $ q why demo/heaven | head -n 1
  2026-11-20 08:00  easy

That holds from deck to deck, and for what is undone afterwards.

  $ cat >decks/other.json <<EOF
  > { "format": 1, "id": "other", "title": "Other", "cards": [
  >   { "id": "sky", "was": ["demo/heaven", "demo/sky"], "question": "The sky?", "answer": "blue" } ] }
  > EOF
  $ sed -i '/heaven/d; s/blue"],/blue"] ] }/' decks/renamed.json
  $ q list
  demo/~b414de1e  new        The ocean?
  other/sky       review     The sky?
  $ q answer other/sky --rating good
  good; due again in 59 days, 2027-01-18
  $ q why other/sky | grep -c '^2026-11-20'
  2
  $ q undo
  taken back: other/sky, rated good at 2026-11-20 08:00
  $ q why other/sky | grep -c '^2026-11-20'
  1
