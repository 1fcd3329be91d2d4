What follows a wrong answer: a second try, what was typed before, cards taken for one another.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "goths", "cards": [
  >   { "id": "king", "question": "Which king took Rome in 546?", "answer": "Totila" },
  >   { "id": "loser", "question": "Who lost it?", "answer": "Bessas" },
  >   { "id": "gates", "question": "Which gates?", "answer": ["Asinarian", "Ostian"] } ] }
  > EOF
  $ run() { quaestor --config settings.json --decks deck.json --progress p.db --now "$@"; }
  $ study() { run "$1" study | grep -v ───; }

second-try: after a wrong answer, once more before the right one shows.  Right then, it is Again all
the same; Hard if the first was a part of the answer.

  $ echo '{ "second-try": true }' >settings.json
  $ printf 'Bessas\nTotila\n\nAsinarian\n\nAsinarian; Ostian\n\nBessas\n\n' |
  >   study 2026-11-20T08:00:00Z
  
   goths                                             *new 3* · learning 0 · due 0
   Which king took Rome in 546?
  
   > Bessas
   [x] not that; try once more, or Enter to see it
   > Totila
   [ok] exactly
       at the second try, after another word: again
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 49d     Space = again   ? help
   : 
  
   goths                                             *new 2* · learning 1 · due 0
   Which gates?
   (one item a line, in any order)
  
   1> Asinarian
   2> 
   [--] a part of it; try once more, or Enter to see it
   1> Asinarian; Ostian
   [ok] exactly
       at the second try, the first was near: hard
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 49d     Space = hard   ? help
   : 
  
   goths                                             new 1 · *learning 2* · due 0
   Which king took Rome in 546?
  
   > Bessas
   [x] not that; try once more, or Enter to see it
   > 
   [x] blank: nothing was typed
       answer     Totila
       on 2026-11-20 you typed Bessas
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 1d     Space = again   ? help
   : 
  
   3 answers saved: 1 right, 2 missed; 2 new. 0m 00s, 0 s an answer.
  
   missed
     Which king took Rome in 546?
       you typed Bessas - the answer is Totila
  
   Coming back this week: tomorrow 2.
   Left for today: 1 new, 2 learning, 0 due.
  $ run 2026-11-20T09:00:00Z --json why goths/king | grep -o '"rating":"[a-z]*"'
  "rating":"again"
  "rating":"again"

An empty line at the second try gives up.

  $ rm p.db
  $ printf 'Bessas\n\n1\nq\n' | study 2026-11-20T08:00:00Z | sed -n '3,12p'
   Which king took Rome in 546?
  
   > Bessas
   [x] not that; try once more, or Enter to see it
   > 
   [x] blank: nothing was typed
       answer     Totila
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 49d     Space = again   ? help
   : 1

What was typed before is told with the next answer, as long as it is not known.

  $ echo '{}' >settings.json
  $ printf 'Totila\nq\n' | study 2026-11-22T08:00:00Z | sed -n '3,8p'
   Which king took Rome in 546?
  
   > Totila
   [ok] exactly
       on 2026-11-20 you typed Bessas
  

The answer of another card is noted; those two do not follow each other from now on.

  $ run 2026-11-22T09:00:00Z confused
     1x  goths/king   Which king took Rome in 546?
         goths/loser  Who lost it?
         last on 2026-11-20, when you typed: Bessas
  $ run 2026-11-22T09:00:00Z answer goths/loser --typed totila
   [x] wrong: Totila: another answer of this deck
       you typed  totila
       answer     Bessas
                  ^^^^^^
  again; due again in <1m
  $ run 2026-11-22T10:00:00Z confused
     2x  goths/king   Which king took Rome in 546?
         goths/loser  Who lost it?
         last on 2026-11-22, when you typed: totila
  $ run 2026-11-22T10:00:00Z --json confused goths/loser
  {"pairs":[{"cards":["goths/king","goths/loser"],"count":2,"last":"2026-11-22T09:00:00+00:00","typed":"totila"}]}
  $ run 2026-11-22T10:00:00Z confused goths/gates
  no wrong answer was another card's so far
  $ run 2026-11-22T10:00:00Z undo
  taken back: goths/loser, rated again at 2026-11-22 09:00
  $ run 2026-11-22T10:00:00Z confused | head -1
     1x  goths/king   Which king took Rome in 546?
