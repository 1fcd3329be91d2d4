A shell completes what was typed with the help of the program: it hands over the words of the line,
the last one unfinished, and gets back what could stand there, each with its meaning.

  $ quaestor completions words -- sch
  schema\tprints the JSON Schema of decks, for editors (esc)

Options are those of the command at hand, and those that every command takes.

  $ quaestor completions words -- due --b
  --brief\tone line for a shell prompt; nothing if none is due (esc)
  $ quaestor completions words -- --col
  --color\tauto, always or never (esc)
  $ quaestor completions words -- list --brief
  $ quaestor completions words -- --color a
  auto\ton terminals (esc)
  always\t (esc)
  $ quaestor completions words -- --color=n
  --color=never\t (esc)
  $ quaestor completions words -- answer rome/x --rating=
  --rating=again\t (esc)
  --rating=hard\t (esc)
  --rating=good\t (esc)
  --rating=easy\t (esc)

Behind "--" nothing is an option.

  $ quaestor completions words -- study -- --j
  :files

What a place takes is known by its name in the usage.

  $ quaestor completions words -- config retype ""
  true\t (esc)
  false\t (esc)
  $ quaestor completions words -- config new-pick ""
  deck\t (esc)
  shuffled\t (esc)
  $ quaestor completions words -- completions ""
  bash\t (esc)
  zsh\t (esc)
  fish\t (esc)
  $ quaestor completions words -- check ""
  :files
  $ quaestor completions words -- --decks ""
  :files
  $ quaestor completions words -- decks ""

Decks are those that the line names, or the usual ones; once a deck is named, its cards follow.

  $ cat >rome.json <<'END'
  > { "format": 1, "id": "rome", "title": "The siege", "cards": [
  >   { "id": "lost-by", "question": "Who lost Rome?", "answer": "Bessas", "tags": ["people"] },
  >   { "id": "year", "question": "When?\nWhich year?", "answer": 546, "tags": ["dates", "\u001b[2Jodd"] } ] }
  > END
  $ quaestor completions words -- --decks rome.json study r
  rome\tThe siege (esc)
  $ quaestor completions words -- --decks rome.json study rome
  rome\tThe siege (esc)
  rome/\tThe siege (esc)
  $ quaestor completions words -- --decks=rome.json show r
  rome/\tThe siege (esc)
  $ quaestor completions words -- --decks=rome.json show rome/
  rome/lost-by\tWho lost Rome? (esc)
  rome/year\tWhen? Which year? (esc)
  $ quaestor completions words -- --decks rome.json list rome not:tag:
  not:tag:people\t (esc)
  not:tag:dates\t (esc)
  $ quaestor completions words -- list is:l
  is:learning\t (esc)
  is:leech\t (esc)
  $ quaestor completions words -- study t
  tag:\tcards with a tag (esc)
  text:\tcards that mention a word (esc)

Where nothing is known, nothing is said.

  $ quaestor completions words -- frobnicate --x
  $ quaestor completions words -- --decks nowhere.json show ro
  $ quaestor completions tcsh
  quaestor: no completions for 'tcsh'; there are bash, zsh, fish
  [2]

The scripts are what a shell can read.

  $ quaestor completions bash | bash -n
  $ quaestor completions bash | tail -n 1
  complete -F _quaestor quaestor
  $ quaestor completions zsh | head -n 1
  #compdef quaestor
  $ quaestor completions fish | tail -n 1
  complete -c quaestor -f -a '(__quaestor_words)'
