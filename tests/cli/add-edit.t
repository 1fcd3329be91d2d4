"add" puts a card at the end of a deck, and changes nothing else in the file.

  $ cat >rivers.json <<END
  > { "format": 1, "id": "rivers", "title": "Rivers", "//": "kept",
  >   "cards": [
  >     [ "Which river flows through Paris?",   "Seine" ],
  >     {"id":"danube", "question":"Which river flows through Vienna?", "answer":"Danube"}
  >   ] }
  > END
  $ cp rivers.json old.json
  $ chmod 640 rivers.json
  $ ln -s rivers.json link.json
  $ quaestor add link.json -q "Which river flows through Rome?" -a Tiber --tag italy
  added rivers/which-river-flows-through-rome (link.json:5)
  $ diff -U0 old.json rivers.json | tail -n +3
  @@ -4 +4,7 @@
  -    {"id":"danube", "question":"Which river flows through Vienna?", "answer":"Danube"}
  +    {"id":"danube", "question":"Which river flows through Vienna?", "answer":"Danube"},
  +    {
  +      "id": "which-river-flows-through-rome",
  +      "question": "Which river flows through Rome?",
  +      "answer": "Tiber",
  +      "tags": ["italy"]
  +    }
  $ ls -l | awk 'NR > 1 { print $1, $NF }'
  lrwxrwxrwx rivers.json
  -rw-r--r-- old.json
  -rw-r----- rivers.json

Its id comes from the question, unless it is given.  Several answers are a list, --wrong makes a choice.

  $ export QUAESTOR_DECKS=rivers.json
  $ quaestor add rivers -q "Two rivers of Lyon" -a Rhône -a Saône --id lyon
  added rivers/lyon (rivers.json:11)
  $ quaestor add rivers -q "Which one flows north?" -a Rhine --wrong Rhône --wrong Loire --hint "Think of Basel." --note "It rises in the Alps."
  added rivers/which-one-flows-north (rivers.json:12)
  $ quaestor add rivers -q "How long is the Rhine?" --answer-json 1_233
  quaestor: --answer-json:1:2: expected nothing after the value, found '_'
      1_233
       ^
  [2]
  $ quaestor --json add rivers -q "How long is the Rhine?" --answer-json 1233.0
  {"cards":[{"card":"rivers/how-long-is-the-rhine","path":"rivers.json","line":20}]}
  $ tail -n 15 rivers.json
        "question": "Which river flows through Rome?",
        "answer": "Tiber",
        "tags": ["italy"]
      },
      { "id": "lyon", "question": "Two rivers of Lyon", "answer": ["Rhône", "Saône"] },
      {
        "id": "which-one-flows-north",
        "question": "Which one flows north?",
        "answer": "Rhine",
        "wrong": ["Rhône", "Loire"],
        "hint": "Think of Basel.",
        "note": "It rises in the Alps."
      },
      { "id": "how-long-is-the-rhine", "question": "How long is the Rhine?", "answer": 1233.0 }
    ] }
  $ quaestor check
  1 file, 6 cards: 0 errors, 0 warnings

What cannot be asked is not added, and the file stays as it was.

  $ cp rivers.json before.json
  $ quaestor add rivers -q "No answer?"
  quaestor: card has no "answer"; write one, or "pairs", or "cloze"
  [2]
  $ quaestor add rivers -a "no question"
  quaestor: card has no "question"
  [2]
  $ quaestor add rivers --tag x
  quaestor: a card needs --question and --answer
  [2]
  $ quaestor add rivers -q "Both?" -a one --answer-json 1
  quaestor: --answer and --answer-json cannot both be given
  [2]
  $ quaestor add rivers -q "Taken?" -a yes --id lyon
  quaestor: the id "lyon" is taken by another card; choose another
  [2]
  $ quaestor add rivers -q "No id?" -a yes --id "a b"
  quaestor: "a b" is no id: a-z, 0-9, '.', '_', '-', beginning with a letter or a digit, 64 at most
  [2]
  $ quaestor add rivers -q "A source?" -a yes --source "Chapter 1"
  quaestor: a source needs a document; describe it under "documents"
  [2]
  $ quaestor add rivesr -q "Which deck?" -a none
  quaestor: no deck 'rivesr'; did you mean 'rivers'?
  [2]
  $ quaestor add new.json -q "Which deck?" -a none
  quaestor: no deck file 'new.json'; `quaestor new new.json` begins one
  [2]
  $ quaestor add rivers -q "$(printf 'x\377')" -a none
  quaestor: 'x<FF>' is not valid UTF-8
  [2]
  $ cmp before.json rivers.json

It says what is there already, in any deck.  That does not keep you from adding it.

  $ quaestor add rivers -q "Through Vienna, which river flows?" -a "Donau"
  warning: rivers/danube asks the same: Which river flows through Vienna? (Danube)
  added rivers/through-vienna-which-river-flows (rivers.json:21)
  $ quaestor add rivers -q "Which great river flows through Vienna?" -a "the Danube"
  warning: rivers/danube is much like it: Which river flows through Vienna? (Danube)
  added rivers/which-great-river-flows-through-vienna (rivers.json:26)
  $ quaestor add rivers -q "Which river flows through Prague?" -a "Vltava"
  added rivers/which-river-flows-through-prague (rivers.json:31)

Many come from standard input: question, answer and tags with tabs between them, or cards in the deck
format, a line each.  Carriage returns and empty lines are passed over.

  $ printf 'Which river flows through Turin?\tPo\titaly\tnorth\r\n\n["Which river flows through Hamburg?", "Elbe"]\n{ "cloze": "The {{Thames}} flows through {{London}}." }\n' | quaestor add rivers
  added rivers/which-river-flows-through-turin (rivers.json:36)
  added rivers/which-river-flows-through-hamburg (rivers.json:42)
  added rivers/the-flows-through-london (rivers.json:43)
  $ tail -n 11 rivers.json
        "answer": "Vltava"
      },
      {
        "id": "which-river-flows-through-turin",
        "question": "Which river flows through Turin?",
        "answer": "Po",
        "tags": ["italy", "north"]
      },
      ["Which river flows through Hamburg?", "Elbe", { "id": "which-river-flows-through-hamburg" }],
      { "id": "the-flows-through-london", "cloze": "The {{Thames}} flows through {{London}}." }
    ] }
  $ printf '' | quaestor add rivers

One that cannot be used keeps all of them out.

  $ cp rivers.json before.json
  $ printf 'One?\t1\n["Two?", "2", { "hnit": "x" }]\n' | quaestor add rivers
  quaestor: standard input:2:17: unknown key "hnit" in a card; did you mean "hint"?
      ["Two?", "2", { "hnit": "x" }]
                      ^
  [3]
  $ printf 'One?\t1\n["Two?", "2"\n' | quaestor add rivers
  quaestor: standard input:2:13: expected ',' or ']' after a list item, found the end of the file
      ["Two?", "2"
                  ^
  [3]
  $ printf 'One?\t1\nTwo?\n' | quaestor add rivers
  quaestor: standard input:2:5: no answer; a tab stands between question and answer
      Two?
          ^
  [3]
  $ printf 'One?\t1\n\t2\n' | quaestor add rivers
  quaestor: standard input:2:1: the question is empty
          2
      ^
  [3]
  $ printf 'One?\t1\nTwo?\t\n' | quaestor add rivers
  quaestor: standard input:2:6: the answer is empty
      Two?    
              ^
  [3]
  $ printf '{ "id": "po", "question": "a", "answer": "b" }\n{ "id": "po", "question": "c", "answer": "d" }\n' | quaestor add rivers
  quaestor: standard input:2:1: the id "po" is taken by another card; choose another
  [2]
  $ printf 'One?\t1\nTwo\377?\t2\n' | quaestor add rivers
  quaestor: standard input:2:4: a byte that is not valid UTF-8; save the text as UTF-8
      Two<FF>?    2
         ^
  [3]
  $ cmp before.json rivers.json

Files of other layouts keep theirs: line ends, tabs, and no line end at the end.

  $ printf '{\r\n\t"format": 1, "id": "tabs",\r\n\t"cards": [\r\n\t\t["q", "a"]\r\n\t]\r\n}' >tabs.json
  $ quaestor add tabs.json -q "Which river flows through Dresden, Magdeburg and Hamburg?" -a Elbe >/dev/null
  warning: rivers/which-river-flows-through-hamburg is much like it: Which river flows through Hamburg? (Elbe)
  $ cat -A tabs.json
  {^M$
  ^I"format": 1, "id": "tabs",^M$
  ^I"cards": [^M$
  ^I^I["q", "a"],^M$
  ^I^I{^M$
  ^I^I^I"id": "which-river-flows-through-dresden",^M$
  ^I^I^I"question": "Which river flows through Dresden, Magdeburg and Hamburg?",^M$
  ^I^I^I"answer": "Elbe"^M$
  ^I^I}^M$
  ^I]^M$
  } (no-eol)
  $ printf '{"format":1,"id":"tight","cards":[["q","a"]]}' >tight.json
  $ quaestor add tight.json -q r -a b
  added tight/r (tight.json:1)
  $ cat -A tight.json
  {"format":1,"id":"tight","cards":[["q","a"],{ "id": "r", "question": "r", "answer": "b" }]} (no-eol)

"edit" opens a card in your editor at its line, and checks the deck then.

  $ cat >editor <<END
  > #!/bin/sh
  > echo "editor: \$1 \${2##*/}"
  > sed -i "\$CHANGE" "\$2"
  > END
  $ chmod +x editor
  $ export EDITOR=./editor
  $ CHANGE='s/Tiber/Tevere/' quaestor edit rivers/which-river-flows-through-rome
  editor: +5 rivers.json
  $ quaestor try rivers/which-river-flows-through-rome tevere
   [ok] the same but for case
       answer     Tevere
       would be rated good: right
  $ cp rivers.json before.json
  $ CHANGE='s/"Danube"/null/' quaestor edit rivers/danube
  editor: +4 rivers.json
  rivers.json:4:78: error: "answer" must be a value, not null
      ":"Which river flows through Vienna?", "answer":null},
                                                      ^
  [1]
  $ CHANGE='s/null/"Danube"/' quaestor edit rivers
  editor: +4 rivers.json
  $ cmp before.json rivers.json
  $ CHANGE='$d' quaestor edit rivers
  editor: +1 rivers.json
  rivers.json:44:1: error: expected ',' or ']' after a list item, found the end of the file
  [1]
  $ CHANGE='$a\  ] }' quaestor edit rivers.json
  editor: +44 rivers.json
  $ cmp before.json rivers.json
  $ quaestor edit rivers/danub
  quaestor: no card 'rivers/danub'; did you mean 'rivers/danube'?
  [2]
  $ quaestor edit nowhere/danube
  quaestor: no card 'nowhere/danube': there is no deck 'nowhere'; `quaestor decks` lists them
  [2]
  $ quaestor edit nowhere
  quaestor: 'nowhere' is neither a card (DECK/CARD) nor a deck nor a file
  [2]
  $ EDITOR=no-such-editor quaestor edit rivers/danube
  quaestor: cannot start the editor 'no-such-editor'; set VISUAL or EDITOR to one that is installed
  [2]

With --set nothing is opened: one key of the card gets a value, and all else stays.

  $ quaestor edit rivers/danube --set 'answer=["Danube"]' --set 'hint="It ends in the Black Sea."' --set 'answer="Danube"'
  $ diff -U0 before.json rivers.json | tail -n +3
  @@ -4 +4 @@
  -    {"id":"danube", "question":"Which river flows through Vienna?", "answer":"Danube"},
  +    {"id":"danube", "question":"Which river flows through Vienna?", "answer":"Danube", "hint": "It ends in the Black Sea."},
  $ cp rivers.json before.json
  $ quaestor edit rivers/danube --set 'hint=no quotes'
  quaestor: --set:1:1: a word that is not true, false or null; put quotes around text
      no quotes
      ^
  [2]
  $ quaestor edit rivers/danube --set 'hnit="h"'
  quaestor: rivers.json:4:125: unknown key "hnit" in a card; did you mean "hint"?
      :"Danube", "hint": "It ends in the Black Sea.", "hnit": "h"},
                                                      ^
  [2]
  $ quaestor edit rivers/danube --set hint
  quaestor: --set takes KEY=JSON, not 'hint'
  [2]
  $ quaestor edit rivers --set 'hint="h"'
  quaestor: --set needs a card, as DECK/CARD
  [2]
  $ cmp before.json rivers.json
