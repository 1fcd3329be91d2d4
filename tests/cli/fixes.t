While studying, :fix (or the key x) notes what to mend in a card later.

  $ cat >deck.json <<END
  > { "format": 1, "id": "rome", "title": "Rome", "cards": [
  >   { "id": "loser", "question": "Who lost Rome?", "answer": "Bessas" },
  >   { "id": "year", "question": "In which year?", "answer": 546 } ] }
  > END
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q fixes
  nothing to mend
  $ ls p.db
  ls: cannot access 'p.db': No such file or directory
  [2]
  $ printf ':fix to whom?\nBessas\n:fix say which siege\n:fix\n\n' | q study rome/loser | grep -i 'fix\|note'
   > :fix to whom?
   Noted; `quaestor fixes` lists what to mend.
   : :fix say which siege
   Noted; `quaestor fixes` lists what to mend.
   : :fix
   Nothing noted; :fix TEXT notes what to mend later.
  $ q fixes
  deck.json:2: rome/loser: to whom?
  deck.json:2: rome/loser: say which siege
  $ q --json fixes | sed 's/[0-9a-f]\{32\}/DEVICE/g; s/\.[0-9]*+/+/g' | python3 -m json.tool
  {
      "fixes": [
          {
              "card": "rome/loser",
              "text": "to whom?",
              "time": "2026-11-20T08:00:00+00:00",
              "path": "deck.json",
              "line": 2,
              "event": "DEVICE:1"
          },
          {
              "card": "rome/loser",
              "text": "say which siege",
              "time": "2026-11-20T08:00:00+00:00",
              "path": "deck.json",
              "line": 2,
              "event": "DEVICE:2"
          }
      ]
  }
  $ q show rome/loser | tail -n 3
   file     deck.json:2
   to mend  to whom?
   to mend  say which siege

It is no answer: the card is asked as before.  Undo takes it back.

  $ q undo | sed 's/ at .*//'
  taken back: rome/loser, rated good
  $ q fixes
  deck.json:2: rome/loser: to whom?
  deck.json:2: rome/loser: say which siege
  $ q undo | sed 's/ at .*//'
  taken back: rome/loser, noted for mending
  $ q redo | sed 's/ at .*//'
  restored: rome/loser, noted for mending

Scripts note and mend, too.

  $ q fixes --add 'which calendar?' rome/year
  $ q fixes rome/year
  deck.json:3: rome/year: which calendar?
  $ q fixes --done rome/loser
  $ q fixes
  deck.json:3: rome/year: which calendar?
  $ q undo | sed 's/ at .*//'
  taken back: rome/loser, mended
  $ q fixes --done
  $ q fixes
  nothing to mend
  $ q fixes --add x
  quaestor: --add needs the card: DECK/CARD
  [2]
  $ q fixes --add ' ' rome/year
  quaestor: --add needs words that say what to mend
  [2]
  $ q fixes --add x rome
  quaestor: 'rome' is no card, but means 2; name one, as 'rome/loser'
  [2]
