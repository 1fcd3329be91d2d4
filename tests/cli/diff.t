"diff" compares two versions of a deck, card by card, and says what becomes of the progress.

  $ cat >old.json <<END
  > { "format": 1, "id": "rome", "title": "Rome", "cards": [
  >   { "id": "first", "question": "First emperor?", "answer": "Augustus" },
  >   ["Who lost Rome?", "Bessas"],
  >   ["Who took Rome in 546, after a long siege?", "Totila"],
  >   { "id": "gone", "question": "Gone?", "answer": "yes" },
  >   { "id": "city", "cloze": "{{Rome}} lies on the {{Tiber}}." },
  >   { "id": "walls", "question": "Whose walls?", "answer": "Aurelian" },
  >   { "id": "year", "question": "Which year?", "answer": 546, "tags": ["x"] },
  >   { "id": "port", "question": "Which port had the city of Rome?", "answer": "Ostia" } ] }
  > END
  $ cat >new.json <<END
  > { "format": 1, "id": "rome", "title": "Rome and more", "cards": [
  >   { "id": "walls", "question": "Whose walls?", "answer": "Aurelian" },
  >   { "answer": "Augustus Caesar", "question": "Who was the first emperor?", "id": "first" },
  >   ["Who lost Rome?", "Bessas", { "id": "loser" }],
  >   ["Who took Rome in 546, after a siege of a year?", "Totila"],
  >   { "id": "city", "cloze": "{{Rome}} lies on the {{river Tiber}}." },
  >   { "id": "year", "question": "Which year?", "answer": 546, "tags": ["y"], "hint": "a siege" },
  >   { "id": "harbour", "question": "Which port had the city of Rome?", "answer": "Ostia" },
  >   { "id": "new", "question": "New?", "answer": "yes" } ] }
  > END
  $ quaestor diff old.json new.json
  the deck: changed
    - title: "Rome"
    + title: "Rome and more"
  rome/walls: moved; history kept
  rome/first: reworded, answer; history kept
    - question: "First emperor?"
    + question: "Who was the first emperor?"
    - answer: "Augustus"
    + answer: "Augustus Caesar"
  rome/loser: renamed; whether its history stays is asked once
    + id: "loser"
  rome/~b2c4def8: reworded; whether its history stays is asked once
    - question: "Who took Rome in 546, after a long siege?"
    + question: "Who took Rome in 546, after a siege of a year?"
  rome/gone: removed; history orphaned
    - question: "Gone?"
    - answer: "yes"
  rome/city: reworded; history kept; orphaned: #tiber
    - cloze: "{{Rome}} lies on the {{Tiber}}."
    + cloze: "{{Rome}} lies on the {{river Tiber}}."
  rome/year: changed; history kept
    + hint: "a siege"
    - tags: ["x"]
    + tags: ["y"]
  rome/harbour: renamed; history orphaned
    - id: "port"
    + id: "harbour"
    to keep it: "was": "rome/port"
  rome/new: added
    + question: "New?"
    + answer: "yes"
  [1]
  $ quaestor diff old.json old.json
  $ quaestor --json diff old.json new.json | python3 -m json.tool | head -n 32
  {
      "deck": [
          "title"
      ],
      "cards": [
          {
              "old": "rome/walls",
              "new": "rome/walls",
              "changes": [
                  "moved"
              ],
              "history": "kept",
              "keys": [],
              "gone": []
          },
          {
              "old": "rome/first",
              "new": "rome/first",
              "changes": [
                  "reworded",
                  "answer"
              ],
              "history": "kept",
              "keys": [
                  "question",
                  "answer"
              ],
              "gone": []
          },
          {
              "old": "rome/~31cdcf3e",
              "new": "rome/loser",

Layout, order of keys and the compact form are no differences; "was" keeps the progress.

  $ sed 's/"id": "loser"/"id": "loser", "was": "~31cdcf3e"/' new.json >was.json
  $ quaestor diff old.json was.json | grep loser
  rome/loser: changed, renamed; history kept
    + id: "loser"
  $ quaestor fmt - <old.json | quaestor diff old.json -
  $ sed 's/"id": "rome"/"id": "roma"/' old.json | quaestor diff old.json - | head -n 6
  the deck: changed
    - id: "rome"
    + id: "roma"
  roma/first: the same; history orphaned
    to keep it: "was": "rome/first"
  roma/~31cdcf3e: the same; history orphaned

As text a deck is a paragraph a card, for programs that compare line by line.

  $ quaestor diff --text was.json | head -n 20
  rome
    format: 1
    id: "rome"
    title: "Rome and more"
  
  rome/walls
    id: "walls"
    question: "Whose walls?"
    answer: "Aurelian"
  
  rome/first
    answer: "Augustus Caesar"
    question: "Who was the first emperor?"
    id: "first"
  
  rome/loser
    question: "Who lost Rome?"
    answer: "Bessas"
    id: "loser"
    was: "~31cdcf3e"

git shows cards instead of lines with it.

  $ git init -q . && git config diff.quaestor.textconv "quaestor diff --text"
  $ echo '*.json diff=quaestor' >.gitattributes
  $ cp old.json deck.json && git add deck.json && cp new.json deck.json
  $ git diff deck.json | grep '^[-+] .*546'
  -  question: "Who took Rome in 546, after a long siege?"
  +  question: "Who took Rome in 546, after a siege of a year?"
  $ git show :deck.json | quaestor diff - deck.json | grep ': added'
  rome/new: added
  $ quaestor diff :deck.json deck.json | grep ': added'
  rome/new: added
  $ quaestor diff deck.json :deck.json | grep ': removed'
  rome/new: removed; history orphaned
  $ quaestor diff HEAD:deck.json deck.json 2>&1 | tail -n 1
  quaestor: cannot read 'HEAD:deck.json': it is no file, and git shows no such revision of one

What cannot be compared is said.

  $ quaestor diff old.json
  quaestor: diff takes two decks: OLD NEW
  [2]
  $ quaestor diff --text old.json new.json
  quaestor: --text takes one deck
  [2]
  $ quaestor diff old.json nowhere.json
  quaestor: cannot open 'nowhere.json': No such file or directory
  [3]
  $ sed 's/"answer": 546/"answer": null/' old.json >bad.json
  $ quaestor diff old.json bad.json
  note: bad.json: cards with errors are passed over: 1
  rome/year: removed; history orphaned
    - question: "Which year?"
    - answer: 546
  [1]
