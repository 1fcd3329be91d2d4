"why" tells why a card is due when it is: every answer, what the model makes of it, and what an
answer now would do.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue", "reverse": true } ] }
  > EOF
  $ at() { now=$1; shift; quaestor --decks deck.json --progress p.db --now $now "$@"; }

A new card has no history.

  $ at 2026-11-20T08:00:00Z why demo/sky
  never answered
  an answer now would bring it back:  again <1m  hard 6m  good 10m  easy 59d
  $ at 2026-11-20T08:00:00Z --json why demo/sky | python3 -m json.tool
  {
      "card": "demo/sky",
      "reviews": [],
      "due": null,
      "recall_now": null,
      "recall_model": null,
      "intervals": {
          "again": 60,
          "hard": 330,
          "good": 600,
          "easy": 5097600
      },
      "curve": []
  }

With answers it has, and recall has a curve, with the answers on its axis.

  $ at 2026-11-20T08:00:00Z answer demo/sky --rating good
  good; due again in 10m
  $ at 2026-11-20T08:10:00Z answer demo/sky --rating good
  good; due again in 10 days, 2026-11-30
  $ at 2026-11-29T18:00:00Z answer demo/sky --rating again
  again; due again in 10m
  $ at 2026-11-29T18:30:00Z why demo/sky
  2026-11-20 08:00  good
  2026-11-20 08:10  good   after 10m, recall was 97 %
  2026-11-29 18:00  again  after 9d, recall was 90 %
  100 %│⎼⎽
       │  ⎺⎻⎻⎻───⎼⎼⎼⎼⎼⎽⎽⎽⎽
       │                  ⎺⎺⎺⎺⎺⎺⎻⎻⎻⎻⎻───────⎼⎼⎼⎼⎼⎼⎼⎽⎽⎽⎽⎽⎽⎽⎽
       │                                                   ⎺⎺⎺⎺⎺⎺⎺⎺⎻⎻⎻⎻⎻⎻⎻⎻⎻⎼
       │
       │                                                                     ⎻⎼
   80 %│                                                                       ⎺
       └3───────────────────────────────────────────────────────────────────1nd─
        2026-11-20                                                    2026-11-30
        recall; 1 again, 2 hard, 3 good, 4 easy, * several, n now, d due
  recall now 88 %, due now
  an answer now would bring it back:  again 10m  hard 15m  good 1d  easy 2d

Seen from before its last answer, that is said.

  $ at 2026-11-29T17:00:00Z why demo/sky | tail -n 2
  recall now 100 %, due in 1h (the clock stands before the last answer)
  an answer now would bring it back:  again 10m  hard 15m  good 1d  easy 2d
  $ at 2026-11-29T18:00:00Z why demo/sky | tail -n 2
  recall now 100 %, due in 10m
  an answer now would bring it back:  again 10m  hard 15m  good 1d  easy 2d

In a narrow window:

  $ COLUMNS=40 at 2026-11-29T18:30:00Z why demo/sky | tail -n +6
  100 %│⎽
       │ ⎻⎻─⎼⎼⎽⎽
       │        ⎺⎺⎺⎻⎻───⎼⎼⎼⎽⎽⎽⎽
       │                       ⎺⎺⎺⎻⎻⎻⎻
       │                              ⎻
       │                               ⎽
   80 %│
       └3─────────────────────────────1d
        2026-11-20            2026-11-30
        recall; 1 again, 2 hard, 3 good,
        4 easy, * several, n now, d due
  recall now 88 %, due now
  an answer now would bring it back:
  again 10m  hard 15m  good 1d  easy 2d

The intervals are those that the next answer gets, in seconds; days are whole days.

  $ at 2026-11-29T18:30:00Z --json why demo/sky >why.json
  $ python3 - <<EOF
  > import json
  > why = json.load(open("why.json"))
  > print(list(why))
  > print(list(why["reviews"][0]))
  > for review in why["reviews"]:
  >     print(review["time"], review["rating"], round(review["elapsed_days"], 4),
  >           review["recall"] and round(review["recall"], 3))
  > print(why["due"], 0 < why["recall_now"] < 1)
  > again, hard, good, easy = (why["intervals"][r] for r in ("again", "hard", "good", "easy"))
  > print(again < hard < good < easy, good % 86400, easy % 86400)
  > EOF
  ['card', 'reviews', 'due', 'recall_now', 'recall_model', 'intervals', 'curve']
  ['time', 'rating', 'elapsed_days', 'recall', 'stability', 'stability_fast', 'difficulty']
  2026-11-20T08:00:00+00:00 good 0 None
  2026-11-20T08:10:00+00:00 good 0.0069 0.973
  2026-11-29T18:00:00+00:00 again 9.4097 0.903
  2026-11-29T18:10:00+00:00 True
  True 0 0

The points of the curve for programs.

  $ python3 - <<EOF
  > import json
  > curve = json.load(open("why.json"))["curve"]
  > print(len(curve), curve[0]["time"], round(curve[0]["recall"], 3), curve[-1]["time"])
  > print(min(point["recall"] for point in curve) > 0.8)
  > EOF
  61 2026-11-20T08:00:00+00:00 1.0 2026-11-30T05:49:30+00:00
  True

What "why" announces is what happens.

  $ at 2026-11-29T18:30:00Z --json answer demo/sky --rating good | python3 -c '
  > import json, sys
  > done = json.load(sys.stdin)["interval_days"]
  > said = json.load(open("why.json"))["intervals"]["good"] / 86400
  > print(done == said)'
  True

The other side of the card has a history of its own.

  $ at 2026-11-29T18:30:00Z --json why 'demo/sky#reverse' | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["reviews"])'
  []

  $ at 2026-11-29T18:30:00Z why demo/sly
  quaestor: no card 'demo/sly'; did you mean 'demo/sky'?
  [2]

  $ at 2026-11-29T18:30:00Z why
  quaestor: too little for 'why'; usage: quaestor why CARD
  [2]

Recall is what the answers to all cards let one expect.  Who forgets more than the model says is
told so, from the next answer on; dates stay the model's.

  $ python3 - >many.json <<EOF
  > import json
  > cards = [{"id": "c%d" % i, "question": "Number %d?" % i, "answer": "n%d" % i} for i in range(24)]
  > print(json.dumps({"format": 1, "id": "many", "title": "Many", "cards": cards}))
  > EOF
  $ many() { now=$1; shift; quaestor --decks many.json --progress m.db --now $now "$@"; }
  $ for i in $(seq 0 23); do
  >   many 2026-01-01T09:$(printf %02d $i):00Z answer many/c$i --rating easy >answers
  > done
  $ many 2026-02-10T09:00:00Z why many/c23 | grep 'recall now'
  recall now 91 %, due in 9 days, 2026-02-19
  $ for i in $(seq 0 22); do
  >   many 2026-02-10T09:$(printf %02d $i):00Z answer many/c$i --rating again >answers
  > done
  $ many 2026-02-11T09:00:00Z why many/c23 | sed -n 's/now [0-9]* %/now N %/p'
  recall now N % (its dates go by 91 %), due in 8 days, 2026-02-19
  $ many 2026-02-11T09:00:00Z --json why many/c23 | python3 -c '
  > import json, sys
  > why = json.load(sys.stdin)
  > print(why["recall_now"] < 0.6, round(why["recall_model"], 2))'
  True 0.91

An answer is told as it was expected before it was given, and nothing that came later changes that.

  $ many 2026-02-11T09:01:00Z answer many/c23 --rating good >answers
  $ expected() { many $1 --json why many/c23 | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["reviews"][1]["recall"])'; }
  $ expected 2026-02-11T09:01:00Z >before; python3 -c 'print(float(open("before").read()) < 0.6)'
  True
  $ for i in $(seq 0 22); do
  >   many 2026-02-12T09:$(printf %02d $i):00Z answer many/c$i --rating good >answers
  > done
  $ expected 2026-02-13T09:00:00Z | diff - before

Where another card's answer is damaged, its own are told all the same.

  $ python3 - <<EOF
  > import sqlite3
  > file = sqlite3.connect("m.db")
  > file.execute("UPDATE event SET payload = replace(payload, 'again', 'good') WHERE card = 'many/c1'")
  > file.commit()
  > EOF
  $ many 2026-02-12T09:02:00Z why many/c23 | sed '3,/d due/d; s/device [0-9a-f]*/device X/'
  2026-01-01 09:23  easy
  2026-02-11 09:01  good   after 41d, recall was 91 %
  recall now 99 %, due in 200 days, 2026-08-31
  an answer now would bring it back:  again 10m  hard 98d  good 259d  easy 261d
  note: recall goes by this card's answers alone: event 26 of device X in
  './m.db' is damaged; keep the file: `quaestor doctor` looks closer, `quaestor
  restore --list` shows the backups
  $ many 2026-02-12T09:02:00Z --json why many/c23 2>&1 >why.json | cut -c 1-60
  note: recall goes by this card's answers alone: event 26 of 

A card that has waited for long, or is not asked at all, says so; several answers in one column are a star.

  $ quaestor --decks deck.json --progress w.db --now 2026-01-01T08:00:00Z answer demo/sky --rating good
  good; due again in 10m
  $ quaestor --decks deck.json --progress w.db --now 2026-01-01T08:10:00Z answer demo/sky --rating again
  again; due again in <1m
  $ quaestor --decks deck.json --progress w.db --now 2026-01-01T08:20:00Z answer demo/sky --rating easy
  easy; due again tomorrow
  $ late() { quaestor --decks deck.json --progress w.db --now 2026-06-01T08:00:00Z "$@"; }
  $ late why demo/sky | tail -n 5
       └*d──────────────────────────────────────────────────────────────────n───
        2026-01-01                                                    2026-06-08
        recall; 1 again, 2 hard, 3 good, 4 easy, * several, n now, d due
  recall now 57 %, due for 150 days, since 2026-01-02
  an answer now would bring it back:  again 10m  hard 2d  good 5d  easy 7d
  $ late suspend demo/sky
  2 cards suspended
  $ late why demo/sky | tail -n 2
  recall now 57 %, due for 150 days, since 2026-01-02; suspended
  an answer now would bring it back:  again 10m  hard 2d  good 5d  easy 7d
  $ late unsuspend demo/sky; late bury demo/sky
  2 cards no longer suspended
  2 cards buried until tomorrow
  $ late why demo/sky | tail -n 2
  recall now 57 %, due for 150 days, since 2026-01-02; buried until tomorrow
  an answer now would bring it back:  again 10m  hard 2d  good 5d  easy 7d
  $ quaestor --decks deck.json --progress w.db --now 2026-01-07T08:00:00Z show demo/sky | grep state
   state    review, due for 5 days, since 2026-01-02
  $ late show demo/sky | grep state
   state    review, due for 150 days, since 2026-01-02; buried until tomorrow
