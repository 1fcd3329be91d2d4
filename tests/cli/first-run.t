With no deck anywhere the program says what to do.

  $ without_home() { sed "s|$HOME|HOME|; s|; samples are in .*||"; }
  $ quaestor 2>&1 | without_home
  quaestor: no decks found; put deck files into 'HOME/.local/share/quaestor/decks', or name some with --decks PATH
  $ quaestor >/dev/null 2>&1
  [2]

  $ quaestor study 2>&1 | without_home
  quaestor: no decks found; put deck files into 'HOME/.local/share/quaestor/decks', or name some with --decks PATH

Nothing was made by that.

  $ ls -A ~

Commands that list have nothing to list.

  $ quaestor decks 2>/dev/null
  $ quaestor decks --json 2>/dev/null
  {"decks":[]}
  $ quaestor list 2>/dev/null
  $ quaestor list --json 2>/dev/null
  {"cards":[]}
  $ quaestor due --json --now 2026-11-20T08:00:00Z 2>/dev/null
  {"day":"2026-11-20","decks":[],"total":{"new":0,"learning":0,"due":0}}
  [1]

  $ quaestor next --json 2>/dev/null
  {"card":null,"next_due":null}
  [1]

  $ quaestor due 2>&1 >/dev/null | without_home
  note: no decks found; put deck files into 'HOME/.local/share/quaestor/decks', or name some with --decks PATH

The line for the shell prompt stays silent.

  $ quaestor due --brief
  [1]

A folder without decks is the same.

  $ mkdir empty
  $ echo '{}' >empty/package.json
  $ quaestor --decks empty study 2>&1 | without_home
  quaestor: no decks found; put deck files into 'HOME/.local/share/quaestor/decks', or name some with --decks PATH

A deck without cards.

  $ echo '{ "format": 1, "id": "bare", "title": "Bare", "cards": [] }' >bare.json
  $ quaestor --decks bare.json study
  quaestor: the decks have no cards yet; docs/FORMAT.md shows how to write some
  [2]

  $ quaestor --decks bare.json decks
  note: the decks have no cards yet; docs/FORMAT.md shows how to write some
  bare     0 cards  Bare

A deck that cannot be used at all.

  $ echo 'What is this?' >torn.json
  $ quaestor --decks torn.json
  torn.json:1:1: error: a word that is not true, false or null; put quotes around text
  quaestor: none of the decks can be used; mend them, or name others with --decks
  [3]

  $ quaestor --decks torn.json study
  torn.json:1:1: error: a word that is not true, false or null; put quotes around text
  quaestor: none of the decks can be used; mend them, or name others with --decks
  [3]

  $ quaestor --decks torn.json --json due
  torn.json:1:1: error: a word that is not true, false or null; put quotes around text
  quaestor: none of the decks can be used; mend them, or name others with --decks
  [3]

  $ quaestor --decks torn.json list
  torn.json:1:1: error: a word that is not true, false or null; put quotes around text
  quaestor: none of the decks can be used; mend them, or name others with --decks
  [3]

A deck of which no card can be used.

  $ echo '{ "format": 1, "id": "half", "title": "Half", "cards": [{ "question": "Why?" }] }' >half.json
  $ quaestor --decks half.json study
  half.json: 1 card was left out because of errors; `quaestor check` shows them
  quaestor: none of the cards can be asked; `quaestor check` shows why
  [3]

  $ quaestor --decks half.json --json next
  half.json: 1 card was left out because of errors; `quaestor check` shows them
  quaestor: none of the cards can be asked; `quaestor check` shows why
  [3]

  $ quaestor --decks half.json check
  half.json:1:57: error: card has no "answer"; write one, or "pairs", or "cloze" [missing]
      t": 1, "id": "half", "title": "Half", "cards": [{ "question": "Why?" }] 
                                                      ^
  1 file, 0 cards: 1 error, 0 warnings
  [1]

The first deck: put it where the program looks, and study.

  $ mkdir -p ~/.local/share/quaestor/decks
  $ cat >~/.local/share/quaestor/decks/first.json <<EOF
  > { "format": 1, "id": "first", "title": "My first deck", "cards": [["The sky?", "blue"]] }
  > EOF
  $ quaestor
  deck      new  learning     due
  first       1         0       0
  
  `quaestor study` asks them; `quaestor --help` lists all commands.
  $ printf 'blue\n4\n' | quaestor study >shown; head -n 7 shown
  
   first                                             *new 1* · learning 0 · due 0
   ──────────────────────────────────────────────────────────────────────────────
   The sky?
  
   > blue
   [ok] exactly
  $ quaestor
  deck      new  learning     due
  first       0         0       0
  
  Nothing is left for today; `quaestor --help` lists all commands.

  $ quaestor due
  deck      new  learning     due
  first       0         0       0
  [1]

