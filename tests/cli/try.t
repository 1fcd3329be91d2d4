"try" says how an answer would be judged, and records nothing.  Its status is 0 for an answer that
is right.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "language": "en", "cards": [
  >   { "id": "city", "question": "Which city?", "answer": "Constantinople",
  >     "feedback": { "Rome": "The second one is meant." } },
  >   { "id": "year", "question": "Which year?", "answer": 330 },
  >   { "id": "kings", "question": "Three kings?", "answer": ["Caspar", "Melchior", "Balthazar"] },
  >   { "id": "order", "question": "In order?", "answer": ["one", "two", "three"], "ordered": true },
  >   { "id": "flat", "question": "The earth is flat.", "answer": false } ] }
  > EOF
  $ t() { quaestor --decks deck.json --progress p.db try "$@"; }
  $ t demo/city Constantinople
   [ok] exactly
       would be rated good: right
  $ t demo/city Rome
   [x] wrong: another answer
       you typed  Rome
       answer     Constantinople
                  ^^^^__________
       The second one is meant.
       would be rated again: wrong
  [1]

  $ t demo/city ''
   [x] blank: nothing was typed
       answer     Constantinople
       would be rated again: nothing was typed
  [1]

A slip of the hand is forgiven, and named.  What is another answer of the deck is none.

  $ t demo/city Constantinopel
   [ok] a typo: two letters are swapped in Constantinople
       you typed  Constantinopel
       answer     Constantinople
                              ^^
       would be rated good: right but for a slip
  $ t demo/city 'it was Constantinople'
   [ok] the answer, with words around it
       answer     Constantinople
       would be rated good: right
  $ t demo/kings 'Caspar, Melchoir and Balthazar'
   [ok] a typo: two letters are swapped in Melchior
       answer     Caspar; Melchior; Balthazar
       would be rated good: right but for a slip
  $ t demo/city Melchior
   [x] wrong: Melchior: another answer of this deck
       you typed  Melchior
       answer     Constantinople
                  ^^^^^^^^______
       would be rated again: wrong
  [1]

Half an answer is not right.

  $ t demo/kings 'Melchior; Caspar'
   [--] partial: 2 of 3, missing: Balthazar
       you typed  Melchior; Caspar
       answer     Caspar; Melchior; Balthazar
       would be rated again: not all of it
  [1]

  $ t demo/kings 'Balthazar; Melchior; Caspar'
   [ok] exactly
       would be rated good: right

For programs: the verdict, the reason in words, the answer that was expected, what the author says to
this answer, and the rating that would be proposed.

  $ t --json demo/city Rome | python3 -m json.tool
  {
      "verdict": "wrong",
      "reason": "another answer",
      "feedback": "The second one is meant.",
      "expected": "Constantinople",
      "rating": "again",
      "because": "wrong",
      "other": null
  }

Exact, accepted and close are right; partial, wrong and blank are not.

  $ verdict() { t --json "$@" >judged; status=$?; python3 -c '
  > import json
  > judged = json.load(open("judged"))
  > assert all(isinstance(judged[key], str) for key in ("verdict", "reason", "expected", "rating"))
  > print(judged["verdict"], judged["rating"])'; return $status; }
  $ verdict demo/city Constantinople
  exact good
  $ verdict demo/city constantinople
  accepted good
  $ verdict demo/kings 'Melchior; Caspar'
  partial again
  [1]

  $ verdict demo/city Rome
  wrong again
  [1]

  $ verdict demo/city ''
  blank again
  [1]

A number is never nearly right.

  $ verdict demo/year 331
  wrong again
  [1]

The order counts where the author says so.

  $ verdict demo/order 'one; two; three'
  exact good
  $ verdict demo/order 'two; one; three'
  partial again
  [1]

True and false have letters.

  $ verdict demo/flat f
  exact good
  $ verdict demo/flat false
  exact good
  $ verdict demo/flat t
  wrong again
  [1]

A text that is the name of a file is still a text.

  $ echo '{}' >city.json
  $ verdict demo/city city.json
  wrong again
  [1]

One card is meant.  What means several is refused, with one of them.

  $ t demo x
  quaestor: 'demo' is no card, but means 5; name one, as 'demo/city'
  [2]

  $ t demo/ciyt x
  quaestor: no card 'demo/ciyt'; did you mean 'demo/city'?
  [2]

  $ t nothing x
  quaestor: no deck or card 'nothing'; `quaestor decks` shows what there is
  [2]

  $ t is:leech x
  quaestor: 'is:leech' is no card, and means none
  [2]

Nothing was recorded.

  $ test -e p.db
  [1]
