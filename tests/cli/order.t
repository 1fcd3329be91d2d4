"next" asks a step that is due, then a review, then a new card.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "d", "title": "Letters", "cards": [
  >   { "id": "a", "question": "A?", "answer": "a" },
  >   { "id": "b", "question": "B?", "answer": "b" },
  >   { "id": "c", "question": "C?", "answer": "c" } ] }
  > EOF
  $ at() { now=$1; shift; quaestor --decks deck.json --progress p.db --now "2026-11-$now:00Z" "$@"; }
  $ card() { at "$@" --json | python3 -c '
  > import json, sys
  > question = json.load(sys.stdin)
  > print(question["card"], question.get("counts", question.get("next_due")))'; }

New cards come in the order of the deck.

  $ card 20T08:00 next
  d/a {'new': 3, 'learning': 0, 'due': 0}
  $ at 20T08:00 answer d/a --rating again
  again; due again in <1m

The step of a minute is not over: the next new card is asked.

  $ card 20T08:00 next
  d/b {'new': 2, 'learning': 1, 'due': 0}

When the step is due it goes first, but the card that was answered last waits if there is
another.

  $ card 20T08:05 next
  d/b {'new': 2, 'learning': 1, 'due': 0}
  $ at 20T08:05 answer d/b --rating good
  good; due again in 10m
  $ card 20T08:05 next
  d/a {'new': 1, 'learning': 2, 'due': 0}
  $ at 20T08:05 answer d/a --rating good
  good; due again in 10m
  $ card 20T08:06 next
  d/c {'new': 1, 'learning': 2, 'due': 0}
  $ at 20T08:06 answer d/c --rating again
  again; due again in <1m

Only steps are left.  The first of them is asked ahead of its time, up to 20 minutes; never the
same card twice in a row if there is another.

  $ card 20T08:06 next
  d/a {'new': 0, 'learning': 3, 'due': 0}
  $ at 20T08:06 answer d/b --rating easy
  easy; due again in 16 days, 2026-12-06
  $ at 20T08:06 answer d/c --rating again
  again; due again in <1m
  $ card 20T08:06 next
  d/a {'new': 0, 'learning': 2, 'due': 0}
  $ at 20T08:06 answer d/a --rating easy
  easy; due again in 2 days, 2026-11-22
  $ card 20T08:06 next
  d/c {'new': 0, 'learning': 1, 'due': 0}
  $ at 20T08:07 answer d/c --rating easy
  easy; due again tomorrow

Nothing is left.  The answer is no, and when there will be something.

  $ card 20T08:07 next
  None 2026-11-21T04:00:00+00:00
  $ at 20T08:07 next
  nothing to ask now; next: tomorrow
  [1]

  $ at 20T08:07 next --json >/dev/null
  [1]

Answers at the same instant keep their order: the last one waits.

  $ at() { quaestor --decks deck.json --progress same.db --now 2026-11-20T08:00:00Z "$@"; }
  $ for name in b a c a b c; do at answer d/$name --rating again >/dev/null; done
  $ at next | head -n 1
  d/a
  $ for name in c b a; do at answer d/$name --rating again >/dev/null; done
  $ at next | head -n 1
  d/b

A card outside the selection is not asked, but its answer was the last.

  $ at next d/c | head -n 1
  d/c
  $ at next d/a | head -n 1
  d/a

An empty selection has nothing to ask.

  $ at next is:leech
  nothing to ask now
  [1]

  $ at --json next is:leech
  {"card":null,"next_due":null}
  [1]

Caps hold across runs: of one new card a day, the first is the last.

  $ echo '{ "new-per-day": 1 }' >one.json
  $ at() { quaestor --config one.json --decks deck.json --progress cap.db --now "$1" "${@:2}"; }
  $ at 2026-11-20T08:00:00Z next | head -n 1
  d/a
  $ at 2026-11-20T08:00:00Z answer d/a --rating easy
  easy; due again in 59 days, 2027-01-18
  $ at 2026-11-20T08:00:00Z --json next
  {"card":null,"next_due":"2026-11-21T04:00:00+00:00"}
  [1]

  $ at 2026-11-21T08:00:00Z next | head -n 1
  d/b

An answer that was taken back does not count.

  $ at 2026-11-20T08:00:00Z undo
  taken back: d/a, rated easy at 2026-11-20 08:00
  $ at 2026-11-20T08:00:00Z next | head -n 1
  d/a

The sides of a note meet the learner on different days.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "d", "title": "Sides", "cards": [
  >   { "id": "a", "question": "A?", "answer": "a", "reverse": true } ] }
  > EOF
  $ at() { quaestor --decks deck.json --progress sides.db --now "$1" "${@:2}"; }
  $ at 2026-11-20T08:00:00Z next | head -n 1
  d/a
  $ at 2026-11-20T08:00:00Z answer d/a --rating easy
  easy; due again in 59 days, 2027-01-18
  $ at 2026-11-20T08:00:00Z --json next
  {"card":null,"next_due":"2026-11-21T04:00:00+00:00"}
  [1]

  $ at 2026-11-21T08:00:00Z next | head -n 1
  d/a#reverse
