While an answer is typed, a line that begins with ":" is a command.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue", "hint": "look up" },
  >   { "id": "colon", "question": "What follows \"e.g.\"?", "answer": ":)" },
  >   { "id": "coal", "question": "Coal?", "answer": "black" } ] }
  > EOF
  $ study() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z study "$@"; }
  $ reviews() {
  >   quaestor --decks deck.json --progress p.db --json why $1 | python3 -c '
  > import json, sys
  > print([review["rating"] for review in json.load(sys.stdin)["reviews"]])'
  > }
  $ printf ':help\n:hint\n:skip\n:hint\n:quit\n' | study
  
   demo                                              *new 3* · learning 0 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   The sky?
  
   > :help
     Type the answer and press Enter; an empty line means "I don't know".
     :hint     a first help              :undo     the last answer or mark
     :skip     another time              :bury     tomorrow
     :suspend  until unsuspended         :flag     a mark of your own
     :why      answers so far, dates     :edit     the card in your editor
     :fix TEXT what to mend in it        :more 10  so many more new cards
     :quit     end; all is saved
     The first letters will do; ::x types ":x"; Ctrl-_ on an empty line: :undo
   > :hint
     hint: look up
   > :skip
  
   demo                                              *new 2* · learning 0 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   What follows "e.g."?
  
   > :hint
   This card has no hint.
   > :quit
   Left for today: 2 new, 0 learning, 0 due.
   What you skipped still waits: `quaestor study` asks it.

A right answer after a hint is hard.

  $ printf ':hint\nblue\n\n' | study demo/sky | grep Space
   1 again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = hard   ? help
  $ reviews demo/sky
  ['hard']

Commands may be shortened, and what is none shows what there is.

  $ printf ':h\n:s\n:what\n:q\n' | study | grep -v ───
  
   demo                                              *new 2* · learning 1 · due 0
   What follows "e.g."?
  
   > :h
   This card has no hint.
   > :s
  
   demo                                              *new 1* · learning 1 · due 0
   Coal?
  
   > :what
     Type the answer and press Enter; an empty line means "I don't know".
     :hint     a first help              :undo     the last answer or mark
     :skip     another time              :bury     tomorrow
     :suspend  until unsuspended         :flag     a mark of your own
     :why      answers so far, dates     :edit     the card in your editor
     :fix TEXT what to mend in it        :more 10  so many more new cards
     :quit     end; all is saved
     The first letters will do; ::x types ":x"; Ctrl-_ on an empty line: :undo
   > :q
   Left for today: 1 new, 1 learning, 0 due.
   What you skipped still waits: `quaestor study` asks it.

"::" types a colon.

  $ printf '::)\n\n:q\n' | study demo/colon | grep ok
   [ok] exactly

After the verdict one key is a command: u takes the last answer back and asks it again, s skips the card
without saving, ? helps, q leaves, and the proposed rating is saved.

  $ rm p.db
  $ printf 'blue\n4\nno\nu\nblue\n1\n:q\n' | study | grep -v ───
  
   demo                                              *new 3* · learning 0 · due 0
   The sky?
  
   > blue
   [ok] exactly
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = good   ? help
   : 4
  
   demo                                              *new 2* · learning 0 · due 0
   What follows "e.g."?
  
   > no
   [x] wrong: another answer
       you typed  no
       answer     :)
                  ^^
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 50d     Space = again   ? help
   : u
   Taken back: demo/sky (rated easy).
  
   demo                                              *new 3* · learning 0 · due 0
   The sky?
  
   > blue
   [ok] exactly
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = good   ? help
   : 1
  
   demo                                              *new 2* · learning 1 · due 0
   What follows "e.g."?
  
   > :q
  
   1 answer saved: 0 right, 1 missed; 1 new. 0m 0?s, ? s an answer. (glob)
  
   missed
     The sky?
       you typed blue - the answer is blue
  
   Coming back this week: tomorrow 1.
   Left for today: 2 new, 1 learning, 0 due.
  $ reviews demo/sky
  ['again']
  $ rm p.db
  $ printf 'blue\ns\nx\n?\nq\n' | study | grep -v ───
  
   demo                                              *new 3* · learning 0 · due 0
   The sky?
  
   > blue
   [ok] exactly
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = good   ? help
   : s
  
   demo                                              *new 2* · learning 0 · due 0
   What follows "e.g."?
  
   > x
   [x] wrong: another answer
       you typed  x
       answer     :)
                  ^_
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 50d     Space = again   ? help
   : ?
     Space or Enter: as proposed   1 again   2 hard   3 good   4 easy
     u undo the last one   y I was right   e edit the card
     s skip (saves nothing)   - bury until tomorrow   ! suspend   f flag
     x note what to mend   i answers so far   ? help   q quit (saves as proposed)
   : q
  
   1 answer saved: 0 right, 1 missed; 1 new. 0m 0?s, ? s an answer. (glob)
  
   missed
     What follows "e.g."?
       you typed x - the answer is :)
  
   Coming back this week: tomorrow 1.
   Left for today: 1 new, 1 learning, 0 due.
   What you skipped still waits: `quaestor study` asks it.
  $ reviews demo/sky
  []
  $ reviews demo/colon
  ['again']

:undo goes back further than the session, one answer at a time.

  $ rm p.db
  $ printf 'blue\n4\n:q\n' | study >/dev/null
  $ printf ':undo\n:undo\n:q\n' | study | grep -v ───
  
   demo                                              *new 2* · learning 0 · due 0
   What follows "e.g."?
  
   > :undo
   Taken back: demo/sky (rated easy).
  
   demo                                              *new 3* · learning 0 · due 0
   The sky?
  
   > :undo
   There is no answer to undo.
   > :q
   Left for today: 3 new, 0 learning, 0 due.
  $ reviews demo/sky
  []

After the verdict the commands work, too.

  $ rm p.db
  $ printf 'blue\n:flag\n:hint\n:why\n4\n' | study demo/sky | grep -e '^ :' -e Flagged -e hint -e never
   : :flag
   Flagged: demo/sky.
   : :hint
     hint: look up
   : :why
  never answered
   : 4
