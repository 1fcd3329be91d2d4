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
      "recall_in_form": null,
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
        recall; 1 again, 2 hard, 3 good, 4 easy, n now, d due
  recall now 88 %, due now
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
        4 easy, n now, d due
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
  ['card', 'reviews', 'due', 'recall_now', 'recall_in_form', 'intervals', 'curve']
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
