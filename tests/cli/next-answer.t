A whole session without a screen: "next" asks, "answer" answers.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue", "hint": "look up",
  >     "feedback": { "grey": "Only in November." } },
  >   { "id": "rivers", "question": "Two rivers?", "answer": ["Rhine", ["Danube", "Donau"]] },
  >   { "id": "planet", "question": "A planet?", "answer": "Mars", "wrong": ["Moon", "Sun"] },
  >   { "id": "primes", "question": "Primes?", "answer": ["2", "3"], "wrong": ["4", "6"] },
  >   { "id": "capitals", "question": "Capitals?", "pairs": [["Spain", "Madrid"], ["Italy", "Rome"]] },
  >   { "id": "gap", "cloze": "The {{c1::cat::an animal}} sat on the {{mat}}." } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q next
  demo/sky
   The sky?
  $ q --json next | python3 -m json.tool
  {
      "card": "demo/sky",
      "kind": "text",
      "question": "The sky?",
      "hint": "look up",
      "choices": null,
      "items": null,
      "self": false,
      "counts": {
          "new": 6,
          "learning": 0,
          "due": 0
      },
      "intervals": {
          "again": 60,
          "hard": 330,
          "good": 600,
          "easy": 5097600
      }
  }

Asking again gives the same question: nothing has happened.

  $ q next
  demo/sky
   The sky?
  $ test -e p.db
  [1]

An answer is judged, rated, and saved.

  $ q answer demo/sky --typed blue
   [ok] exactly
  good; due again in 10m
  $ q --json answer demo/sky --typed grey | sed 's/"event":"[0-9a-f]*:/"event":"DEVICE:/' |
  >   python3 -m json.tool
  {
      "card": "demo/sky",
      "verdict": "wrong",
      "reason": "another answer",
      "feedback": "Only in November.",
      "expected": "blue",
      "rating": "again",
      "due": "2026-11-20T08:01:00+00:00",
      "interval_days": 0.0006944444444444445,
      "state": {
          "stability": 1.1248910430083479,
          "stability_fast": 0.06263636019430655,
          "difficulty": 9.260038704573313
      },
      "leech": false,
      "event": "DEVICE:2"
  }

A wrong answer that was saved is no failure.

  $ q answer demo/sky --typed gray
   [x] wrong: another answer
       you typed  gray
       answer     blue
                  ^^^^
  again; due again in <1m

The learner decides: a rating that is given counts, whatever was typed.

  $ q --json answer demo/sky --typed grey --rating good | python3 -c '
  > import json, sys
  > answer = json.load(sys.stdin)
  > print(answer["verdict"], answer["rating"])'
  wrong good

With a rating alone nothing is judged.

  $ q --json answer demo/sky --rating hard | python3 -c '
  > import json, sys
  > answer = json.load(sys.stdin)
  > print(answer["verdict"], answer["reason"], answer["expected"], answer["rating"])'
  None None blue hard

Items of a list are typed one an option, or in one text, divided by ";" or line breaks.

  $ q answer demo/rivers --typed Rhine --typed Donau
   [ok] also accepted
       answer     Rhine; Danube
  good; due again in 10m
  $ q answer demo/rivers --typed 'Danube; Rhine'
   [ok] exactly
  good; due again in 4 days, 2026-11-24
  $ q answer demo/rivers --typed 'Rhine
  > Danube'
   [ok] exactly
  good; due again in 6 days, 2026-11-26
  $ q answer demo/rivers --typed Rhine
   [--] partial: 1 of 2, missing: Danube
       you typed  Rhine
       answer     Rhine; Danube
  again; due again in 10m

Choices are answered with the text, or with the letter that "next" shows for the card.

  $ q --json next demo/planet | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["choices"])'
  ['Moon', 'Mars', 'Sun']
  $ q next demo/planet
  demo/planet
   A planet?
     a) Moon
     b) Mars
     c) Sun
  $ q try demo/planet mars
   [ok] the same but for case
       answer     Mars
       would be rated good: right

  $ letter() { q --json next $1 | python3 -c '
  > import json, sys
  > print("abc"[json.load(sys.stdin)["choices"].index("Mars")])'; }
  $ q try demo/planet $(letter demo/planet)
   [ok] exactly
       would be rated good: right
  $ q answer demo/planet --typed $(letter demo/planet)
   [ok] exactly
  good; due again in 10m
  $ q answer demo/planet --typed Mars
   [ok] exactly
  good; due again in 5 days, 2026-11-25
  $ q answer demo/planet --typed Moon | head -n 2
   [x] wrong: another option
       you typed  Moon

  $ q next demo/primes
  demo/primes
   Primes?
     a) 4
     b) 3
     c) 6
     d) 2
  $ q answer demo/primes --typed 'b; d'
   [ok] exactly
  good; due again in 10m
  $ q next demo/primes
  demo/primes
   Primes?
     a) 3
     b) 6
     c) 2
     d) 4
  $ q answer demo/primes --typed '2; 3'
   [ok] exactly
  good; due again in 5 days, 2026-11-25
  $ q answer demo/primes --typed 2 --typed 4 | head -n 1
   [--] partial: 1 of 2, missing: 3, not: 4

Pairs name a number on the left and a letter on the right.

  $ q next demo/capitals
  demo/capitals
   Capitals?
     1. Spain
     2. Italy
     a) Rome
     b) Madrid
  $ q --json next demo/capitals | python3 -c '
  > import json, sys
  > question = json.load(sys.stdin)
  > print(question["items"], sorted(question["choices"]))'
  ['Spain', 'Italy'] ['Madrid', 'Rome']
  $ q answer demo/capitals --typed "$(q --json next demo/capitals | python3 -c '
  > import json, sys
  > choices = json.load(sys.stdin)["choices"]
  > print("; ".join("%d%s" % (i + 1, "ab"[choices.index(city)])
  >     for i, city in enumerate(["Madrid", "Rome"])))')"
   [ok] exactly
  good; due again in 10m

Each gap is a card of its own.

  $ q next demo/gap
  demo/gap#c1
   The [...] sat on the mat.
  $ q answer 'demo/gap#c1' --typed cat
   [ok] exactly
  good; due again in 10m
  $ q answer 'demo/gap#mat' --typed ''
   [x] blank: nothing was typed
       answer     mat
  again; due again in <1m

An answer needs a text or a rating, a rating one of four words, a card its name.

  $ q answer demo/sky
  quaestor: answer needs --typed TEXT, or --rating again|hard|good|easy
  [2]

  $ q answer demo/sky --rating great
  quaestor: no rating 'great'; there are again, hard, good, easy
  [2]

  $ q answer demo/sly --typed blue
  quaestor: no card 'demo/sly'; did you mean 'demo/sky'?
  [2]

  $ q answer nothing --typed blue
  quaestor: no deck or card 'nothing'; `quaestor decks` shows what there is
  [2]

  $ q answer
  quaestor: too little for 'answer'; usage: quaestor answer CARD --typed TEXT | --rating RATING
  [2]

Nothing of that was saved.

  $ q --json why demo/sky | python3 -c '
  > import json, sys
  > print(len(json.load(sys.stdin)["reviews"]))'
  5
