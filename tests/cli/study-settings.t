What the settings make of a session.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue", "hint": "not grey" },
  >   { "id": "grass", "question": "Grass?", "answer": "green" } ] }
  > EOF
  $ study() {
  >   rm -f p.db
  >   quaestor --config settings.json --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z study "$@" |
  >     grep -v ───
  > }

auto-advance: an exact answer goes on by itself, any other waits.

  $ echo '{ "auto-advance": true }' >settings.json
  $ printf 'blue\npink\nq\n' | study
  
   demo                                              *new 2* · learning 0 · due 0
   The sky?
  
   > blue
   [ok] exactly: blue
  
   demo                                              *new 1* · learning 1 · due 0
   Grass?
  
   > pink
   [x] wrong: another answer
       you typed  pink
       answer     green
                  ^^^^_
  
   1 again <1m   2 hard 6m   3 good 10m   4 easy 56d     Space = again   ? help
   : q
  
   2 answers saved: 1 right, 1 missed; 2 new. 0m 0?s, ? s an answer. (glob)
  
   missed
     Grass?
       you typed pink - the answer is green
  
   Coming back this week: tomorrow 2.
   Left for today: 0 new, 2 learning, 0 due.

pass-fail: two ratings; every one but "again" passes, and so does an answer after a hint.

  $ echo '{ "pass-fail": true }' >settings.json
  $ printf ':hint\nblue\n2\nx\nq\n' | study | grep -e again -e missed
   1 again <1m   3 good 10m     Space = good   ? help
   1 again <1m   3 good 10m     Space = again   ? help
   2 answers saved: 1 right, 1 missed; 2 new. 0m 0?s, ? s an answer. (glob)
   missed

previews and timer.

  $ echo '{ "previews": false, "timer": true }' >settings.json
  $ printf 'blue\n' | study demo/sky | grep -e again -e '^ [0-9.]* s'
   0.? s (glob)
   1 again   2 hard   3 good   4 easy     Space = good   ? help

retype: after a miss the right answer is typed once; it is not recorded.

  $ echo '{ "retype": true }' >settings.json
  $ printf 'red\n1\npink\nbrown\nblue\ngreen\n3\n' | study | grep -e '^ :' -e type -e yet -e saved
       you typed  red
   : 1
   type it > pink
   [x] not yet; an empty line goes on
   type it > brown
   [x] not yet; an empty line goes on
   type it > blue
   : 3
   2 answers saved: 1 right, 1 missed; 2 new. 0m 0?s, ? s an answer. (glob)
       you typed red - the answer is blue

keys: other keys for what can be done after a verdict.

  $ echo '{ "keys": { "again": "a", "quit": "ö" } }' >settings.json
  $ printf 'red\na\nx\nö\n' | study | grep -e '^ :' -e help -e saved
   a again <1m   2 hard 6m   3 good 10m   4 easy 59d     Space = again   ? help
   : a
   a again <1m   2 hard 6m   3 good 10m   4 easy 56d     Space = again   ? help
   : ö
   2 answers saved: 0 right, 2 missed; 2 new. 0m 0?s, ? s an answer. (glob)
  $ check() { echo "$1" >settings.json; quaestor --config settings.json config keys; }
  $ check '{ "keys": { "undo": "z" } }'
  {"undo":"z"}
  $ check '{ "keys": { "undo": "zz" } }'
  quaestor: settings.json:1:21: the key of "undo" must be a single character in a text, as "z" (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undo": "zz" } }
                          ^
  [3]
  $ check '{ "keys": { "undo": " " } }'
  quaestor: settings.json:1:21: the key of "undo" must be a single character in a text, as "z" (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undo": " " } }
                          ^
  [3]
  $ check '{ "keys": { "undo": 7 } }'
  quaestor: settings.json:1:21: the key of "undo" must be a single character in a text, as "z" (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undo": 7 } }
                          ^
  [3]
  $ check '{ "keys": { "undo": "z", "skip": "u", "flag": "z" } }'
  quaestor: settings.json:1:21: "undo" and "flag" cannot both have the key "z"; give one of them another (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undo": "z", "skip": "u", "flag": "z" } }
                          ^
  [3]
  $ check '{ "keys": { "undo": "s" } }'
  quaestor: settings.json:1:21: "undo" and "skip" cannot both have the key "s"; give one of them another (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undo": "s" } }
                          ^
  [3]
  $ check '{ "keys": { "undone": "s" } }'
  quaestor: settings.json:1:13: no action "undone"; did you mean "undo"? (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undone": "s" } }
                  ^
  [3]
  $ check '{ "keys": { "undo": "z", "undo": "y" } }'
  quaestor: settings.json:1:26: "undo" stands here twice (`quaestor --config settings.json config --edit` opens it there)
      { "keys": { "undo": "z", "undo": "y" } }
                               ^
  [3]
  $ check '{ "keys": "z" }'
  quaestor: settings.json:1:11: "keys" must be an object of actions and keys, as { "undo": "z" } (`quaestor --config settings.json config --edit` opens it there)
      { "keys": "z" }
                ^
  [3]
  $ echo '{}' >settings.json
  $ quaestor --config settings.json config keys '{"undo": "s", "skip": "u"}'
  $ quaestor --config settings.json config keys
  {"undo":"s","skip":"u"}
  $ quaestor --config settings.json config keys '{"undo": "3"}'
  quaestor: '{"undo": "3"}' is no value for keys: it takes an object of actions and keys, as { "undo": "z" }
  [2]

leech-action: a leech is told, or suspended and told.

  $ echo '{ "leech-lapses": 1, "leech-action": "suspend" }' >settings.json
  $ on() { day=$1; shift; quaestor --config settings.json --decks deck.json --progress l.db --now 2026-${day}T08:00:00Z "$@"; }
  $ on 01-01 answer demo/sky --rating easy
  easy; due again in 59 days, 2026-03-01
  $ printf 'red\n1\n' | on 11-20 study demo/sky | tail -n 11
   It is suspended; `quaestor unsuspend demo/sky` lets it come back.
  
   1 answer saved: 0 right, 1 missed; 0 new. 0m 0?s, ? s an answer. (glob)
  
   missed
     The sky?
       you typed red - the answer is blue
  
   Leeches to reword: demo/sky
   Coming back this week: tomorrow 0.
   That was all.
  $ on 11-20 list is:suspended
  demo/sky  suspended  The sky?

A flagged card shows it.

  $ echo '{}' >settings.json
  $ quaestor --decks deck.json --progress f.db flag demo/sky
  1 card flagged
  $ quaestor --decks deck.json --progress f.db study demo/sky </dev/null | sed -n 2p
   demo [flagged]                                    *new 1* · learning 0 · due 0
  $ COLUMNS=40 quaestor --decks deck.json --progress f.db study demo/sky </dev/null | sed -n 2p
   [f] *new 1* · learning 0 · due 0
