Nothing that comes out of a deck, a file name or a keyboard reaches the terminal as anything but text.
Every control character is shown by its name.

  $ mkdir decks
  $ python3 - <<'EOF'
  > import json
  > evil = "\x1b]0;pwned\x07\x1b[2J\x9b31m\x7f\u202e\u2028\r\b"
  > deck = {
  >     "format": 1, "id": "evil", "title": "T" + evil,
  >     "documents": {"doc": {"title": "D" + evil, "author": "A" + evil, "url": "U" + evil}},
  >     "cards": [
  >         {"id": "text", "question": "Q" + evil, "answer": "A" + evil, "hint": "H" + evil,
  >          "note": ["N" + evil], "tags": ["t" + evil], "image": "i" + evil, "audio": "a" + evil,
  >          "source": {"document": "doc", "at": "P" + evil}, "feedback": {"no": "F" + evil}},
  >         {"id": "choice", "question": "C" + evil, "answer": "R" + evil, "wrong": ["W" + evil]},
  >         {"id": "pairs", "question": "P" + evil, "pairs": [["l" + evil, "r" + evil], ["m", "s"]]},
  >         {"id": "cloze", "cloze": "G" + evil + " {{c1::hidden" + evil + "::hint" + evil + "}}"},
  >         {"id": "list", "question": "L" + evil, "answer": ["x" + evil, "y" + evil, "half"]},
  >         {"id": "number", "question": "N" + evil, "answer": 5, "unit": "u" + evil},
  >         {"id": "self", "question": "S" + evil, "answer": "B" + evil, "grading": "self"},
  >         ["No id" + evil, "Z" + evil]]}
  > json.dump(deck, open("decks/evil.json", "w"))
  > open("decks/raw.json", "w").write('{ "format": 1, "id": "raw\x1b[2J" }')
  > open("decks/\x1b[2Jname.json", "w").write('{ "format": 1, "id": "part", "cards": [["Q\\u001b[2J"]] }')
  > EOF
  $ q() { quaestor --decks decks --progress p.db --now 2026-11-20T08:00:00Z "$@" 2>&1; }

How it looks: one card, and the files that have problems.

  $ q show evil/text
  decks/raw.json:1:26: error: control character 0x1B inside a string; write \u001B
  decks/^[[2Jname.json: 1 card was left out because of errors; `quaestor check` shows them
  evil/text
  
   Q^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H
   [image i^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H]
   [audio a^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H]
  
   answer   A^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H
   hint     H^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H
   N^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H
   (D^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H,
   "P^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H")
  
   tags     t^[]0;pwned^G^[[2J<U+009B>31m^?<U+202E><U+2028>^M^H
   state    new
   file     decks/evil.json:1

All commands, with all cards, right and wrong answers, typed and shown: there is no control character in
what they print but the line break, and no character that turns the direction of writing.

  $ evil=$(printf '\033]0;pwned\007\033[2J\302\23331m\177\342\200\256\342\200\250\r\b\377')
  $ everything() {
  >   q; q due; q due --json; q decks; q decks --json; q list; q list --json; q next; q next --json
  >   q check; q check --json; q check "$evil"; q list "$evil"; q list "is:$evil" "tag:$evil" "text:$evil"
  >   q config; q config "$evil"; q config new-per-day "$evil"; q "$evil"; q "--$evil"; q due "$evil"
  >   q due --now "$evil"; q due --color "$evil"; q due --seed "$evil"; q due --config "$evil"
  >   q list --decks "$evil"; q due --progress "$evil"; q answer evil/text --rating "$evil"
  >   for card in text choice pairs 'cloze#c1' list number self; do
  >     for typed in no "$evil" '' half '5 kg'; do
  >       q try "evil/$card" "$typed"; q try "evil/$card" "$typed" --json
  >       q answer "evil/$card" --typed "$typed"; q answer "evil/$card" --typed "$typed" --json
  >       printf "$typed\n1\n:hint\n:what$typed\n:q\n" | q study "evil/$card"
  >       printf "no$typed\n$typed\nq\n" | q study "evil/$card"
  >     done
  >     q show "evil/$card"; q show "evil/$card" --json; q why "evil/$card"; q why "evil/$card" --json
  >     q undo; q undo --json; q redo; q redo --json
  >   done
  > }
  $ everything >printed
  $ LC_ALL=C grep -c '[[:cntrl:]]' printed
  0
  [1]

  $ python3 - <<'EOF'
  > import unicodedata
  > printed = open("printed", encoding="utf-8").read()
  > print(sorted({c for c in printed if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")}))
  > print(printed.count("\n") > 500, "^[[2J" in printed, "<U+202E>" in printed, "<FF>" in printed)
  > EOF
  ['\n']
  True True True True
