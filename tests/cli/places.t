Where decks, progress and settings are, from the strongest word to the weakest.

  $ deck() { echo "{ \"format\": 1, \"id\": \"$1\", \"title\": \"$1\", \"cards\": [[\"$1?\", \"$1\"]] }"; }
  $ ids() { quaestor "$@" decks | cut -d ' ' -f 1; }
  $ mkdir -p options environment more settings ~/.local/share/quaestor/decks
  $ deck option >options/deck.json
  $ deck variable >environment/deck.json
  $ deck more >more/deck.json
  $ deck setting >settings/deck.json
  $ deck home >~/.local/share/quaestor/decks/deck.json

Decks: the folder in the user's data, unless the settings name others, unless QUAESTOR_DECKS does,
unless --decks does.

  $ ids
  home
  $ quaestor config decks settings
  $ ids
  setting
  $ QUAESTOR_DECKS=environment ids
  variable
  $ QUAESTOR_DECKS=environment:more ids
  more
  variable
  $ QUAESTOR_DECKS=environment ids --decks options
  option
  $ QUAESTOR_DECKS=environment ids --decks options --decks more
  more
  option

A file is read once, however often and by whatever path it is named.

  $ ids --decks options --decks options/deck.json --decks ./options
  option
  $ quaestor check options options/../options/deck.json
  1 file, 1 card: 0 errors, 0 warnings

What is empty says nothing.

  $ QUAESTOR_DECKS= ids
  setting
  $ QUAESTOR_DECKS=: ids
  setting

A deck file among the selectors is one more.

  $ quaestor list environment/deck.json | cut -d ' ' -f 4-
         variable?
  $ quaestor list | cut -d ' ' -f 4-
         setting?

Progress: in the user's data, unless QUAESTOR_PROGRESS names another, unless --progress does.
Everything that is made is for its owner alone.

  $ card=$(quaestor list | cut -d ' ' -f 1)
  $ answer() { quaestor "$@" answer $card --rating easy >/dev/null; }
  $ answer
  $ find ~ -name '*.db' | sed "s|$HOME|HOME|"
  HOME/.local/share/quaestor/progress.db
  $ stat -c %a ~/.local/share/quaestor/progress.db
  600
  $ QUAESTOR_PROGRESS=variable.db answer
  $ QUAESTOR_PROGRESS=variable.db answer --progress option.db
  $ ls *.db
  option.db
  variable.db
  $ stat -c %a option.db
  600

Folders that are missing are made, with 0700.

  $ XDG_DATA_HOME=$PWD/data answer
  $ stat -c '%a %n' data data/quaestor data/quaestor/progress.db
  700 data
  700 data/quaestor
  600 data/quaestor/progress.db

XDG_CONFIG_HOME moves the settings, XDG_DATA_HOME the decks.  Paths in them that are not absolute do not
count.

  $ mkdir -p config/quaestor
  $ echo '{ "new-per-day": 7 }' >config/quaestor/config.json
  $ XDG_CONFIG_HOME=$PWD/config quaestor config new-per-day
  7
  $ XDG_CONFIG_HOME=config quaestor config new-per-day
  20
  $ mkdir -p data/quaestor/decks
  $ deck moved >data/quaestor/decks/deck.json
  $ XDG_CONFIG_HOME=$PWD/config XDG_DATA_HOME=$PWD/data ids
  moved

Without the variables it is the home folder.

  $ env -u XDG_DATA_HOME -u XDG_CONFIG_HOME quaestor config decks | sed "s|$PWD|WORK|"
  ["WORK/settings"]

And without HOME that of the user, as the system knows it.

  $ env -u HOME -u XDG_CONFIG_HOME quaestor config 2>/dev/null | head -n 1 |
  >   grep -c ": $(getent passwd "$(id -u)" | cut -d : -f 6)/.config/quaestor/config.json"
  1

Commands that only read create nothing.

  $ export HOME=$PWD/fresh; unset XDG_DATA_HOME XDG_CONFIG_HOME
  $ mkdir fresh
  $ for command in '' decks list next due why check config schema; do
  >   quaestor --decks options $command ${command:+$(test $command != why || echo $card)}
  > done >/dev/null 2>&1
  $ find fresh
  fresh
