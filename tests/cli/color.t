Colour only repeats what words and marks say.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z "$@"; }
  $ q --color always try demo/sky blue
  \x1b[32m [ok] \x1b[0mexactly (esc)
  \x1b[2m     would be rated good: right (esc)
  \x1b[0m (no-eol) (esc)
  $ q --color always try demo/sky red
  \x1b[31m [x] \x1b[0mwrong: another answer (esc)
  \x1b[2m     you typed  \x1b[0mred (esc)
  \x1b[2m     answer     \x1b[0mblue (esc)
  \x1b[2m                \x1b[0m^^^_ (esc)
  \x1b[2m     would be rated again: wrong (esc)
  \x1b[0m (no-eol) (esc)
  [1]

  $ q --color never try demo/sky blue
   [ok] exactly
       would be rated good: right

Without it, or when it is left to the program and goes into a pipe or a file, the same words are there.

  $ plain() { sed 's/\x1b\[[0-9]*m//g'; }
  $ for command in due next 'show demo/sky' 'try demo/sky red' list decks 'why demo/sky'; do
  >   q --color always $command | plain >colored
  >   q --color auto $command >automatic
  >   q $command | cmp - colored
  >   cmp colored automatic
  > done

JSON never has any.

  $ q --color always --json list | grep $'\x1b'
  [1]

On a terminal it is there, unless NO_COLOR says something, --color never, or the terminal has none.
--color always is the stronger word.

  $ terminal() {
  >   script -qefc "quaestor --decks deck.json --progress p.db due $*" /dev/null </dev/null >screen
  >   if grep -q $'\x1b' screen; then echo colour; else echo plain; fi
  > }
  $ TERM=xterm terminal
  colour
  $ TERM=xterm terminal --color never
  plain
  $ TERM=xterm NO_COLOR=1 terminal
  plain
  $ TERM=xterm NO_COLOR= terminal
  colour
  $ TERM=dumb terminal
  plain
  $ TERM=xterm NO_COLOR=1 terminal --color always
  colour

  $ q due --color sometimes
  quaestor: --color takes auto, always or never, not 'sometimes'
  [2]
