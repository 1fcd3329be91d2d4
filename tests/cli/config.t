"config" lists the settings: what they are, and what they mean.

  $ quaestor config | sed "s|$HOME|HOME|"
  settings file: HOME/.config/quaestor/config.json (not there yet)
  
    decks             []          files and folders with decks, if neither
                                  --decks nor QUAESTOR_DECKS names any
    retention         0.9         share of answers you want to know when a card
                                  comes back
    new-per-day       20          new cards a study day, all decks together
    reviews-per-day   200         reviews a study day, all decks together
    backlog-per-day   0           reviews a study day until a backlog is done,
                                  without new cards; 0: no backlog
    new-order         "last"      new cards after, before or between reviews
    new-pick          "deck"      new cards in the order of their deck, or not
    learning-steps    "1m 10m"    delays before a new card graduates
    relearning-steps  "10m"       delays before a forgotten card returns to
                                  review
    longest-interval  36500       days; no card waits longer
    day-start         4           hour at which a study day begins
    leech-lapses      8           lapses after which a card is called a leech; 0:
                                  never
    leech-action      "tell"      what happens to a leech: you are told and
                                  choose, or it is suspended
    keep-typed        true        keep what you typed with each answer
    refit             true        at the end of a session, fit the memory model
                                  anew when your answers have grown; dates stay
    backups           true        back your progress up before the first answer
                                  of a day
    auto-advance      false       go on by itself after an exact answer
    pass-fail         false       two ratings, again and good, instead of four
    retype            false       type the right answer once after a miss
    second-try        false       after a wrong answer, one more try before the
                                  right one shows
    previews          true        show when each rating would bring the card back
    timer             false       show how long each answer took
    scroll            false       keep what was shown, instead of a fresh screen
                                  for each card
    keys              {}          other keys after a verdict, as {"undo": "z"}; ?
                                  shows them

It is the learner's file, made when something is set.

  $ quaestor config new-per-day
  20
  $ quaestor config new-per-day 5
  $ quaestor config new-per-day
  5
  $ quaestor config retention 0.85
  $ quaestor config learning-steps '1m 5m 1h'
  $ quaestor config keep-typed false
  $ python3 -m json.tool ~/.config/quaestor/config.json
  {
      "new-per-day": 5,
      "retention": 0.85,
      "learning-steps": "1m 5m 1h",
      "keep-typed": false
  }
  $ stat -c %a ~/.config/quaestor ~/.config/quaestor/config.json
  700
  600
  $ quaestor config | grep '[*]'
  * retention         0.85        share of answers you want to know when a card
  * new-per-day       5           new cards a study day, all decks together
  * learning-steps    "1m 5m 1h"  delays before a new card graduates
  * keep-typed        false       keep what you typed with each answer

A folder of decks is kept with its whole path.

  $ mkdir decks
  $ quaestor config decks decks
  $ quaestor config decks | sed "s|$PWD|WORK|"
  ["WORK/decks"]
  $ quaestor config decks nowhere
  quaestor: no file or folder 'nowhere'
  [2]

For programs.

  $ quaestor --json config | sed "s|$PWD|WORK|; s|$HOME|HOME|" | python3 -m json.tool | head -n 16
  {
      "file": "HOME/.config/quaestor/config.json",
      "settings": [
          {
              "name": "decks",
              "value": [
                  "WORK/decks"
              ],
              "from": "file",
              "meaning": "files and folders with decks, if neither --decks nor QUAESTOR_DECKS names any"
          },
          {
              "name": "retention",
              "value": 0.85,
              "from": "file",
              "meaning": "share of answers you want to know when a card comes back"
  $ quaestor --json config new-per-day
  5

Types and ranges are checked before anything is written.

  $ quaestor config new-per-day many
  quaestor: 'many' is no value for new-per-day: it takes a whole number from 0 to 9999
  [2]

  $ quaestor config new-per-day -- -1
  quaestor: '-1' is no value for new-per-day: it takes a whole number from 0 to 9999
  [2]

  $ quaestor config retention 2
  quaestor: '2' is no value for retention: it takes a number from 0.7 to 0.99
  [2]

  $ quaestor config learning-steps soon
  quaestor: 'soon' is no value for learning-steps: it takes up to 8 growing delays in a text, as "1m 10m" (s, m, h, d)
  [2]

  $ quaestor config keep-typed maybe
  quaestor: 'maybe' is no value for keep-typed: it takes true or false
  [2]

  $ quaestor config new-per-dya
  quaestor: no setting 'new-per-dya'; did you mean 'new-per-day'?
  [2]

  $ quaestor config colour red
  quaestor: no setting 'colour'; `quaestor config` lists them
  [2]

A settings file of its own.

  $ quaestor --config mine.json config day-start 6
  $ python3 -m json.tool mine.json
  {
      "day-start": 6
  }
  $ quaestor --config mine.json config | head -n 1
  settings file: mine.json (sets what has a star)
  $ quaestor --config mine.json config day-start
  6
  $ quaestor config day-start
  4

For all other commands it must be there.

  $ quaestor --config nowhere.json due
  quaestor: no settings file 'nowhere.json'
  [3]

  $ quaestor --config nowhere.json config | head -n 1
  settings file: nowhere.json (not there yet)

What the file says wrongly is refused with its place, before anything else is done.

  $ echo '{ "new-per-dya": 5 }' >wrong.json
  $ quaestor --config wrong.json due
  quaestor: wrong.json:1:3: no setting "new-per-dya"; did you mean "new-per-day"? (`quaestor --config wrong.json config --edit` opens it there)
      { "new-per-dya": 5 }
        ^
  [3]

  $ echo '{ "retention": "high" }' >wrong.json
  $ quaestor --config wrong.json list
  quaestor: wrong.json:1:16: "retention" must be a number from 0.7 to 0.99 (`quaestor --config wrong.json config --edit` opens it there)
      { "retention": "high" }
                     ^
  [3]

  $ echo '{ "retention": 0.9' >wrong.json
  $ quaestor --config wrong.json study
  quaestor: wrong.json:2:1: expected ',' or '}' after a value, found the end of the file (`quaestor --config wrong.json config --edit` opens it there)
  [3]

  $ quaestor --config wrong.json config retention 0.8
  quaestor: wrong.json:2:1: expected ',' or '}' after a value, found the end of the file (`quaestor --config wrong.json config --edit` opens it there)
  [3]

  $ cat wrong.json
  { "retention": 0.9

What was there stays there.

  $ cat >mine.json <<EOF
  > { "//": "for the exam", "new-per-day": 3, "by-deck": { "demo": { "new-per-day": 1 } } }
  > EOF
  $ quaestor --config mine.json config reviews-per-day 50
  $ python3 -m json.tool mine.json
  {
      "//": "for the exam",
      "new-per-day": 3,
      "by-deck": {
          "demo": {
              "new-per-day": 1
          }
      },
      "reviews-per-day": 50
  }

A deck may have caps of its own.

  $ cat >demo.json <<EOF
  > { "format": 1, "id": "demo", "title": "Demo", "cards": [
  >   { "id": "a", "question": "A?", "answer": "a" }, { "id": "b", "question": "B?", "answer": "b" } ] }
  > EOF
  $ quaestor --config mine.json --decks demo.json due --brief
  1 new
  $ quaestor --decks demo.json due --brief
  2 new

A deck may have settings of its own; --unset lets the default hold again.

  $ quaestor --config own.json config --deck rome new-per-day 3
  $ quaestor --config own.json config --deck rome retention 0.95
  $ quaestor --config own.json config | tail -n 2
  of single decks
  * rome: {"retention":0.95,"new-per-day":3}
  $ quaestor --config own.json config --json | grep -o '"by_deck".*'
  "by_deck":{"rome":{"retention":0.95,"new-per-day":3}}}
  $ quaestor --config own.json config --deck rome day-start 5
  quaestor: a deck may have its own "retention", "new-per-day" and "reviews-per-day", not 'day-start'
  [2]
  $ quaestor --config own.json config --deck rome --unset new-per-day
  $ quaestor --config own.json config --deck rome --unset retention
  $ cat own.json
  {
  }
  $ quaestor --config own.json config --deck 'ro me' new-per-day 3
  quaestor: 'ro me' is no deck's id; `quaestor decks` shows those there are
  [2]
  $ quaestor --config own.json --decks demo.json config --deck demp new-per-day 3
  note: there is no deck 'demp' yet; did you mean 'demo'?
  $ quaestor --config own.json --decks demo.json config --deck demp --unset new-per-day
  $ quaestor --config own.json --decks demo.json config --deck demo new-per-day 3
  $ quaestor --config own.json --decks demo.json config --deck demo --unset new-per-day
  $ quaestor --config own.json config --deck rome
  quaestor: --deck needs a setting to set: quaestor config --deck rome SETTING VALUE
  [2]

--edit opens the file in $EDITOR, and says what is wrong with it afterwards.

  $ printf '#!/bin/sh\necho "editor $*" | sed "s|/.*/||"\nfor file; do :; done\n[ -z "$NEW" ] || echo "$NEW" >"$file"\n' >editor
  $ chmod +x editor
  $ EDITOR=./editor quaestor --config made.json config --edit
  editor +1 made.json
  the settings are in order
  $ NEW='{ "day-start": 25 }' EDITOR=./editor quaestor --config made.json config --edit
  editor +1 made.json
  quaestor: made.json:1:16: "day-start" must be a whole number from 0 to 23
      { "day-start": 25 }
                     ^
  [3]

Of a file that is broken every command says where, and --edit opens it there: that is how one mends it.

  $ printf '{ "day-start": 4,\n  "new-per-dya": 5 }\n' >broken.json
  $ quaestor --config broken.json config
  quaestor: broken.json:2:3: no setting "new-per-dya"; did you mean "new-per-day"? (`quaestor --config broken.json config --edit` opens it there)
        "new-per-dya": 5 }
        ^
  [3]
  $ EDITOR=./editor quaestor --config broken.json config --edit
  editor +2 broken.json
  quaestor: broken.json:2:3: no setting "new-per-dya"; did you mean "new-per-day"?
        "new-per-dya": 5 }
        ^
  [3]
  $ NEW='{ "new-per-day": 5 }' EDITOR=./editor quaestor --config broken.json config --edit
  editor +2 broken.json
  the settings are in order
  $ quaestor --config broken.json config new-per-day
  5
