"schema" prints the JSON Schema of decks, for editors that complete and check while you type.

  $ quaestor schema | cmp - "$ROOT/docs/deck.schema.json"
  $ quaestor schema | python3 -c '
  > import json, sys
  > schema = json.load(sys.stdin)
  > print(schema["type"], sorted(schema["required"]))'
  object ['cards', 'format', 'id']

It needs neither decks nor progress, and makes nothing.

  $ quaestor --decks nowhere schema >/dev/null
  $ ls -A $HOME
