"plan" names what to type. Here it is typed, word for word, to see whether it comes true.

  $ export COLUMNS=160
  $ deck() {
  >   echo "{ \"format\": 1, \"id\": \"$1\", \"title\": \"$1\", \"cards\": [ $2 [\"Last of $1?\", \"last\"] ] }"
  > }
  $ cards() {
  >   for i in $(seq $1); do echo "{ \"question\": \"$2 $i?\", \"answer\": \"$3 $i\", \"tags\": [\"$4\"] },"; done
  > }
  $ mkdir decks
  $ deck first "$(cards 40 Place in place)" >decks/first.json
  $ deck second "$(cards 20 Year year dates) $(cards 20 Name name names)" >decks/second.json
  $ on() {
  >   now=$1; shift
  >   quaestor --decks decks --progress p.db --now 2026-$now:00Z "$@"
  > }
  $ count() { on "$@" | wc -l; }
  $ quaestor config refit false

What "plan" says for each day, and a day on which it is done, everything known.

  $ advice() { on "$@" | sed -n 's/^`quaestor \(.*\)` \(each day\|on \|today\|after it\|at the very end\).*/\1/p'; }
  $ rate() { yes "$(printf "$1")" | head -n 900; }
  $ follow() { rate "${3:-\n3}" | eval "on $1T08:00 $2 --flip" | grep 'answers* saved' | sed 's/[.] 0m.*//'; }

For a tag, no setting is touched that other cards share, and the new cards are those of the tag.

  $ on 09-01T08:00 plan --exam 2026-10-31 tag:dates | sed -n '/^To do/,$p'
  To do so:
  `quaestor study --new 1 tag:dates` each day before 2026-10-24
  `quaestor study --ahead 9999d --reviews 3 tag:dates not:seen:2026-10-24` each day from 2026-10-24 on
  $ advice 09-01T08:00 plan --exam 2026-10-31 tag:dates >todo
  $ for day in 01 02 03 04 05 06 07 08 09 10; do follow 09-$day "$(head -n 1 todo)"; done >days
  $ count 09-10T20:00 list tag:dates not:is:new
  10
  $ count 09-10T20:00 list not:is:new
  10

Others may study the other decks on the same day, before or after: a number for a session stands beside the cap.

  $ follow 09-11 study
   40 answers saved: 40 right, 0 missed; 20 new
  $ count 09-11T20:00 list not:is:new
  30
  $ follow 09-11 "$(head -n 1 todo)"
   2 answers saved: 2 right, 0 missed; 1 new
  $ count 09-11T20:00 list tag:dates not:is:new
  11

A whole deck has a retention of its own, and a cap of its own that has to be lifted.

  $ quaestor config --deck first new-per-day 0
  $ on 09-11T20:00 plan --exam 2026-09-30 first | sed -n '/^To do/,$p'
  To do so:
  `quaestor config --deck first retention 0.94` (now 0.9)
  `quaestor config --deck first new-per-day 2` (now 0)
  `quaestor study --new 2 first` each day
  After the exam: `quaestor config --deck first --unset retention`, `quaestor config --deck first new-per-day 0`
  Reviews of other cards pile up meanwhile; `quaestor study --new 0` asks them.

With all decks planned for, those that have a retention of their own are named as well.

  $ quaestor config --deck first retention 0.8
  $ on 09-11T20:00 plan --exam 2026-11-30 | sed -n '/^To do/,$p'
  To do so:
  `quaestor config retention 0.92` (now 0.9)
  `quaestor config --deck first retention 0.92` (now 0.8)
  `quaestor config --deck first new-per-day 1` (now 0)
  `quaestor study --new 1` each day
  After the exam: `quaestor config --unset retention`, `quaestor config --deck first retention 0.8`, `quaestor config --deck first new-per-day 0`
  $ quaestor config --deck first new-per-day 20
  $ quaestor config --deck first --unset retention

A retention moves no date that a card has already. Cards that rest for long are asked once more in
the last days, each of them once, even though one in three is missed: each day others are seen.

  $ met() {
  >   rm -f p.db
  >   for card in $(on 06-01T08:00 --json list | grep -o '"card": *"[^"]*"' | cut -d'"' -f4); do
  >     on 06-01T08:00 answer "$card" --rating easy >/dev/null
  >   done
  > }
  $ met
  $ on 07-01T08:00 plan --exam 2026-07-09
  82 cards, 0 of them new; about 76 known today. Times are a guess until there are answers from a session.
  Exam on 2026-07-09, in 8 days: it takes your retention, 0.90, and all cards once more in the last 3 days. That is 2.6 min a day, 7.4 min on the longest; about
  80 of 82 would be known.
  
  To do so:
  `quaestor study` each day before 2026-07-06
  `quaestor study --ahead 9999d --reviews 28 not:seen:2026-07-06` each day from 2026-07-06 on
  $ advice 07-01T08:00 plan --exam 2026-07-09 >todo
  $ for day in 07-06 07-07 07-08; do
  >   follow $day "$(tail -n 1 todo)" '\n1\n\n3\n\n3' >>days
  >   count ${day}T20:00 list seen:2026-07-06
  > done
  28
  56
  82
  $ count 07-08T20:00 list not:seen:2026-07-06
  0

Tomorrow's exam takes a long day, or a shorter one with the cards that need it most.

  $ met
  $ on 07-01T08:00 plan --exam 2026-07-02
  82 cards, 0 of them new; about 76 known today. Times are a guess until there are answers from a session.
  Exam on 2026-07-02, in 1 day: it takes all cards once more today. That is 21 min; about 81 of 82 would be known.
  
  To do so:
  `quaestor study --ahead 9999d --reviews 82 not:seen:2026-07-01` today
  $ advice 07-01T08:00 plan --exam 2026-07-02 first >todo
  $ follow 07-01 "$(cat todo)"
   41 answers saved: 41 right, 0 missed; 0 new
  $ count 07-01T20:00 list first not:seen:2026-07-01
  0
  $ deck third "$(cards 200 Thing thing things)" >decks/third.json
  $ on 07-01T21:00 plan --exam 2026-07-02 | sed -n '/^If/,$p'
  If that is too long: in 30 min all cards once more today, and 62 new cards; about 141 of 283 would be known.
  `quaestor study --new 62 --ahead 9999d --reviews 41 not:seen:2026-07-01` today
  $ rm decks/third.json

What is selected by a state changes as it is studied.

  $ on 07-01T21:00 plan --exam 2026-07-09 is:review | tail -n 2
  `quaestor study --ahead 9999d --reviews 28 is:review not:seen:2026-07-06` each day from 2026-07-06 on
  What is:review selects changes as you study; the plan holds for decks, tags and texts.

Sides of one card never come on the same day, so that a last command is needed.

  $ deck sides "$(cards 15 Word word words | sed 's/ },/, "reverse": true },/')" >decks/sides.json
  $ met
  $ advice 07-01T08:00 plan --exam 2026-07-02 sides >todo
  $ cat todo
  study --ahead 9999d --reviews 31 sides not:seen:2026-07-01
  study --cram sides not:seen:2026-07-01
  $ follow 07-01 "$(head -n 1 todo)"
   16 answers saved: 16 right, 0 missed; 0 new
  $ rate '\n3' | eval "on 07-01T09:00 $(tail -n 1 todo) --flip" | grep 'answers* '
   15 answers and no date changed: 15 right, 0 missed. 0m 00s, 0 s an answer.
  $ rm decks/sides.json

A break, and the way back that is promised: where more wait than a few days hold, "study" offers it
on its own.

  $ met
  $ on 06-20T08:00 plan --break 2026-06-21..2026-08-30
  82 cards, 0 of them new; about 77 known today. Times are a guess until there are answers from a session.
  A break from 2026-06-21 to 2026-08-30, 71 days.
  
  As ever until then: 82 wait afterwards, about 72 of 82 known; 10 a day are done in 10 days, 2.7 min each.
  
  41 more ahead of their dates on the last day: 48 wait afterwards, about 73 of 82 known; 10 a day are done in 6 days, 2.6 min each.
  
  Ahead: `quaestor study --new 0 --ahead 71d --reviews 41`, after what is due, on the last day.
  After the break: if more than about 30 wait, `quaestor study` offers the way back: the most fragile first, and no new cards until it is done. `quaestor config
  backlog-per-day 10` agrees to it in any case.
  $ echo :quit | on 08-31T08:00 study --flip | sed '/^$/q'
   82 reviews wait, more than a day holds. 10 a day, the most fragile first, are done in 10 days, about 2.8 min each; new cards pause until then. `quaestor
   config backlog-per-day 10` agrees.
   Flip: you rate yourself, and dates change as ever.
  
  $ on 08-31T08:00 config backlog-per-day 20
  $ rate '\n3' | on 08-31T08:00 study --flip | grep 'wait\|saved' | sed 's/[.] 0m.*//'
   82 wait in the backlog, 20 a day; new cards pause until it is done.
   20 answers saved: 20 right, 0 missed; 0 new
  $ quaestor config --unset backlog-per-day

Fewer are no backlog, and nothing is said.

  $ met
  $ on 07-21T08:00 due | tail -n 1
  total        0         0      17
  $ echo :quit | on 07-21T08:00 study --flip | head -n 3
   Flip: you rate yourself, and dates change as ever.
  
   second                                                                                                                           new 0 · learning 0 · *due 17*

One backlog has one number: reviews that are due, without steps that are under way.

  $ on 08-31T09:00 answer first/~$(on 08-31T09:00 --json list is:due first | grep -o '~[0-9a-f]*' | head -n 1 | cut -c2-) --rating again >/dev/null
  $ on 08-31T09:00 due | tail -n 1
  total        0         1      81
  $ on 08-31T09:00 plan --back | sed -n 2p
  81 reviews wait. The most fragile come first, and no new cards until they are done:
  $ on 08-31T09:00 plan --back | grep steps
  Cards at their steps come on top: 1.
  $ echo :quit | on 09-01T09:00 study --flip | sed '/^ Flip/,$d'
   81 reviews wait, more than a day holds. 10 a day, the most fragile first, are done in 10 days, about 2.7 min each; new cards pause until then. Cards at their
   steps come on top: 1. `quaestor config backlog-per-day 10` agrees.
  $ on 08-31T09:00 list is:due not:is:learning | wc -l
  81
