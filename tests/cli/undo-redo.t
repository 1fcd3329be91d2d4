"undo" takes back the newest answer, "redo" restores it.  Both outlive the process, because they are
events themselves: nothing is ever lost.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "one", "question": "One?", "answer": "1" },
  >   { "id": "two", "question": "Two?", "answer": "2" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ state() { q list | awk '{ print $1, $2 }'; }

At first there is nothing to take back.

  $ q undo
  nothing to undo
  [1]

  $ q redo
  nothing to redo
  [1]

  $ q --json undo
  {"undone":null}
  [1]

  $ q --json redo
  {"redone":null}
  [1]

Two answers, taken back one after the other.

  $ q answer demo/one --rating good
  good; due again in 10m
  $ q answer demo/two --rating again
  again; due again in <1m
  $ state
  demo/one learning
  demo/two learning
  $ q undo
  taken back: demo/two, rated again at 2026-11-20 08:00
  $ state
  demo/one learning
  demo/two new
  $ q undo
  taken back: demo/one, rated good at 2026-11-20 08:00
  $ state
  demo/one new
  demo/two new
  $ q undo
  nothing to undo
  [1]

And restored in the same order.

  $ q redo
  restored: demo/one, rated good at 2026-11-20 08:00
  $ state
  demo/one learning
  demo/two new
  $ q redo
  restored: demo/two, rated again at 2026-11-20 08:00
  $ state
  demo/one learning
  demo/two learning
  $ q redo
  nothing to redo
  [1]

What comes back is what was there, to the last digit.

  $ q --json why demo/one >before
  $ q answer demo/one --rating easy
  easy; due again in 11 days, 2026-12-01
  $ q undo
  taken back: demo/one, rated easy at 2026-11-20 08:00
  $ q --json why demo/one | cmp - before

An answer after an undo ends what can be restored.

  $ q undo
  taken back: demo/two, rated again at 2026-11-20 08:00
  $ q answer demo/one --rating hard
  hard; due again in 10m
  $ q redo
  nothing to redo
  [1]

For programs.

  $ q --json undo | sed 's/"event":"[0-9a-f]*:/"event":"DEVICE:/'
  {"undone":{"card":"demo/one","kind":"review","rating":"hard","time":"2026-11-20T08:00:00+00:00"},"event":"DEVICE:11"}
  $ q --json redo | sed 's/"event":"[0-9a-f]*:/"event":"DEVICE:/'
  {"redone":{"card":"demo/one","kind":"review","rating":"hard","time":"2026-11-20T08:00:00+00:00"},"event":"DEVICE:12"}

A card that no deck has any more can still be taken back.

  $ sed -i '/"one"/d' deck.json
  $ q undo
  taken back: demo/one, rated hard at 2026-11-20 08:00
  $ q list is:orphan
  demo/one  learning   (no deck has this card)
