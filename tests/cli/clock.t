--now TIME lets a command see another instant: what is due on Friday?

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" } ] }
  > EOF
  $ day() {
  >   now=$1; shift
  >   quaestor --decks deck.json --progress p.db "$@" --json due --now $now | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["day"])'
  > }

A study day begins at four in the morning, where the learner is.

  $ day 2026-11-20T08:00:00Z
  2026-11-20
  $ day 2026-11-20T03:59:59Z
  2026-11-19
  $ day 2026-11-20T04:00:00Z
  2026-11-20
  $ TZ=America/New_York day 2026-11-20T08:00:00Z
  2026-11-19
  $ TZ=Asia/Tokyo day 2026-11-20T20:00:00Z
  2026-11-21
  $ day 2026-11-20T08:00:00+09:00
  2026-11-19
  $ day 2026-11-20T08:00:00.250-05:00
  2026-11-20

When it begins is a setting.

  $ echo '{ "day-start": 0 }' >midnight.json
  $ day 2026-11-20T03:59:59Z --config midnight.json
  2026-11-20

Only a whole instant is one.

  $ for time in now tomorrow 2026-11-20 2026-11-20T08:00:00 2026-11-31T08:00:00Z 08:00 ''; do
  >   quaestor --decks deck.json due --now "$time"
  > done
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not 'now'
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not 'tomorrow'
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not '2026-11-20'
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not '2026-11-20T08:00:00'
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not '2026-11-31T08:00:00Z'
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not '08:00'
  quaestor: --now takes an instant as 2026-11-20T08:00:00+01:00, not ''
  [2]

A command that writes refuses a made-up time, unless it writes into a file of its own.

  $ for command in 'answer demo/sky --rating good' undo redo study; do
  >   quaestor --decks deck.json --now 2026-11-20T08:00:00Z $command
  > done
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  [2]

  $ QUAESTOR_PROGRESS=p.db quaestor --decks deck.json --now 2026-11-20T08:00:00Z undo
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  [2]

Commands that read do not.

  $ quaestor --decks deck.json --now 2026-11-20T08:00:00Z next | head -n 1
  demo/sky

Times are shown with the learner's offset; the same instant is the same instant everywhere.

  $ at() { TZ=$1 quaestor --decks deck.json --progress p.db --now $2 --json "${@:3}"; }
  $ at Europe/Berlin 2026-07-01T10:00:00Z answer demo/sky --rating easy | python3 -c '
  > import json, sys
  > answer = json.load(sys.stdin)
  > print(answer["due"], answer["interval_days"])'
  2026-08-29T04:00:00+02:00 59
  $ reviews() { at $1 2026-07-02T10:00:00Z why demo/sky | python3 -c '
  > import json, sys
  > print([review["time"] for review in json.load(sys.stdin)["reviews"]])'; }
  $ reviews Europe/Berlin
  ['2026-07-01T12:00:00+02:00']
  $ reviews UTC
  ['2026-07-01T10:00:00+00:00']
  $ reviews America/New_York
  ['2026-07-01T06:00:00-04:00']

A due day begins when the learner's day begins: the days before it nothing is due.

  $ due=$(at Europe/Berlin 2026-07-02T10:00:00Z why demo/sky | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["due"])')
  $ echo $due
  2026-08-29T04:00:00+02:00
  $ before=$(python3 -c '
  > import datetime, sys
  > due = datetime.datetime.fromisoformat(sys.argv[1])
  > print((due - datetime.timedelta(seconds=1)).isoformat())' $due)
  $ at Europe/Berlin $before list is:due
  {"cards":[]}
  $ at Europe/Berlin $due list is:due | cut -c 1-30
  {"cards":[{"card":"demo/sky","

The study day of an answer is that of the place where it was given, also when the history is added up
anew elsewhere: what was the new card of the 20th in Tokyo stays that in London.

  $ cat >two.json <<EOF
  > { "format": 1, "id": "two", "title": "Two", "cards": [
  >   { "id": "a", "question": "a?", "answer": "a" }, { "id": "b", "question": "b?", "answer": "b" } ] }
  > EOF
  $ echo '{ "new-per-day": 1 }' >one-new.json
  $ there() {
  >   TZ=$1 quaestor --decks two.json --progress two.db --config one-new.json --now $2 "${@:3}" | cut -d , -f 1
  > }
  $ there Asia/Tokyo 2026-11-19T20:00:00Z answer two/a --rating easy >/dev/null
  $ there Europe/London 2026-11-20T05:00:00Z next
  nothing to ask now; next: tomorrow
  $ there Europe/London 2026-11-20T05:00:00Z answer two/a --rating easy >/dev/null
  $ there Europe/London 2026-11-20T05:00:00Z undo
  taken back: two/a
  $ there Europe/London 2026-11-20T05:00:00Z next
  nothing to ask now; next: tomorrow

In a session the clock starts there and runs on.

  $ printf 'blue\n3\n:q\n' | quaestor --decks deck.json --progress s.db --now 2026-11-20T08:00:00Z study >/dev/null
  $ quaestor --decks deck.json --progress s.db --now 2026-11-20T08:00:00Z --json why demo/sky | python3 -c '
  > import json, sys
  > print(json.load(sys.stdin)["reviews"][0]["time"][:16])'
  2026-11-20T08:00
