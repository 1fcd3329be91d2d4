"optimize" fits the memory model to one's answers, and shows what that would change before it changes anything.

  $ awk 'BEGIN {
  >   printf "{ \"format\": 1, \"id\": \"demo\", \"title\": \"A demonstration\", \"cards\": ["
  >   for (c = 1; c <= 9; c++) printf "%s[\"Question %d?\", \"%d\", {\"id\": \"c%d\"}]", (c > 1 ? ", " : ""), c, c, c
  >   print "] }" }' >deck.json
  $ q() { quaestor --decks deck.json --progress p.db --now "2026-${now}T$at:00:0${c:-0}Z" "$@"; }
  $ n() { sed 's/-\{0,1\}[0-9][0-9]*\.[0-9e-]*/N/g; s/"weights":\[[N,0-9]*\]/"weights":[...]/'; }

There is nothing to fit to at first.

  $ at=08 now=01-01; q optimize
  nothing to fit to yet: that begins with the second answer to a card
  [1]
  $ ls
  deck.json

A learner who forgets most of it within days, whatever is tried; of three cards one does not know yet.

  $ rate() { r=$1; shift; for c; do q answer demo/c$c --rating $r >>log; done; }
  $ at=08; now=01-01; rate easy 1 2 3 4 5 6 7 8 9
  $ for now in 01-04 01-08 01-11 01-15 01-18 01-22 01-26; do at=08; rate again 1 2 3 4 5 6; at=09; rate easy 1 2 3 4 5 6; done
  $ now=01-27 c=0; q optimize | n | sed '/->/d'
  fitted to 93 answers, 84 of them predictable, in N s
  log loss N by the published weights, N fitted, N by those in use
  3 of 9 cards in review would get another date: 3 earlier, 0 later
  
  nothing was changed; add --yes to take it
  $ q optimize --json | n | sed 's/"after":\[[0-9,]*\]/"after":[...]/'
  {"model":"FSRS-7","weights":[...],"reviews":93,"items":84,"seconds":N,"log_loss":{"default":N,"fitted":N,"current":N},"moved":3,"due":{"before":[6,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,0,0,0,0,1,0],"after":[...]},"taken":false}

Nothing was changed so far.

  $ q why demo/c9 | tail -n 2
  recall now 93 % (48 % the way you answer lately), due in 23 days, 2026-02-19
  an answer now would bring it back:  again 10m  hard 53d  good 180d  easy 186d
  $ q export --history --to jsonl | grep -c weights
  0
  [1]

With --yes it is; where it is wanted that no date moves, --keep-dates.

  $ q optimize --yes --keep-dates | sed '/^fitted/,/^log/d'
  no card would get another date
  taken; `quaestor undo` takes it back
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same
  $ q undo
  taken back: fitted the memory model at 2026-01-27T09:00:00+00:00
  $ q optimize --yes | tail -n 1
  taken; `quaestor undo` takes it back
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same

Who fits again finds nothing to change.

  $ q optimize | n | head -n 3
  the weights in use predict your 93 answers as well: log loss N, fitted
  anew N; nothing to change
  $ q export --history --to jsonl | sed -n 's/.*"kind":"\(weights\|move\)".*/\1/p' | sort | uniq -c
        3 move
        2 weights

One undo takes back weights and dates; fitting again brings them back, redo does not.

  $ q why demo/c9 --json >fitted.json
  $ q undo
  taken back: fitted the memory model and moved 3 dates at 2026-01-27T09:00:00+00:00
  $ q why demo/c9 | tail -n 2
  recall now 93 % (48 % the way you answer lately), due in 23 days, 2026-02-19
  an answer now would bring it back:  again 10m  hard 53d  good 180d  easy 186d
  $ q redo
  nothing to redo
  [1]
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same
  $ q optimize --yes >>log; q why demo/c9 --json | diff - fitted.json
  $ q undo --json | sed 's/[0-9a-f]\{32\}/DEVICE/'
  {"undone":{"card":null,"kind":"weights","rating":null,"time":"2026-01-27T09:00:00+00:00"},"event":"DEVICE:111"}

The same answers from a file give weights and nothing else.

  $ q export --history --to csv -o answers.csv
  $ q optimize --json | sed 's/,"seconds.*//' >ours; quaestor optimize --reviews answers.csv --json | sed 's/,"seconds.*//' | diff - ours
  $ quaestor optimize --reviews answers.csv | n | head -n 2
  fitted to 93 answers, 84 of them predictable, in N s
  log loss N by the published weights, N fitted
  $ quaestor optimize --reviews answers.csv --yes
  quaestor: --reviews only prints weights; leave --yes and --keep-dates out
  [2]
  $ printf 'card_id,review_time,review_rating\n' >none.csv; quaestor optimize --reviews none.csv --json | n
  {"model":"FSRS-7","weights":[...],"reviews":0,"items":0,"seconds":N,"log_loss":{"default":0,"fitted":0}}

A session fits by itself, at its end, when the answers have grown; no date moves, and undo means the answer.  A setting turns that off.

  $ now=02-11; q due --brief
  6 due
  $ q study --scroll <<EOF >>log
  > 1
  > 3
  > q
  > EOF
  $ q export --history --to jsonl | grep '"kind":"weights"' | tail -n 1 | sed 's/.*"answers":\([0-9]*\),"moved":0,"refit":true.*/fitted to \1 answers/'
  fitted to 95 answers
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same
  $ q undo | sed 's/at .*/at .../'
  taken back: demo/c2, rated again at ...
  $ q config refit false
  $ now=04-11; q study --scroll <<EOF >>log
  > 1
  > 3
  > q
  > EOF
  $ q export --history --to jsonl | grep -c '"kind":"weights"'
  4
