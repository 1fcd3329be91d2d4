"check" also says what works and was probably not meant so.  Each rule has a code; nothing of it keeps
a card from being asked, and the exit status stays 0.

  $ cat >rome.json <<EOF
  > { "format": 1, "id": "rome", "language": "en", "cards": [
  >   ["Who took Rome in 546?", "Totila", { "accept": ["totila", "Badwila"] }],
  >   { "id": "again", "question": "Who took Rome in 546", "answer": "Alaric" },
  >   ["When and where did Totila die?", "at Caprae in 552"],
  >   ["How much gold did he demand?", "1,000 pounds", { "feedback": { "1000 lb": "Yes." } }],
  >   ["Rome was never taken.", false],
  >   ["Who defended the walls of Rome?", "Bessas",
  >     { "wrong": ["Totila", "none of these"], "hint": "Old, and not Totila, but Bessas " }] ] }
  > EOF
  $ quaestor check rome.json
  rome.json:2:52: note: "totila" is right already, as another way to write "Totila"; leave it out [idle-accept]
      "Who took Rome in 546?", "Totila", { "accept": ["totila", "Badwila"] }],
                                                      ^
  rome.json:3:32: warning: the card in line 2 asks the same and expects another answer; say in both questions which is meant, or give each answer the other under "accept" [two-answers]
        { "id": "again", "question": "Who took Rome in 546", "answer": "Alaric
                                     ^
  rome.json:4:4: warning: two questions in one card: whoever knows only one cannot say so; make two cards [two-questions]
        ["When and where did Totila die?", "at Caprae in 552"],
         ^
  rome.json:5:4: warning: nothing in the question says what "he" means, and other cards come in between; name it [vague]
        ["How much gold did he demand?", "1,000 pounds", { "feedback": { "1000
         ^
  rome.json:5:68: warning: what is said to "1000 lb" is never shown: the judge takes it for right [idle-feedback]
      id he demand?", "1,000 pounds", { "feedback": { "1000 lb": "Yes." } }],
                                                      ^
  rome.json:6:29: warning: whoever is wrong here learns only that it is not so; say in a "note" what is [bare-no]
        ["Rome was never taken.", false],
                                  ^
  rome.json:8:27: warning: "none of these" speaks of the choices, which stand in another order each time; make "answer" an array of all that apply [choice-all]
          { "wrong": ["Totila", "none of these"], "hint": "Old, and not Totila
                                ^
  rome.json:8:53: note: the text ends with a space; drop it [outer-space]
      { "wrong": ["Totila", "none of these"], "hint": "Old, and not Totila, bu
                                                      ^
  rome.json:8:53: warning: the hint contains the answer "Bessas"; leave something to recall [hint]
      { "wrong": ["Totila", "none of these"], "hint": "Old, and not Totila, bu
                                                      ^
  1 file, 6 cards: 0 errors, 7 warnings
  $ quaestor list rome.json | wc -l
  6

"allow" silences what is meant so, in a card or in "defaults".

  $ sed -i '1s/"cards"/"defaults": { "allow": ["two-answers", "idle-accept", "bare-no", "choice-all"] }, "cards"/' rome.json
  $ quaestor check rome.json | grep -o '\[[a-z-]*\]$'
  [two-questions]
  [vague]
  [idle-feedback]
  [outer-space]
  [hint]

For programs the codes stand apart.

  $ quaestor --json check rome.json | python3 -m json.tool | head -n 11
  {
      "files": 1,
      "cards": 6,
      "problems": [
          {
              "file": "rome.json",
              "line": 4,
              "column": 4,
              "level": "warning",
              "code": "two-questions",
              "message": "two questions in one card: whoever knows only one cannot say so; make two cards"

The rules stay silent about good decks, whatever they teach.

  $ quaestor check "$ROOT"/tests/decks/subjects
  5 files, 84 cards: 0 errors, 0 warnings
  $ quaestor check "$ROOT/decks" | sed "s/.*cards: //"
  0 errors, 0 warnings

Where there is progress it is asked too: a card with answers should have an id, and an id should not
go to another fact.

  $ cat >dated.json <<EOF
  > { "format": 1, "id": "dated", "cards": [
  >   ["Who built the great church?", "Justinian"],
  >   { "id": "fall", "question": "Who took Rome in 546?", "answer": "Totila" },
  >   { "id": "loss", "question": "Who lost Rome in 546?", "answer": "Bessas" } ] }
  > EOF
  $ export QUAESTOR_PROGRESS=progress.db
  $ quaestor check dated.json
  1 file, 3 cards: 0 errors, 0 warnings
  $ ls
  dated.json
  rome.json
  $ for card in fall loss; do quaestor --decks dated.json answer dated/$card --typed Totila >/dev/null; done
  $ church=$(quaestor --json --decks dated.json list text:church | sed 's/.*"card":"\([^"]*\)".*/\1/')
  $ quaestor --decks dated.json answer "$church" --typed Justinian >/dev/null
  $ quaestor check dated.json | cut -c 1-79
  dated.json:2:3: note: 1 card was answered and has no "id": another wording woul
        ["Who built the great church?", "Justinian"],
        ^
  1 file, 3 cards: 0 errors, 0 warnings
  $ sed -i 's/Who took Rome in 546?/Who built the walls of Daras?/; s/Totila/Anastasius/' dated.json
  $ quaestor check dated.json
  dated.json:2:3: note: 1 card was answered and has no "id": another wording would look like another card; `quaestor fmt --ids` writes ids [no-id]
        ["Who built the great church?", "Justinian"],
        ^
  dated.json:3:11: warning: "Totila" was the right answer to "dated/fall" once, and is wrong now; another fact needs another id, a corrected one `quaestor reset dated/fall` [id-reused]
        { "id": "fall", "question": "Who built the walls of Daras?", "answer":
                ^
  1 file, 3 cards: 0 errors, 1 warning

A card learnt anew is another matter, until that is taken back.

  $ quaestor --decks dated.json reset dated/fall
  1 card new again; `quaestor undo` restores
  $ quaestor check dated.json | grep -c id-reused
  0
  [1]
  $ quaestor undo >/dev/null
  $ quaestor check dated.json | grep -c id-reused
  1

Progress that cannot be read keeps nobody from checking decks.

  $ echo broken >torn.db
  $ QUAESTOR_PROGRESS=torn.db quaestor check dated.json
  note: your answers were not looked at: './torn.db' is not a progress file; name another with --progress
  1 file, 3 cards: 0 errors, 0 warnings
