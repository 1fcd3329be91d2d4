Sessions of other kinds: ahead of time, without dates, by flipping, for some minutes, with other caps.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "grass", "question": "Grass?", "answer": "green" },
  >   { "id": "coal", "question": "Coal?", "answer": "black" } ] }
  > EOF
  $ at() { now=$1; shift; quaestor --decks deck.json --progress p.db --now 2026-11-${now}:00Z "$@"; }
  $ reviews() {
  >   at 20T09:00 --json why $1 | python3 -c '
  > import json, sys
  > print([review["rating"] for review in json.load(sys.stdin)["reviews"]])'
  > }

--new and --reviews stand over the caps of the day; when a cap has held new cards back, the end says so.

  $ printf 'blue\n4\n' | at 20T08:00 study --new 1 | grep -v ───
  
   demo                                              *new 1* · learning 0 · due 0
   The sky?
  
   > blue
   [ok] exactly
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = good   ? help
   : 4
  
   1 answer saved: 1 right, 0 missed; 1 new. 0m 0?s, ? s an answer. (glob)
   Coming back this week: tomorrow 0.
   That was all for now. Next card: tomorrow.
   More new cards wait: `quaestor study --new 10` asks ten of them, as :more 10
   does while a card is out.
  $ echo '{ "new-per-day": 1 }' >settings.json
  $ at 20T08:01 --config settings.json study
   Nothing to ask now. Next card: tomorrow.
   More new cards wait: `quaestor study --new 10` asks ten of them, as :more 10
   does while a card is out.
  $ printf ':more 1\n' | at 20T08:01 --config settings.json study --new 1 demo/coal demo/grass | grep more
   > :more 1
   1 more new card today.
  $ printf ':more\n:more x\n' | at 20T08:01 study | grep more
   > :more
   How many?  :more 10 lets ten more new cards in today.
   > :more x
   How many?  :more 10 lets ten more new cards in today.
  $ for card in grass coal; do at 20T08:02 answer demo/$card --rating easy; done
  easy; due again in 56 days, 2027-01-15
  easy; due again in 54 days, 2027-01-13

A deck's own cap is told, too: what lifts the common one would not help.

  $ sed 's/"demo"/"two"/' deck.json >two.json
  $ echo '{ "by-deck": { "demo": { "new-per-day": 1 } } }' >own.json
  $ own() { quaestor --config own.json --decks deck.json --decks two.json --progress own.db --now 2026-11-20T0${1}:00Z study $2; }
  $ printf 'blue\n4\nblue\n4\ngreen\n4\nblack\n4\n' | own 8:00 | tail -n 2
   Deck demo has had its 1 new card today; :more 10 while a card is out gives
   more, and `quaestor config --deck demo new-per-day N` does so every day.
  $ own 8:01
   Nothing to ask now. Next card: tomorrow.
   Deck demo has had its 1 new card today; :more 10 while a card is out gives
   more, and `quaestor config --deck demo new-per-day N` does so every day.
  $ own 8:02 two
   Nothing to ask now. Next card: in 51 days, 2027-01-10.
   `quaestor study --cram` asks everything without changing dates.
  $ echo '{ "new-per-day": 3, "by-deck": { "demo": { "new-per-day": 1 }, "two": { "new-per-day": 0 } } }' >own.json
  $ own 8:04
   Nothing to ask now. Next card: tomorrow.
   Deck demo has had its 1 new card today; :more 10 while a card is out gives
   more, and `quaestor config --deck demo new-per-day N` does so every day.
  $ echo '{ "new-per-day": 1, "by-deck": { "demo": { "new-per-day": 1 } } }' >own.json
  $ rm own.db
  $ printf 'blue\n4\n' | own 8:00 | tail -n 4
   More new cards wait: `quaestor study --new 10` asks ten of them, as :more 10
   does while a card is out.
   Deck demo has had its 1 new card today; :more 10 while a card is out gives
   more, and `quaestor config --deck demo new-per-day N` does so every day.

When nothing is due the way on is named.  --ahead asks what falls due later, and its answers count;
--cram asks everything until it is known and writes nothing down.  Each says so first.

  $ at 20T08:03 study
   Nothing to ask now. Next card: in 54 days, 2027-01-13.
   `quaestor study --cram` asks everything without changing dates.
  $ at 21T08:00 study
   Nothing to ask now. Next card: in 53 days, 2027-01-13.
   `quaestor study --ahead 53d` asks what is due by then, `--cram` everything
   without changing dates.
  $ printf 'blue\n3\n' | at 21T08:03 study --ahead 70d demo/sky | grep -v ───
   Ahead: what falls due within 70d is asked now, and its dates change.
  
   demo                                              new 0 · learning 0 · *due 1*
   The sky?
  
   > blue
   [ok] exactly
  
   1 again 10m   2 hard 29d   3 good 92d   4 easy 96d     Space = good   ? help
   : 3
  
   1 answer saved: 1 right, 0 missed; 0 new. 0m 0?s, ? s an answer. (glob)
   Coming back this week: tomorrow 0.
   That was all for now. Next card: in 92 days, 2027-02-21.
  $ reviews demo/sky
  ['easy', 'good']
  $ printf 'white\n\nblue\n\n' | at 20T08:03 study --cram demo/sky | grep -v ───
   Cramming: every card until it is known; no date changes.
  
   demo                                                          cramming, 1 left
   The sky?
  
   > white
   [x] wrong: another answer
       you typed  white
       answer     blue
                  ^^^^^
  
   1 again   2 hard   3 good   4 easy     Space = again   ? help
   : 
  
   demo                                                          cramming, 1 left
   The sky?
  
   > blue
   [ok] exactly
  
   1 again   2 hard   3 good   4 easy     Space = good   ? help
   : 
  
   2 answers and no date changed: 1 right, 1 missed. 0m 0?s, ? s an answer. (glob)
  
   missed
     The sky?
       you typed white - the answer is blue
  
   That was all.
  $ printf ':undo\n:more 3\n' | at 20T08:03 study --cram demo/sky | grep -e ' Nothing' -e ' Here'
   Nothing of this is saved, so there is nothing to undo.
   Here every card is asked already.
  $ reviews demo/sky
  ['easy', 'good']

With --flip one thinks, turns the card, and rates oneself.

  $ printf 'anything\n1\n' | at 20T08:03 study --flip --cram demo/coal | head -n 16
   Cramming: every card until it is known; no date changes.
   Flip: you rate yourself.
  
   demo                                                          cramming, 1 left
   ──────────────────────────────────────────────────────────────────────────────
   Coal?
   (think; Enter shows the answer)
  
   > anything
   answer
       black
  
   1 again   2 hard   3 good   4 easy     Space = good   ? help
   : 1
  
   demo                                                          cramming, 1 left
  $ printf '\nq\n' | at 21T08:03 study --flip --ahead 70d demo/coal | grep -e dates -e Flip
   Ahead: what falls due within 70d is asked now, and its dates change.
   Flip: you rate yourself.

--minutes ends at the first question after them; a terminal asks whether to go on.

  $ { sleep 1.2; printf ':skip\n'; } | at 21T08:03 study --minutes 1s --ahead 90d demo/grass demo/coal | tail -n 4
   > :skip
   0 answers in 1 second: time is up.
   Left for today: 0 new, 0 learning, 1 due.
   What you skipped still waits: `quaestor study` asks it.

What makes no sense is refused.

  $ at 20T08:03 study --cram --ahead 1d
  quaestor: --cram asks everything selected; leave out --ahead, --new and --reviews
  [2]
  $ at 20T08:03 study --ahead tomorrow
  quaestor: --ahead takes a span as 12h or 1d, not 'tomorrow'
  [2]
  $ at 20T08:03 study --minutes 0
  quaestor: --minutes takes minutes from 1 to 9999, or a span as 90s, not '0'
  [2]
  $ at 20T08:03 study --new few
  quaestor: --new takes a whole number, not 'few'
  [2]

While typing, everything that a key does later is a command.

  $ printf ':flag\n:why\n:edit\n:bury\n:undo\n:suspend\n' | at 25T08:00 study --cram demo/sky demo/coal --seed 1 | grep -v '^ ───'
   Cramming: every card until it is known; no date changes.
  
   demo                                                          cramming, 2 left
   The sky?
  
   > :flag
   Flagged: demo/sky.
   > :why
  2026-11-20 08:00  easy
  2026-11-21 08:03  good   after 1d, recall was 98 %
  100 %│⎼──⎼⎼⎽⎽⎽
       │        ⎺⎺⎻⎻⎻⎻───⎼⎼⎼⎼⎽⎽⎽⎽
       │                         ⎺⎺⎺⎺⎻⎻⎻⎻⎻─────⎼⎼⎼⎼⎼⎼⎽⎽⎽⎽⎽⎽
       │                                                   ⎺⎺⎺⎺⎺⎺⎻⎻⎻⎻⎻⎻⎻⎻───────
       │
       │
   80 %│
       └*──n────────────────────────────────────────────────────────────────d───
        2026-11-20                                                    2027-02-25
        recall; 1 again, 2 hard, 3 good, 4 easy, * several, n now, d due
  recall now 98 %, due in 88 days, 2027-02-21
  an answer now would bring it back:  again 10m  hard 47d  good 141d  easy 146d
   > :edit
   That needs a terminal.
   > :bury
   Buried until tomorrow: demo/sky.
  
   demo                                                          cramming, 1 left
   Coal?
  
   > :undo
   Nothing of this is saved, so there is nothing to undo.
   > :suspend
   Suspended, until `quaestor unsuspend`: demo/coal.
   Nothing to ask: 2 of these cards are suspended or buried.
  $ at 25T08:01 list is:suspended
  demo/coal  suspended  Coal?

The end tells what comes back on which day of the week.

  $ echo '{ "retention": 0.97 }' >settings.json
  $ week() { quaestor --config settings.json --decks deck.json --progress w.db --now 2026-11-20T08:00:00Z "$@"; }
  $ week answer demo/sky --rating easy
  easy; due again in 5 days, 2026-11-25
  $ week answer demo/grass --rating again
  again; due again in <1m
  $ printf 'black\n4\n:q\n' | week study | grep week
   Coming back this week: tomorrow 1, Tue 1, Wed 1.
