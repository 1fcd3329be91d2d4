Decks are read from files and folders, folders with everything below them.

  $ mkdir -p decks/history decks/.hidden
  $ cat >decks/colours.json <<EOF
  > { "format": 1, "id": "colours", "title": "Colours", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue", "reverse": true },
  >   { "id": "grass", "question": "Grass?", "answer": "green" },
  >   { "id": "coal", "question": "Coal?", "answer": "black", "disabled": true },
  >   { "id": "flag", "cloze": "The flag is {{blue}} and {{yellow}}." } ] }
  > EOF
  $ cat >decks/history/rome.json <<EOF
  > { "format": 1, "id": "rome", "title": "Rome", "cards": [["First emperor?", "Augustus"]] }
  > EOF
  $ cp decks/colours.json decks/.hidden/
  $ echo '{ "name": "package" }' >decks/package.json
  $ echo 'no deck' >decks/README.txt

What is hidden is not looked at, and a .json without "format" is none of ours.  "cards" counts
what is asked: both directions, each gap, nothing that is disabled; "notes" counts what stands
in the file.

  $ quaestor --decks decks decks
  colours     5 cards  Colours
  rome        1 card   Rome
  $ quaestor --decks decks --json decks | python3 -m json.tool
  {
      "decks": [
          {
              "id": "colours",
              "title": "Colours",
              "path": "decks/colours.json",
              "cards": 5,
              "notes": 4,
              "problems": 0
          },
          {
              "id": "rome",
              "title": "Rome",
              "path": "decks/history/rome.json",
              "cards": 1,
              "notes": 1,
              "problems": 0
          }
      ]
  }

A single file is a deck, too, and --decks may be repeated.

  $ quaestor --decks decks/history/rome.json decks
  rome     1 card   Rome
  $ quaestor --decks decks/history --decks decks/colours.json decks
  colours     5 cards  Colours
  rome        1 card   Rome

A file that is named must be a deck, and must be there.

  $ quaestor --decks decks/package.json decks
  decks/package.json:1:1: error: not a deck: it has no "format": 1
  quaestor: none of the decks can be used; mend them, or name others with --decks
  [3]

  $ quaestor --decks nowhere decks
  error: cannot open 'nowhere': No such file or directory
  quaestor: none of the decks can be used; mend them, or name others with --decks
  [3]

  $ quaestor --decks nowhere --decks decks/history decks
  error: cannot open 'nowhere': No such file or directory
  rome     1 card   Rome

Two decks cannot have the same id; both files are named, and the first counts.

  $ cp decks/history/rome.json second.json
  $ quaestor --decks decks/history --decks second.json decks
  second.json: error: the deck id "rome" is that of 'decks/history/rome.json' already; change one of them
  rome     1 card   Rome
