"check" names every problem of every file in one run, each with its place and its code.

  $ cat >good.json <<EOF
  > { "format": 1, "id": "good", "title": "Good", "cards": [
  >   ["First emperor?", "Augustus"],
  >   { "question": "The sky?", "answer": "blue", "reverse": true } ] }
  > EOF
  $ cat >bad.json <<EOF
  > { "format": 1, "id": "bad", "title": "Bad", "cards": [
  >   { "id": "one", "question": "No answer?" },
  >   { "id": "two", "question": "Q", "answer": "A", "hnit": "H" },
  >   ["Fine?", "Yes"],
  >   { "id": "three", "question": "Once?", "answer": "A" },
  >   { "id": "three", "question": "Again?", "answer": "A" } ] }
  > EOF
  $ quaestor check good.json
  1 file, 3 cards: 0 errors, 0 warnings
  $ quaestor check bad.json
  bad.json:2:3: error: card has no "answer"; write one, or "pairs", or "cloze" [missing]
        { "id": "one", "question": "No answer?" },
        ^
  bad.json:3:50: error: unknown key "hnit" in a card; did you mean "hint"? [unknown-key]
       { "id": "two", "question": "Q", "answer": "A", "hnit": "H" },
                                                      ^
  bad.json:6:11: error: the id "three" is taken by the card in line 5; choose another [duplicate-id]
        { "id": "three", "question": "Again?", "answer": "A" } ] }
                ^
  1 file, 2 cards: 3 errors, 0 warnings
  [1]

For programs the same as JSON.

  $ quaestor --json check good.json
  {"files":1,"cards":3,"problems":[]}
  $ quaestor --json check bad.json | python3 -m json.tool
  {
      "files": 1,
      "cards": 2,
      "problems": [
          {
              "file": "bad.json",
              "line": 2,
              "column": 3,
              "level": "error",
              "code": "missing",
              "message": "card has no \"answer\"; write one, or \"pairs\", or \"cloze\""
          },
          {
              "file": "bad.json",
              "line": 3,
              "column": 50,
              "level": "error",
              "code": "unknown-key",
              "message": "unknown key \"hnit\" in a card; did you mean \"hint\"?"
          },
          {
              "file": "bad.json",
              "line": 6,
              "column": 11,
              "level": "error",
              "code": "duplicate-id",
              "message": "the id \"three\" is taken by the card in line 5; choose another"
          }
      ]
  }

  $ quaestor --json check bad.json >/dev/null
  [1]

Several paths, and folders, are checked together.  A note is no fault.

  $ mkdir folder
  $ mv good.json folder/
  $ echo '{}' >folder/other.json
  $ quaestor check folder
  folder/other.json:1:1: note: not a deck: it has no "format": 1 [not-a-deck]
      {}
      ^
  1 file, 3 cards: 0 errors, 0 warnings
  $ quaestor check folder bad.json | tail -n 1
  2 files, 5 cards: 3 errors, 0 warnings
  $ quaestor --json check folder | python3 -m json.tool
  {
      "files": 1,
      "cards": 3,
      "problems": [
          {
              "file": "folder/other.json",
              "line": 1,
              "column": 1,
              "level": "note",
              "code": "not-a-deck",
              "message": "not a deck: it has no \"format\": 1"
          }
      ]
  }

Without a path the decks are checked that would be studied.

  $ quaestor --decks folder check | tail -n 1
  1 file, 3 cards: 0 errors, 0 warnings
  $ QUAESTOR_DECKS=bad.json quaestor check | tail -n 1
  1 file, 2 cards: 3 errors, 0 warnings

What is not JSON cannot be used at all, but "check" did its work.

  $ echo '{ "format": 1, "id": "torn"' >torn.json
  $ quaestor check torn.json
  torn.json:2:1: error: expected ',' or '}' after a value, found the end of the file [json]
  1 file, 0 cards: 1 error, 0 warnings
  [1]

Paths that are not there are a failure, whatever else was checked.

  $ quaestor check nowhere.json
  0 files, 0 cards: 0 errors, 0 warnings
  quaestor: no file or folder 'nowhere.json'
  [3]

  $ quaestor --json check folder nowhere.json >/dev/null
  quaestor: no file or folder 'nowhere.json'
  [3]

  $ cat folder/good.json | quaestor check /dev/stdin
  0 files, 0 cards: 0 errors, 0 warnings
  quaestor: '/dev/stdin' is neither a file nor a folder
  [3]

Without any deck it says so, too.

  $ quaestor check 2>&1 | sed "s|$HOME|HOME|; s|; samples are in .*||"
  note: no decks found; put deck files into 'HOME/.local/share/quaestor/decks', or name some with --decks PATH
  0 files, 0 cards: 0 errors, 0 warnings

"check" makes no file.

  $ ls -A $HOME

The decks that come along have no errors.

  $ quaestor check "$ROOT/decks" >printed
  $ tail -n 1 printed | grep -o ' 0 errors'
   0 errors
