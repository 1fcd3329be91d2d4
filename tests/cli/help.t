The program lists its commands, with one line for each.

  $ quaestor --help
  usage: quaestor [OPTIONS] [COMMAND [OPTIONS] [ARG...]]
  
  study
    study       asks the cards that are due, and new ones
    quiz        a scored test of 20 questions, or another number; changes no dates
    due         how many cards wait, by deck; status 1 if none is left for today
    help        what a command does and takes; all commands, without one
  
  scripts
    next        the question to ask now; status 1 if there is none
    answer      answers a card, due or not, and saves it
    undo        takes back the newest answer or mark; status 1 if there is none
    redo        restores what was taken back last; status 1 if there is none
    try         judges an answer, records nothing; status 1 if it is not right
  
  cards
    decks       the decks, with titles and sizes
    list        the cards that are meant, one a line
    show        one card with answer, note, source and place in its file
    why         the answers to a card, recall now, what each rating would do
    suspend     takes cards out until they are wanted again
    unsuspend   lets suspended cards come back
    bury        puts cards off until tomorrow
    flag        marks cards, for is:flagged
    reset       makes cards new again, whatever was answered
  
  authors
    new         writes a small deck, and the schema for your editor beside it
    add         new cards for a deck: asked for, from options or from a pipe
    edit        opens a card in your editor at its line, and checks it then
    fixes       what you noted to be mended in cards, one after the other
    check       every problem of decks, with its place; status 1 for errors
    fmt         the canonical form of decks; names the files it changed
    diff        what changed between two versions of a deck, card by card
    draft       a first deck out of documents: text, Markdown or HTML
    schema      prints the JSON Schema of decks, for editors
  
  insight
    stats       the answers so far in numbers: share right, streak, what comes
    leeches     the cards that are forgotten again and again, worst first
    confused    cards of which you gave one's answer to the other
  
  model
    optimize    fits the memory model to your answers; shows first what that changes
    evaluate    how well recall is predicted, by this model and by others
    plan        what a retention costs and gives; exams, breaks, the way back
  
  data
    import      makes a deck of a table, Anki's notes as text, or other JSON
    export      cards as a table, as Anki's notes or a deck; answers with --history
    backup      copies the progress into its folder of backups, or to a new file
    restore     puts a backup in the place of the progress; says first what that changes
    doctor      checks progress, backups, settings and decks; status 1 if something is wrong
    config      the settings, with their meaning and origin; sets one
    completions prints what makes Tab complete in bash, zsh or fish
  
  options
        --decks PATH          read this file or folder (repeatable)
        --progress FILE       keep progress in this file
        --config FILE         read settings from this file
        --now TIME            as if it were this instant (RFC 3339)
        --seed N              seed of orders and draws
        --json                print JSON for programs
        --color WHEN          auto, always or never
    -h, --help                show help
        --version             show the version
  
  exit status
    0 done   1 the answer is no   2 usage, unknown card or deck
    3 a file that cannot be used   4 system or database
  
  `quaestor COMMAND --help` says more of a command.  `quaestor` alone opens a
  prompt for all of them: there Enter studies, Tab completes, `quit` leaves.

Each command says how it is called.

  $ quaestor due --help
  usage: quaestor due [--brief]
  
  how many cards wait, by deck; status 1 if none is left for today
  
  options
        --brief               one line for a shell prompt; nothing if none is due
  
  `quaestor --help` lists the options of all commands.

  $ quaestor study -h
  usage: quaestor study [OPTIONS] [SELECTOR...]
  
  asks the cards that are due, and new ones
  
  options
        --ahead SPAN          what falls due in 12h, 1d, ... too; dates change
        --cram                everything selected until known; no date changes
        --flip                think, turn the card, rate yourself
        --minutes N           ask after N minutes whether to go on
        --new N               N new cards, whatever the cap; a deck's own binds
        --reviews N           N reviews, whatever the cap; a deck's own binds
        --scroll              keep what was shown; no fresh screen for each card
  
  SELECTOR: several decks or cards mean any of them, everything else narrows
    DECK          id of a deck, or the path of its file
    DECK/CARD     a card with all its sides; DECK/CARD#KEY is one of them
    tag:T         has the tag
    is:STATE      new, learning, due, review, suspended, leech, flagged, orphan
    seen:WHEN     answered since a day as 2026-12-13, or within a span as 7d
    text:W        W stands in question, answer or note
    not:SELECTOR  the others
  
  `quaestor --help` lists the options of all commands.

  $ quaestor answer --help
  usage: quaestor answer CARD --typed TEXT | --rating RATING
  
  answers a card, due or not, and saves it
  
  options
        --typed TEXT          what was typed; repeat it for items of a list
        --rating RATING       again, hard, good or easy, whatever was typed
        --remember            what was typed counts as right from now on
  
  `quaestor --help` lists the options of all commands.

  $ quaestor undo --help
  usage: quaestor undo
  
  takes back the newest answer or mark; status 1 if there is none
  
  `quaestor --help` lists the options of all commands.

Help wins over everything else that stands on the line, wherever it stands.

  $ quaestor --help due | head -n 1
  usage: quaestor due [--brief]

  $ quaestor show --help --decks nowhere too many words | head -n 1
  usage: quaestor show CARD

Every command that the program lists has help of its own.

  $ for command in $(quaestor --help | sed -n 's/^  \([a-z]*\)  *[a-z].*/\1/p'); do
  >   quaestor $command --help | head -n 1
  > done
  usage: quaestor study [OPTIONS] [SELECTOR...]
  usage: quaestor quiz [OPTIONS] [SELECTOR...]
  usage: quaestor due [--brief]
  usage: quaestor help [COMMAND]
  usage: quaestor next [SELECTOR...]
  usage: quaestor answer CARD --typed TEXT | --rating RATING
  usage: quaestor undo
  usage: quaestor redo
  usage: quaestor try CARD TEXT
  usage: quaestor decks
  usage: quaestor list [--recall] [SELECTOR...]
  usage: quaestor show CARD
  usage: quaestor why CARD
  usage: quaestor suspend SELECTOR...
  usage: quaestor unsuspend SELECTOR...
  usage: quaestor bury [--off] SELECTOR...
  usage: quaestor flag [--off] SELECTOR...
  usage: quaestor reset SELECTOR...
  usage: quaestor new FILE
  usage: quaestor add DECK
  usage: quaestor edit CARD|DECK
  usage: quaestor fixes [SELECTOR...]
  usage: quaestor check [--documents DIR] [--coverage] [PATH... | -]
  usage: quaestor fmt FILE...
  usage: quaestor diff FILE [FILE]
  usage: quaestor draft [OPTIONS] FILE...
  usage: quaestor schema
  usage: quaestor stats [--days N] [SELECTOR...]
  usage: quaestor leeches [SELECTOR...]
  usage: quaestor confused [SELECTOR...]
  usage: quaestor optimize [OPTIONS] [SELECTOR...]
  usage: quaestor evaluate [OPTIONS] [SELECTOR...]
  usage: quaestor plan [OPTIONS] [SELECTOR...]
  usage: quaestor import [OPTIONS] FILE...
  usage: quaestor export [OPTIONS] [SELECTOR...]
  usage: quaestor backup [FILE]
  usage: quaestor restore [--list] [--yes] [FILE|DATE|latest]
  usage: quaestor doctor [--rebuild]
  usage: quaestor config [--deck ID] [--unset] [SETTING [VALUE]] | --edit
  usage: quaestor completions SHELL

  $ quaestor --version
  quaestor 0.1.0

A word that is no command is refused; if it looks like one, that one is named.

  $ quaestor chekc
  quaestor: no command 'chekc'; did you mean 'check'?
  [2]

  $ quaestor frobnicate
  quaestor: no command 'frobnicate'; `quaestor --help` lists them
  [2]

"help" says the same, of all commands or of one.

  $ quaestor help >all; quaestor --help | cmp - all
  $ quaestor help due >due; quaestor due --help | cmp - due
  $ quaestor help frobnicate
  quaestor: no command 'frobnicate'; `quaestor --help` lists them
  [2]
  $ quaestor help due study
  quaestor: 'study' is too much for 'help'; usage: quaestor help [COMMAND]
  [2]

What the prompt alone knows are no commands.

  $ quaestor quit
  quaestor: no command 'quit'; did you mean 'quiz'?
  [2]
