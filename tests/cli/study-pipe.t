"study" asks and listens in the same way whether a terminal or a pipe is at its ends.  Through a pipe
an answer is a line and a rating is a line.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration",
  >   "documents": { "book": { "title": "The Book" } }, "defaults": { "source": { "document": "book" } },
  >   "cards": [
  >     { "id": "sky", "question": "The sky?", "answer": "blue", "note": "On most days.",
  >       "source": "Chapter 1", "feedback": { "grey": "Only in November." } },
  >     { "id": "grass", "question": "Grass?", "answer": "green" },
  >     { "id": "coal", "question": "Coal?", "answer": "black" } ] }
  > EOF
  $ study() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z study "$@"; }
  $ reviews() {
  >   quaestor --decks deck.json --progress p.db --json why $1 | python3 -c '
  > import json, sys
  > print([review["rating"] for review in json.load(sys.stdin)["reviews"]])'
  > }

Wrong and taken as such with an empty line, right and called easy; then the input ends.

  $ printf 'grey\n\ngreen\n4\n' | study
  
   demo > Chapter 1                                  *new 3* · learning 0 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   The sky?
  
   > grey
   [x] wrong: another answer
       you typed  grey
       answer     blue
                  ^^^^
       Only in November.
   On most days.
   (The Book, "Chapter 1")
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = again   ? help
   : 
  
   demo                                              *new 2* · learning 1 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   Grass?
  
   > green
   [ok] exactly
   (The Book)
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 56d     Space = good   ? help
   : 4
  
   demo                                              *new 1* · learning 1 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   Coal?
  
   > 
  
   2 answers saved: 1 right, 1 missed; 2 new. 0m 0?s, ? s an answer. (glob)
  
   missed
     The sky?
       you typed grey - the answer is blue
  
   Coming back this week: tomorrow 1.
   Left for today: 1 new, 1 learning, 0 due.
  $ reviews demo/sky
  ['again']
  $ reviews demo/grass
  ['easy']
  $ reviews demo/coal
  []

Each answer is on the disk before the next question shows: whatever ends the session, no answer that
was rated is lost.  A verdict that waits for its rating gets the one that was proposed.

  $ printf 'black\n' | study demo/coal | tail -n 4
  
   1 answer saved: 1 right, 0 missed; 1 new. 0m 0?s, ? s an answer. (glob)
   Coming back this week: tomorrow 2.
   Left for today: 0 new, 1 learning, 0 due.
  $ reviews demo/coal
  ['good']

An input that ends before the answer answers nothing; the last line needs no line break.

  $ rm p.db
  $ study demo/sky </dev/null
  
   demo > Chapter 1                                  *new 1* · learning 0 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   The sky?
  
   > 
   Left for today: 1 new, 0 learning, 0 due.
  $ reviews demo/sky
  []
  $ printf 'blue' | study demo/sky | tail -n 1
   Left for today: 0 new, 1 learning, 0 due.
  $ reviews demo/sky
  ['good']

An empty line means "I don't know".  It may be followed by a line that is empty by mistake, which rates
nothing.

  $ rm p.db
  $ printf '\n\n1\n' | study demo/sky | tail -n 17
   Press a rating, or Space.
   : 1
  
   demo > Chapter 1                                  new 0 · *learning 1* · due 0
   ──────────────────────────────────────────────────────────────────────────────
   The sky?
  
   > 
  
   1 answer saved: 0 right, 1 missed; 1 new. 0m 0?s, ? s an answer. (glob)
  
   missed
     The sky?
       the answer is blue
  
   Coming back this week: tomorrow 1.
   Left for today: 0 new, 1 learning, 0 due.
  $ reviews demo/sky
  ['again']

Lines may end as those of other systems do.

  $ rm p.db
  $ printf 'blue\r\n3\r\n' | study demo/sky | grep 'ok'
   [ok] exactly
   (The Book, "Chapter 1")
  $ reviews demo/sky
  ['good']

A selection with nothing in it, and one with nothing to ask.

  $ study is:leech
   Nothing to ask.

  $ study demo/nothing
  quaestor: no card 'demo/nothing'; `quaestor list` shows what there is
  [2]

  $ for card in sky grass coal; do
  >   quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z answer demo/$card --rating easy
  > done >/dev/null
  $ study
   Nothing to ask now. Next card: in 12 days, 2026-12-02.
   `quaestor study --cram` asks everything without changing dates.

A made-up time is never written into one's own progress.

  $ quaestor --decks deck.json --now 2026-11-20T08:00:00Z study
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  [2]

  $ test -e ~/.local
  [1]

The deck is never written to.

  $ chmod a-w deck.json
  $ cp deck.json before.json
  $ rm p.db; printf 'blue\n3\n' | study demo/sky >/dev/null
  $ cmp deck.json before.json

An answer of any length is judged and saved; of one that is too long only the beginning is kept.

  $ { head -c 3000000 /dev/zero | tr '\0' q; printf '\n\n'; } |
  >   quaestor --decks deck.json --progress long.db study | cut -c 1-40 | grep -e saved -e SAVED -e wrong
   [x] wrong: too long to be an answer
   1 answer saved: 0 right, 1 missed; 1 ne
