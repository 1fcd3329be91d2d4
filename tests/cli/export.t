Cards and answers for other programs.

  $ cat >rome.json <<'END'
  > { "format": 1, "id": "rome", "title": "Rome, 546", "language": "en",
  >   "documents": { "goths": { "title": "The Gothic War" } },
  >   "spellings": [["Totila", "Baduila"]],
  >   "defaults": { "tags": ["goths"], "allow": "no-source" },
  >   "cards": [
  >     { "answer": "Bessas", "question": "Who lost Rome?", "id": "loser", "accept": ["Bessa", "the one; that one"],
  >       "feedback": { "Totila": "He took it." }, "source": "The siege", "note": "In <546>." },
  >     { "id": "year", "question": "When?", "answer": 546, "unit": "AD", "tolerance": 1, "hint": "Mid-century, \"late\"" },
  >     { "id": "lost", "question": "It was lost.", "answer": true },
  >     { "id": "gates", "question": ["Which gates?", "Name them."], "answer": ["Asinaria", ["Pia", "Nomentana"]], "ordered": true },
  >     { "id": "bird", "question": "Which one is a bird?", "answer": "ostrich", "wrong": ["bat", "flying fish"], "tags": ["off topic"] },
  >     { "id": "two", "question": "Which are prime?", "answer": ["2", "31"], "wrong": ["1"] },
  >     { "id": "who", "question": "Who led whom?", "pairs": [["Totila", "Goths"], ["Bessas", "Romans"]] },
  >     { "id": "gap", "cloze": "{{Bessas}} sold {{c1::grain::food}} and {{c1::hope}}." },
  >     { "id": "word", "question": "murus", "answer": "wall", "reverse": true },
  >     { "id": "parked", "question": "Never?", "answer": "asked", "disabled": true } ] }
  > END
  $ q() { quaestor --decks rome.json --progress p.db --now "${NOW:-2026-11-20T08:00:00Z}" "$@"; }

A table has a row for each side that is asked; several values in a cell stand between semicolons.  What a table cannot hold is counted.

  $ q export
  11 cards: 3 gaps and reverse sides are cards of their own; 1 card loses its feedback; 1 deck loses its spellings; --to json keeps all
  card,question,answer,accept,tags,source,kind,wrong,hint,note
  rome/loser,Who lost Rome?,Bessas,Bessa; the one\; that one,goths,The siege,text,,,In <546>.
  rome/year,When?,546 AD ± 1,,goths,,number,,"Mid-century, ""late""",
  rome/lost,It was lost.,true,,goths,,boolean,,,
  rome/gates,"Which gates?
  Name them.",Asinaria; Pia | Nomentana,,goths,,sequence,,,
  rome/bird,Which one is a bird?,ostrich,,goths; off topic,,choice,bat; flying fish,,
  rome/two,Which are prime?,2; 31,,goths,,choices,1,,
  rome/who,Who led whom?,Totila = Goths; Bessas = Romans,,goths,,pairs,,,
  "rome/gap#bessas",[...] sold grain and hope.,Bessas,,goths,,cloze,,,
  "rome/gap#c1",Bessas sold [...] and [...].,grain; hope,,goths,,sequence,,food,
  rome/word,murus,wall,,goths,,text,,,
  "rome/word#reverse",wall,murus,,goths,,text,,,
  $ q export --to tsv rome/word rome/loser -o some.tsv
  3 cards: 1 gap or reverse side is a card of its own; 1 card loses its feedback; 1 deck loses its spellings; --to json keeps all
  $ cat some.tsv
  card\tquestion\tanswer\taccept\ttags\tsource\tkind\twrong\thint\tnote (esc)
  rome/loser\tWho lost Rome?\tBessas\tBessa; the one\\; that one\tgoths\tThe siege\ttext\t\t\tIn <546>. (esc)
  rome/word\tmurus\twall\t\tgoths\t\ttext\t\t\t (esc)
  "rome/word#reverse"\twall\tmurus\t\tgoths\t\ttext\t\t\t (esc)

Anki reads the notes on its own; the columns behind the tags are for import.

  $ q export --to anki rome/loser rome/gates rome/bird
  3 cards: 1 card loses its feedback; 1 tag has "_" for a blank; 1 deck loses its spellings; --to json keeps all
  #separator:tab
  #html:true
  #notetype:Basic
  #guid column:1
  #tags column:4
  #deck column:5
  #quaestor:1
  #columns:guid\tFront\tBack\ttags\tdeck\tquestion\tanswer\tkind\taccept\twrong\tsource\thint\tnote (esc)
  rome/loser\tWho lost Rome?\t"Bessas<br>(also: Bessa; the one\\; that one)<br><br>In &lt;546&gt;.<br>(The Gothic War, ""The siege"")"\tgoths\tRome, 546\tWho lost Rome?\tBessas\ttext\tBessa; the one\\; that one\t\tThe siege\t\tIn &lt;546&gt;. (esc)
  rome/gates\tWhich gates?<br>Name them.\tAsinaria; Pia\tgoths\tRome, 546\tWhich gates?<br>Name them.\tAsinaria; Pia | Nomentana\tsequence\t\t\t\t\t (esc)
  rome/bird\tWhich one is a bird?<br>- bat<br>- flying fish<br>- ostrich\tostrich\tgoths off_topic\tRome, 546\tWhich one is a bird?\tostrich\tchoice\t\tbat; flying fish\t\t\t (esc)
  $ q export --to anki -o rome.txt
  11 cards: 3 gaps and reverse sides are cards of their own; 1 card loses its feedback; 1 tag has "_" for a blank; 1 deck loses its spellings; --to json keeps all

Both come back with the same questions, answers, other right answers and tags, but for what was told above, and two gaps asked together, which
are a sequence then.

  $ q export -o rome.csv
  11 cards: 3 gaps and reverse sides are cards of their own; 1 card loses its feedback; 1 deck loses its spellings; --to json keeps all
  $ quaestor import rome.csv -o rome2.json --id rome
  rome.csv: some texts look like HTML; --html makes text of them
  11 cards from 11 notes
  $ quaestor import rome.txt -o rome3.json --id rome --title x
  11 cards from 11 notes
  $ quaestor check rome2.json
  1 file, 11 cards: 0 errors, 0 warnings
  $ quaestor check rome3.json
  1 file, 11 cards: 0 errors, 0 warnings
  $ facts() { quaestor --decks "$1" list --json | tr '#' . | sed 's/"source":[^]]*]/"source":[]/g; s/"kind":"[^"]*"/"kind"/g; s/},{/\n/g'; }
  $ facts rome.json >1; facts rome2.json >2; facts rome3.json >3
  $ diff 1 2 | grep '^[0-9<]'
  9c9
  < "card":"rome/gap.c1","kind","question":"Bessas sold [...] and [...].","answer":"grain; hope","tags":["goths"],"source":[],"state":"new","flags":[],"due":null
  $ diff 2 3 | grep '^[0-9<]'
  5c5
  < "card":"rome/bird","kind","question":"Which one is a bird?","answer":"ostrich","tags":["goths","off topic"],"source":[],"state":"new","flags":[],"due":null

As a deck, nothing is lost; the notes stand in their usual order, and so do their keys.

  $ q export --to json rome/loser rome/word
  3 cards
  {
    "format": 1,
    "id": "rome",
    "title": "Rome, 546",
    "language": "en",
    "documents": { "goths": { "title": "The Gothic War" } },
    "spellings": [["Totila", "Baduila"]],
    "defaults": { "tags": ["goths"], "allow": "no-source" },
    "cards": [
      {
        "id": "loser",
        "question": "Who lost Rome?",
        "answer": "Bessas",
        "accept": ["Bessa", "the one; that one"],
        "feedback": { "Totila": "He took it." },
        "note": "In <546>.",
        "source": "The siege"
      },
      { "id": "word", "question": "murus", "answer": "wall", "reverse": true }
    ]
  }
  $ q export --to json | grep -c parked
  11 cards
  1
  $ q export --to json >whole.json 2>/dev/null; quaestor check whole.json
  1 file, 12 cards: 0 errors, 0 warnings

A file that is there is never written over; cards of several decks are not one deck.

  $ q export -o rome.csv
  quaestor: 'rome.csv' is there already; name a file that is not
  [2]
  $ echo '{ "format": 1, "id": "other", "cards": [["a", "b"]] }' >other.json
  $ quaestor --decks rome.json --decks other.json export --to json
  quaestor: cards of 'other' and 'rome' cannot be one deck; name one of them, or take --to csv
  [2]
  $ q export --to xls
  quaestor: --to takes csv, tsv, anki or json, not 'xls'
  [2]
  $ q export nowhere
  quaestor: no deck or card 'nowhere'; `quaestor decks` shows what there is
  [2]
  $ q export is:leech
  0 cards
  card,question,answer,accept,tags,source,kind,wrong,hint,note

The answers, as `optimize --reviews` reads them: card, time, rating, the state before, and how long it took, in ms.  What was undone, and what was before a reset, does
not count.

  $ q answer rome/loser --typed Bessas >answers
  $ q answer rome/year --rating again >>answers
  $ q undo >>answers
  $ q answer rome/lost --rating hard >>answers
  $ q reset rome/lost >>answers
  $ NOW=2026-11-20T08:10:00Z q answer rome/loser --rating easy >>answers
  $ NOW=2026-11-27T08:00:00Z q answer rome/loser --rating again >>answers
  $ NOW=2026-11-27T08:10:00Z q answer rome/loser --rating good >>answers
  $ q export --history
  card_id,review_time,review_rating,review_state,review_duration
  rome/loser,1795161600000,3,0,0
  rome/loser,1795162200000,4,1,0
  rome/loser,1795766400000,1,2,0
  rome/loser,1795767000000,3,3,0
  $ q export --history rome/year
  card_id,review_time,review_rating,review_state,review_duration

Cards that no deck has any more are there too, and earlier names are today's.

  $ sed -i 's/"id": "loser"/"id": "commander", "was": "loser"/' rome.json
  $ q export --history rome/commander | head -n 2
  card_id,review_time,review_rating,review_state,review_duration
  rome/commander,1795161600000,3,0,0
  $ quaestor --decks other.json --progress p.db export --history | cut -d , -f 1 | uniq
  card_id
  rome/loser

Every event, with all that is kept of it:

  $ q export --history --to jsonl -o events.jsonl
  $ wc -l <events.jsonl
  8
  $ q export --history --to jsonl rome/year | sed 's/"device":"[0-9a-f]*"/"device":"..."/g; s/"crc":"[0-9a-f]*"/"crc":"..."/'
  {"device":"...","seq":2,"hlc":1795161600001,"at_ms":1795161600000,"offset_min":0,"at":"2026-11-20T08:00:00.000+00:00","day":"2026-11-20","kind":"review","card":"rome/year","payload":{"rating":"again","phase":"learning","step":0,"due":1795161660000,"due_day":20777,"ms":0},"crc":"..."}
  {"device":"...","seq":3,"hlc":1795161600002,"at_ms":1795161600000,"offset_min":0,"at":"2026-11-20T08:00:00.000+00:00","day":"2026-11-20","kind":"undo","card":"rome/year","payload":{"device":"...","seq":2,"redo":false},"crc":"..."}
  $ q export --history --to anki
  quaestor: --history --to takes csv or jsonl, not 'anki'
  [2]

Spellings that count since the learner said so, for the author of the deck:

  $ cat >aliases.json <<EOF
  > { "format": 1, "id": "goths", "cards": [
  >   { "id": "king", "question": "Which king?", "answer": "Totila", "accept": ["Baduila"] },
  >   ["Who lost Rome?", "Bessas"],
  >   { "id": "year", "question": "When?", "answer": 546, "reverse": true },
  >   { "id": "gap", "cloze": "{{Narses}} won with {{n}}.", "gaps": { "n": { "text": "Lombards" } } } ] }
  > EOF
  $ g() { quaestor --decks aliases.json --progress goths.db --now 2026-11-20T10:00:00Z "$@"; }
  $ g export --aliases
  []
  $ g answer goths/king --typed 'Baduila rex' --remember
   [ok] also accepted
       answer     Totila
  good; due again in 10m
  $ for typed in 'the Thracian' 'the commander' 'the Thracian'; do
  >   g answer "$(g --json list | grep -o 'goths/~[0-9a-f]*')" --typed "$typed" --remember >/dev/null
  > done
  $ g answer goths/year --typed 'year of the siege' --remember >/dev/null
  $ g answer 'goths/gap#n' --typed 'men of Alboin' --remember >/dev/null
  $ g export --aliases -o patch.json
  $ python3 -c '
  > import json
  > for operation in json.load(open("patch.json")):
  >   print(operation["op"], operation["path"], operation["value"])'
  add /cards/0/accept/- Baduila rex
  add /cards/1/2 {}
  add /cards/1/2/accept ['the Thracian', 'the commander']
  add /cards/2/accept ['year of the siege']
  add /cards/3/gaps/n/accept ['men of Alboin']
  $ g export --aliases goths/king
  [
    {"op":"add","path":"/cards/0/accept/-","value":"Baduila rex"}
  ]
  $ g undo
  taken back: goths/gap#n, rated good at 2026-11-20 10:00
  $ g undo
  taken back: goths/gap#n, taught "men of Alboin" at 2026-11-20 10:00
  $ g export --aliases 'goths/gap'
  []
  $ g answer goths/king --rating good --remember
  quaestor: --remember takes one text that was typed, for a card that asks for one
  [2]
  $ g export --aliases --history
  quaestor: --aliases stands alone: it writes a JSON Patch
  [2]
