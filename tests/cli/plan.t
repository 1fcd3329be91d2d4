"plan" says what a way of studying would cost and give, on a simulated learner who has the cards,
the settings and the habits of the real one. It changes nothing.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   $(for i in $(seq 79); do echo "[\"Question $i?\", \"answer $i\"],"; done) ["Last?", "last"] ] }
  > EOF
  $ on() {
  >   now=$1; shift
  >   quaestor --decks deck.json --progress p.db --now 2026-$now:00Z "$@"
  > }

What each desired retention would cost in a year, and give, and what comes in the next weeks. The
points of the chart are all retentions from 0.70 to 0.97.

  $ on 09-01T08:00 plan
  80 cards, 80 of them new; about 0 known today. Times are a guess until there
  are answers from a session.
  
  A year at each retention
    retention  min/day  reviews/day  known
         0.70      0.3          0.4     59
         0.73      0.4          0.7     66
         0.76      0.5          0.9     67
         0.79      0.5          1.1     68
         0.82      0.6          1.3     70
         0.85      0.6          1.6     73
  *      0.87      0.7          1.8     73
         0.88      0.7          1.9     73
  @      0.90      0.8          2.2     75
         0.91      0.8          2.4     75
         0.94      1.0          3.2     77
         0.97      1.4          5.1     79
  * 0.87, the sweet spot: up to it a further minute a day brings more cards than
  the average one, beyond it less.
  @ 0.90, your retention. Without answers yet, there is no reason to change it.
  
  Cards known after the year, over minutes a day
     79│                             .   .  .    .       .         .
       │                       .@ .
       │              .. .* .
       │             .
       │   .. ......
       │    .
       │
     59│.
       └────────────────────────────────────────────────────────────
        0.3 min                                              1.4 min
  
  A day in the weeks to come, with your settings
  09-01   11 min   43 answers  ##############################
  09-08  4.1 min   17 answers  ############
  09-15  2.3 min   10 answers  #######
  09-22  1.6 min    7 answers  #####
  09-29  1.2 min    5 answers  ###
  10-06  0.9 min    4 answers  ##
  10-13  1.0 min    4 answers  ###
  10-20  1.5 min    6 answers  ####

In a narrow window:

  $ COLUMNS=40 on 09-01T08:00 plan
  80 cards, 80 of them new; about 0 known
  today. Times are a guess until there
  are answers from a session.
  
  A year at each retention
    retention  min/day  reviews/day  known
         0.70      0.3          0.4     59
         0.73      0.4          0.7     66
         0.76      0.5          0.9     67
         0.79      0.5          1.1     68
         0.82      0.6          1.3     70
         0.85      0.6          1.6     73
  *      0.87      0.7          1.8     73
         0.88      0.7          1.9     73
  @      0.90      0.8          2.2     75
         0.91      0.8          2.4     75
         0.94      1.0          3.2     77
         0.97      1.4          5.1     79
  * 0.87, the sweet spot: up to it a
  further minute a day brings more cards
  than the average one, beyond it less.
  @ 0.90, your retention. Without answers
  yet, there is no reason to change it.
  
  Cards known after the year, over
  minutes a day
     79│               . . .  .   .    .
       │            .@.
       │       ...*
       │       .
       │ ......
       │  .
       │
     59│.
       └────────────────────────────────
        0.3 min                  1.4 min
  
  A day in the weeks to come, with your
  settings
  09-01   11 min   43 answers  ##########
  09-08  4.1 min   17 answers  ####
  09-15  2.3 min   10 answers  ##
  09-22  1.6 min    7 answers  ##
  09-29  1.2 min    5 answers  #
  10-06  0.9 min    4 answers  #
  10-13  1.0 min    4 answers  #
  10-20  1.5 min    6 answers  #

The same seed, the same figures, and unrounded ones for programs.

  $ on 09-01T08:00 --seed 5 --json plan >a.json
  $ on 09-01T08:00 --seed 5 --json plan | cmp a.json
  $ python3 - <<EOF
  > import json
  > plan = json.load(open("a.json"))
  > print(list(plan))
  > years = plan["retentions"]
  > print(len(years), years[0]["retention"], years[-1]["retention"], list(years[0]))
  > print(all(abs(year["new_a_day"] * 365 - 80) < 1e-9 for year in years))
  > print(years[0]["minutes_a_day"] < years[20]["minutes_a_day"] < years[27]["minutes_a_day"])
  > print([round(week["new_a_day"] * 7) for week in plan["weeks"]], plan["weeks"][1]["from"])
  > EOF
  ['day', 'cards', 'new', 'known', 'timed_answers', 'retention', 'sweet_spot', 'retentions', 'own', 'weeks']
  28 0.7 0.97 ['retention', 'minutes_a_day', 'answers_a_day', 'reviews_a_day', 'new_a_day', 'known']
  True
  True
  [80, 0, 0, 0, 0, 0, 0, 0] 2026-09-08

An exam: the lowest retention with which everything is known that day, and the pace.

  $ on 09-01T08:00 plan --exam 2026-10-31
  80 cards, 80 of them new; about 0 known today. Times are a guess until there
  are answers from a session.
  Exam on 2026-10-31, in 60 days: it takes retention 0.93, 2 new a day. That is
  2.9 min a day, 4.6 min on the longest; about 76 of 80 would be known.
  
  To do so:
  `quaestor config retention 0.93` (now 0.9)
  `quaestor study --new 2` each day
  After the exam: `quaestor config --unset retention`
  $ on 09-01T08:00 plan --exam 2026-10-31 --minutes 1
  80 cards, 80 of them new; about 0 known today. Times are a guess until there
  are answers from a session.
  Exam on 2026-10-31, in 60 days: it cannot all be known by then in 1 min a day.
  What comes nearest is retention 0.70, 1 new a day. That is 0.9 min a day, 1.2
  min on the longest; about 50 of 80 would be known. A SELECTOR of what matters
  most, or a later day, may do.
  
  To do so:
  `quaestor config retention 0.70` (now 0.9)
  `quaestor study --new 1` each day
  After the exam: `quaestor config --unset retention`
  $ on 09-01T08:00 --json plan --exam 2026-10-31 | python3 -c '
  > import json, sys
  > plan = json.load(sys.stdin)
  > print(list(plan["exam"]), plan["exam"]["days"])'
  ['day', 'days', 'enough', 'retention', 'new_per_day', 'revision_days', 'revision_reviews', 'revision_from', 'longest_minutes', 'minutes_a_day', 'answers_a_day', 'reviews_a_day', 'new_a_day', 'known', 'shorter'] 60

Among several decks the advice is for the one that was planned for.

  $ echo '{ "format": 1, "id": "rome", "title": "Rome", "cards": [["First emperor?", "Augustus"]] }' >rome.json
  $ on 09-01T08:00 --decks rome.json plan --exam 2026-10-31 rome | tail -n 3
  `quaestor config --deck rome retention 0.93` (now 0.9)
  `quaestor study --new 1 rome` each day
  After the exam: `quaestor config --deck rome --unset retention`

Few cards have weeks without an answer, and of few cards a number would say too much.

  $ on 09-01T08:00 --decks rome.json plan rome | tail -n 8
  09-01  0.1 min    1 answer   ##############################
  09-08  0.1 min    0 answers
  09-15  0.0 min    0 answers
  09-22  0.0 min    0 answers
  09-29  0.0 min    0 answers
  10-06  0.0 min    0 answers
  10-13  0.0 min    0 answers
  10-20  0.0 min    0 answers

  $ on 09-01T08:00 --decks rome.json plan --exam 2026-09-03 rome | sed -n '/^Exam/,/^$/p'
  Exam on 2026-09-03, in 2 days: it cannot all be known by then. What comes
  nearest is your retention, 0.90, 1 new card today, and all cards once more on
  the day before. That is 0.5 min a day, 0.7 min on the longest; each would be
  known with a chance of about 92 %. A later day may do.
  

A break: what waits afterwards, by what is done before it.

  $ on 09-01T08:00 plan --break 2026-09-20..2026-10-18
  80 cards, 80 of them new; about 0 known today. Times are a guess until there
  are answers from a session.
  A break from 2026-09-20 to 2026-10-18, 29 days.
  
  As ever until then: 45 wait afterwards, about 69 of 80 known; 10 a day are done
  in 13 days, 2.8 min each.
  
  6 more a day ahead of their dates in the last 4 days: 43 wait afterwards, about
  69 of 80 known; 10 a day are done in 12 days, 2.9 min each.
  
  Ahead: `quaestor study --new 0 --ahead 32d --reviews 6`, after what is due, in
  the last 4 days.
  After the break: if more than about 30 wait, `quaestor study` offers the way
  back: the most fragile first, and no new cards until it is done. `quaestor
  config backlog-per-day 10` agrees to it in any case.
  $ on 09-01T08:00 plan --break 2026-09-01..2026-09-03
  80 cards, 80 of them new; about 0 known today. Times are a guess until there
  are answers from a session.
  A break from 2026-09-01 to 2026-09-03, 3 days.
  
  As ever until then: nothing waits afterwards, about 0 of 80 known. Nothing
  special is needed.

A retention beyond those of the table, or between them, has its row and its point as well.

  $ quaestor config retention 0.98
  $ on 09-01T08:00 plan | sed -n '/0[.]94/,/your retention/p; /\(@\|m\)$/p'
         0.94      1.0          3.2     77
         0.97      1.4          5.1     79
  @      0.98      1.8          6.8     79
  * 0.87, the sweet spot: up to it a further minute a day brings more cards than
  the average one, beyond it less.
  @ 0.98, your retention. Without answers yet, there is no reason to change it.
     80│                           .   .     .       .             @
  $ quaestor config retention 0.905
  $ on 09-01T08:00 plan | sed -n '/0[.]88/,/your retention/p'
         0.88      0.7          1.9     73
  @      0.905     0.8          2.3     75
         0.91      0.8          2.4     75
         0.94      1.0          3.2     77
         0.97      1.4          5.1     79
  * 0.87, the sweet spot: up to it a further minute a day brings more cards than
  the average one, beyond it less.
  @ 0.905, your retention. Without answers yet, there is no reason to change it.
  $ quaestor config --unset retention

A retention is set for whole decks, so that for a part of one nothing is said of changing it.

  $ on 09-01T08:00 plan text:1 | grep -A1 '^@ .*your'
  @ 0.90, your retention.
  

Decks that have retentions of their own keep them: the row and the weeks are of all as they are, and
what changes them is named deck by deck.

  $ cards() { for i in $(seq $1); do echo ", [\"Question $i of $2?\", \"answer $i\"]"; done; }
  $ deck() {
  >   echo '{ "format": 1, "id": "'$1'", "title": "A deck", "cards": [
  >     { "id": "first", "question": "First of '$1'?", "answer": "one" }' "$(cards $2 $1)" '] }' >$1.json
  > }
  $ deck alpha 19; deck gamma 19
  $ two() {
  >   now=$1; shift
  >   quaestor --decks alpha.json --decks gamma.json --progress two.db --now 2026-$now:00Z "$@"
  > }
  $ quaestor config --deck alpha retention 0.7
  $ quaestor config --deck gamma retention 0.99
  $ two 09-01T08:00 answer alpha/first --rating good >/dev/null
  $ two 09-01T08:10 plan | sed -n '/^A year/,/^$/p; /^A day/,$p'
  A year at each retention
    retention  min/day  reviews/day  known
         0.70      0.1          0.2     30
         0.73      0.2          0.3     33
         0.76      0.2          0.4     34
         0.79      0.2          0.5     34
         0.82      0.3          0.6     35
         0.85      0.3          0.8     36
  *      0.87      0.3          0.9     37
         0.88      0.3          0.9     37
         0.91      0.4          1.2     38
         0.94      0.5          1.6     39
         0.97      0.7          2.5     39
  @ 0.70-0.99      0.7          2.7     35
  * 0.87, the sweet spot: up to it a further minute a day brings more cards than
  the average one, beyond it less.
  @ 0.70 to 0.99, your retentions, each deck at its own. `quaestor config --deck
  alpha retention 0.87`, `quaestor config --deck gamma retention 0.87` change
  them, for dates to come.
  
  A day in the weeks to come, with your settings
  09-01  6.3 min   26 answers  ##############################
  09-08  2.8 min   12 answers  #############
  09-15  2.1 min    9 answers  ##########
  09-22  1.8 min    8 answers  #########
  09-29  1.6 min    7 answers  ########
  10-06  1.4 min    6 answers  ######
  10-13  1.3 min    6 answers  ######
  10-20  1.1 min    5 answers  #####
  $ two 09-01T08:10 --json plan | python3 -c 'import json, sys; print(json.load(sys.stdin)["retention"])'
  None
  $ two 09-01T08:10 plan alpha | grep -A 2 '^@ 0.70, '
  @ 0.70, your retention. `quaestor config --deck alpha retention 0.87` changes
  it, for dates to come.
  

An exam raises what is too low, and lowers nothing unless minutes are to be saved.

  $ two 09-01T08:10 plan --exam 2026-12-01 | sed -n '/^Exam/,$p'
  Exam on 2026-12-01, in 91 days: it takes retention 0.87 at least, 1 new a day.
  That is 1.8 min a day, 3.2 min on the longest; about 38 of 40 would be known.
  
  To do so:
  `quaestor config --deck alpha retention 0.87` (now 0.7)
  `quaestor study --new 1` each day
  After the exam: `quaestor config --deck alpha retention 0.7`
  $ two 09-01T08:10 plan --exam 2026-12-01 --minutes 1 | sed -n '/^Exam/,$p'
  Exam on 2026-12-01, in 91 days: it cannot all be known by then in 1 min a day.
  What comes nearest is retention 0.90, 1 new a day, and the 2 most fragile cards
  of each day once more in the last 7 days. That is 1.0 min a day, 2.0 min on the
  longest; about 38 of 40 would be known. A SELECTOR of what matters most, or a
  later day, may do.
  
  To do so:
  `quaestor config --deck alpha retention 0.90` (now 0.7)
  `quaestor config --deck gamma retention 0.90` (now 0.99)
  `quaestor study --new 1` each day before 2026-11-24
  `quaestor study --ahead 9999d --reviews 2 not:seen:2026-11-24` each day from
  2026-11-24 on
  After the exam: `quaestor config --deck alpha retention 0.7`, `quaestor config
  --deck gamma retention 0.99`
  $ two 09-01T08:10 plan --exam 2026-09-04 | sed -n '/^Exam/,/^$/p'
  Exam on 2026-09-04, in 3 days: it cannot all be known by then. What comes
  nearest is retention 0.96 at least, 20 new a day, and all cards once more on
  the day before. That is 14 min a day, 18 min on the longest; about 37 of 40
  would be known. A SELECTOR of what matters most, or a later day, may do.
  
  $ quaestor config --deck alpha --unset retention
  $ quaestor config --deck gamma --unset retention

The way back from a backlog. Here nobody has been away yet.

  $ on 09-01T08:00 plan --back
  80 cards, 80 of them new; about 0 known today. Times are a guess until there
  are answers from a session.
  Nothing waits: there is no backlog.

With --minutes, "study" says at the start what they will do for.

  $ for minutes in 2 8 60 90s 10s; do
  >   echo :quit | on 09-01T08:00 study --flip --minutes $minutes | sed -n 2p
  > done
   2 min will do for about 3 of 20 cards; left will be 17 new.
   8 min will do for about 12 of 20 cards; left will be 8 new.
   60 min will do for all 20 cards; they take about 13 min.
   1.5 min will do for about 2 of 20 cards; left will be 18 new.
   10 s will hardly do for one card of 20.

Who crams is asked all cards, due or not.

  $ echo :quit | on 09-01T08:00 study --cram --minutes 15 | sed -n 2p
   15 min will do for about 22 of 80 cards; left will be 58 new.

Sixty cards are learnt, and then nothing is done for months.

  $ on 09-01T08:00 --json list | grep -o 'demo/~[0-9a-f]*' | head -n 60 | while read -r card; do
  >   on 09-01T08:00 answer "$card" --rating easy >/dev/null
  > done

A retention moves no date that a card has already. So before an exam they are asked once more.

  $ on 10-10T08:00 plan --exam 2026-10-16 not:is:new
  60 cards, 0 of them new; about 55 known today. Times are a guess until there
  are answers from a session.
  Exam on 2026-10-16, in 6 days: it takes your retention, 0.90, and all cards
  once more in the last 2 days. That is 2.6 min a day, 7.9 min on the longest;
  about 59 of 60 would be known.
  
  To do so:
  `quaestor study not:is:new` each day before 2026-10-14
  `quaestor study --ahead 9999d --reviews 30 not:is:new not:seen:2026-10-14` each
  day from 2026-10-14 on
  What not:is:new selects changes as you study; the plan holds for decks, tags
  and texts.

  $ on 12-20T08:00 config reviews-per-day 50
  $ on 12-20T08:00 plan --back
  80 cards, 20 of them new; about 52 known today. Times are a guess until there
  are answers from a session.
  60 reviews wait. The most fragile come first, and no new cards until they are
  done:
    reviews/day  days  min/day
  *          10     7      2.8
             20     4      4.8
             30     3      6.4
  `quaestor config backlog-per-day 10` agrees to it; `quaestor study` takes it
  out again when the backlog is done.
  $ COLUMNS=40 on 12-20T08:00 plan --back
  80 cards, 20 of them new; about 52
  known today. Times are a guess until
  there are answers from a session.
  60 reviews wait. The most fragile come
  first, and no new cards until they are
  done:
    reviews/day  days  min/day
  *          10     7      2.8
             20     4      4.8
             30     3      6.4
  `quaestor config backlog-per-day 10`
  agrees to it; `quaestor study` takes it
  out again when the backlog is done.
  $ quaestor config reviews-per-day 3
  $ on 12-20T08:00 plan --back
  80 cards, 20 of them new; about 52 known today. Times are a guess until there
  are answers from a session.
  60 reviews wait. The most fragile come first, and no new cards until they are
  done:
    reviews/day  days  min/day
  *           3    28      0.9
  It takes more than two weeks because `reviews-per-day` allows no more than 3. 3
  a day are asked anyway: what changes is that new cards pause.
  `quaestor config backlog-per-day 3` agrees to it; `quaestor study` takes it out
  again when the backlog is done.
  $ quaestor config reviews-per-day 10
  $ on 12-20T08:00 plan --back | tail -n 4
  *          10     7      2.8
  10 a day are asked anyway: what changes is that new cards pause.
  `quaestor config backlog-per-day 10` agrees to it; `quaestor study` takes it
  out again when the backlog is done.
  $ on 12-20T08:00 plan --back text:1 | tail -n 1
  `quaestor study --new 0 --reviews 10 text:1` each day, until fewer wait.
  $ quaestor config reviews-per-day 50
  $ on 12-20T08:00 --json plan --back | python3 -c '
  > import json, sys
  > plan = json.load(sys.stdin)
  > print(plan["waiting"], plan["offered"]["reviews_a_day"], list(plan["ways_back"][0]))'
  60 10 ['reviews_a_day', 'days', 'minutes_a_day']

"study" offers it by itself, on the first session of a day that begins with more than a day can be
expected to hold: the cap, or three ordinary days' worth, but 30 at least.

  $ echo :quit | on 12-20T08:00 study --flip
   60 reviews wait, more than a day holds. 10 a day, the most fragile first, are
   done in 7 days, about 2.8 min each; new cards pause until then. `quaestor
   config backlog-per-day 10` agrees.
   Flip: you rate yourself, and dates change as ever.
  
   demo                                            new 20 · learning 0 · *due 50*
   ──────────────────────────────────────────────────────────────────────────────
   Question 35?
   (think; Enter shows the answer)
  
   > :quit
   Left for today: 20 new, 0 learning, 50 due.
  $ on 12-20T08:00 config backlog-per-day 10
  $ echo :quit | on 12-20T08:01 study --flip | head -n 2
   60 wait in the backlog, 10 a day; new cards pause until it is done.
   Flip: you rate yourself, and dates change as ever.
  $ on 12-20T08:01 plan --back | tail -n 2
  You have agreed to 10 a day; `quaestor config --unset backlog-per-day` ends
  that.
  $ on 12-20T08:01 next --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["counts"])'
  {'new': 0, 'learning': 0, 'due': 10}

The weeks to come, a break and an exam count with it: no new card until the backlog is done.

  $ on 12-20T08:01 plan | tail -n 8
  12-20  3.8 min   16 answers  ##############################
  12-27  0.9 min    4 answers  #######
  01-03  0.7 min    3 answers  #####
  01-10  0.6 min    2 answers  #####
  01-17  0.4 min    2 answers  ###
  01-24  0.3 min    1 answer   ##
  01-31  0.3 min    1 answer   ##
  02-07  0.3 min    1 answer   ###
  $ on 12-20T08:01 plan --break 2026-12-23..2026-12-24 | sed -n '/^As ever/,/^$/p'
  As ever until then: 35 wait afterwards, about 55 of 80 known; 10 a day are done
  in 5 days, 2.4 min each.
  
  $ on 12-20T08:01 plan --exam 2027-01-20 | sed -n '/^To do/,$p'
  To do so:
  `quaestor study --new 1 --reviews 80` each day
  This takes the place of the way back that was agreed to, 10 a day without new
  cards.
  $ on 12-20T08:01 plan --exam 2027-01-20 --minutes 1 | sed -n '/^Exam/,/^$/p'
  Exam on 2027-01-20, in 31 days: it cannot all be known by then in 1 min a day.
  What comes nearest is retention 0.75, 1 new a day. That is 0.9 min a day, 18
  min on the longest; about 76 of 80 would be known. A SELECTOR of what matters
  most, or a later day, may do.
  

What is due takes its time even without new cards.

  $ on 12-20T08:01 plan --exam 2026-12-23 --minutes 1 | sed -n '/^Exam/,/^$/p'
  Exam on 2026-12-23, in 3 days: it cannot all be known by then in 1 min a day.
  What comes nearest is retention 0.70. That is 5.7 min a day, 17 min on the
  longest; about 58 of 80 would be known. Fewer minutes are not possible, even
  without new cards. A SELECTOR of what matters most, or a later day, may do.
  

When no more are due than agreed to, the plan is over, and new cards come again.

  $ for day in 20 21 22 23 24 25 26; do
  >   yes "$(printf '\n4')" | head -n 40 | on 12-${day}T09:00 study --flip | grep -i 'backlog\|saved' | sed 's/ new[.].*/ new/'
  > done
   60 wait in the backlog, 10 a day; new cards pause until it is done.
   10 answers saved: 10 right, 0 missed; 0 new
   50 wait in the backlog, 10 a day; new cards pause until it is done.
   10 answers saved: 10 right, 0 missed; 0 new
   40 wait in the backlog, 10 a day; new cards pause until it is done.
   10 answers saved: 10 right, 0 missed; 0 new
   30 wait in the backlog, 10 a day; new cards pause until it is done.
   10 answers saved: 10 right, 0 missed; 0 new
   20 wait in the backlog, 10 a day; new cards pause until it is done.
   10 answers saved: 10 right, 0 missed; 0 new
   The backlog is done; new cards come again.
   20 answers saved: 20 right, 0 missed; 10 new
   10 answers saved: 10 right, 0 missed; 10 new
  $ on 12-26T10:00 config backlog-per-day
  0

Faults.

  $ on 09-01T08:00 plan --exam tomorrow
  quaestor: --exam takes a day as 2026-12-20, not 'tomorrow'
  [2]
  $ on 09-01T08:00 plan --exam 2026-09-31
  quaestor: --exam takes a day as 2026-12-20, not '2026-09-31'
  [2]
  $ on 09-01T08:00 plan --exam 2026-08-01
  quaestor: --exam takes a day from tomorrow to two years ahead
  [2]
  $ on 09-01T08:00 plan --exam 2026-10-31 --minutes 0
  quaestor: --minutes takes a number from 1 to 1440
  [2]
  $ on 09-01T08:00 plan --minutes 10
  quaestor: --minutes belongs to --exam
  [2]
  $ on 09-01T08:00 plan --break 2026-09-20
  quaestor: --break takes its first and last day as 2026-12-20..2027-01-03, not '2026-09-20'
  [2]
  $ on 09-01T08:00 plan --break 2026-09-20..2026-09-10
  quaestor: the break ends before it begins
  [2]
  $ on 09-01T08:00 plan --break 2026-08-20..2026-09-10
  quaestor: --break takes days from today to two years ahead; after a break, --back helps
  [2]
  $ on 09-01T08:00 plan --back --exam 2026-10-31
  quaestor: --exam, --break and --back are plans of their own
  [2]
  $ on 09-01T08:00 plan is:suspended
  quaestor: no card to plan for: none is selected, or all are suspended
  [2]
