"optimize" fits the memory model to one's answers, and shows what that would change before it changes anything.

  $ awk 'BEGIN {
  >   printf "{ \"format\": 1, \"id\": \"demo\", \"title\": \"A demonstration\", \"cards\": ["
  >   for (c = 1; c <= 9; c++) printf "%s[\"Question %d?\", \"%d\", {\"id\": \"c%d\"}]", (c > 1 ? ", " : ""), c, c, c
  >   print "] }" }' >deck.json
  $ q() { quaestor --decks deck.json --progress p.db --now "2026-${now}T$at:00:0${c:-0}Z" "$@"; }
  $ n() { sed 's/-\{0,1\}[0-9][0-9]*\.[0-9e-]*/N/g; s/"weights":\[[N,0-9]*\]/"weights":[...]/'; }

There is nothing to fit to at first, nor is anything written.

  $ at=08 now=01-01; q optimize
  nothing to fit to yet: that begins with the second answer to a card
  [1]
  $ q optimize --yes
  nothing to fit to yet: that begins with the second answer to a card
  [1]
  $ ls
  deck.json

A learner who forgets most of it within days, whatever is tried; of three cards one does not know yet.

  $ rate() { r=$1; shift; for c; do q answer demo/c$c --rating $r >>log; done; }
  $ at=08; now=01-01; rate easy 1 2 3 4 5 6 7 8 9
  $ for now in 01-04 01-08 01-11 01-15 01-18 01-22 01-26; do at=08; rate again 1 2 3 4 5 6; at=09; rate easy 1 2 3 4 5 6; done
  $ now=01-27 c=0; q optimize | n
  fitted to 93 answers (84 predictable)
  prediction error (log loss): N fitted, N in use, N published
  3 of 9 cards not yet due would move: 3 earlier, 0 later
  due by day, as it is -> as it would be
               Wed   Thu   Fri   Sat   Sun   Mon   Tue
  2026-01-28  6->8  0->1     0     0     0     0     0
  2026-02-04     0     0     0     0     0     0     0
  2026-02-11     0     0     0     0     0     0     0
  2026-02-18     0  1->0  1->0     0     0     0     0
  2026-02-25  1->0     0
  nothing was changed; add --yes to take it
  $ q optimize --json | n | sed 's/"after":\[[0-9,]*\]/"after":[...]/'
  {"model":"FSRS-7","weights":[...],"reviews":93,"items":84,"seconds":N,"log_loss":{"default":N,"fitted":N,"current":N},"moved":3,"due":{"before":[6,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,0,0,0,0,1,0],"after":[...]},"taken":false}

Where nothing is selected that could be fitted to, nothing is offered; so it is with a file.

  $ q suspend demo/c9 >>log; q optimize is:suspended
  nothing to fit to among the cards selected: that begins with the second answer
  to a card
  [1]
  $ q optimize --yes is:suspended
  nothing to fit to among the cards selected: that begins with the second answer
  to a card
  [1]
  $ q optimize --json is:suspended | n
  {"model":"FSRS-7","weights":[...],"reviews":1,"items":0,"seconds":N,"log_loss":{"default":null,"fitted":null,"current":null},"moved":0,"due":{"before":[6,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,1,0],"after":[6,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,1,0]},"taken":false}
  $ q unsuspend demo/c9 >>log
  $ q optimize is:flagged
  nothing to fit to among the cards selected: that begins with the second answer
  to a card
  [1]

Nothing was changed so far.

  $ q why demo/c9 | sed -n 's/.*, due in/due in/p; $p'
  due in 23 days, 2026-02-19
  an answer now would bring it back:  again 10m  hard 53d  good 180d  easy 186d
  $ q export --history --to jsonl | grep -c weights
  0
  [1]

With --yes it is; where it is wanted that no date moves, --keep-dates.

  $ q optimize --yes --keep-dates | sed '/^fitted/,/^pred/d'
  no card would get another date
  taken; `quaestor undo` takes it back
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same

The dates can follow later: the weights stay then, and undo says what it was.

  $ q optimize
  fitted to 93 answers (84 predictable)
  a fit brings no more than chance would, so the weights in use stay; what would
  move was dated by earlier weights or settings, or when its day was full
  3 of 9 cards not yet due would move: 3 earlier, 0 later
  due by day, as it is -> as it would be
               Wed   Thu   Fri   Sat   Sun   Mon   Tue
  2026-01-28  6->8  0->1     0     0     0     0     0
  2026-02-04     0     0     0     0     0     0     0
  2026-02-11     0     0     0     0     0     0     0
  2026-02-18     0  1->0  1->0     0     0     0     0
  2026-02-25  1->0     0
  nothing was changed; add --yes to take it
  $ q optimize --yes | tail -n 1
  taken; `quaestor undo` takes it back
  $ q export --history --to jsonl | sed -n 's/.*"loss_before":\([0-9.]*\),"loss":\1\b.*/the same loss/p'
  the same loss
  $ q undo
  taken back: moved 3 dates under the same weights at 2026-01-27 09:00
  $ q redo
  restored: moved 3 dates under the same weights at 2026-01-27 09:00
  $ q undo
  taken back: moved 3 dates under the same weights at 2026-01-27 09:00

One undo more takes the weights back.

  $ q undo
  taken back: fitted the memory model at 2026-01-27 09:00
  $ q optimize --yes | tail -n 1
  taken; `quaestor undo` takes it back
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same

Who fits again finds nothing to change.

  $ q optimize | n | head -n 3
  nothing to change: the weights in use predict your 93 answers with an error of
  N, a fit anew with N; such a difference is no more than chance
  $ q export --history --to jsonl | sed -n 's/.*"kind":"\(weights\|move\)".*/\1/p' | sort | uniq -c
        6 move
        3 weights

One undo takes back weights and dates, and redo brings them back.

  $ q why demo/c9 >fitted.txt
  $ q undo
  taken back: fitted the memory model and moved 3 dates at 2026-01-27 09:00
  $ q why demo/c9 | sed -n 's/.*, due in/due in/p; $p'
  due in 23 days, 2026-02-19
  an answer now would bring it back:  again 10m  hard 53d  good 180d  easy 186d
  $ q redo
  restored: fitted the memory model and moved 3 dates at 2026-01-27 09:00
  $ q why demo/c9 | diff - fitted.txt
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same
  $ q undo --json | sed 's/[0-9a-f]\{32\}/DEVICE/'
  {"undone":{"card":null,"kind":"weights","rating":null,"time":"2026-01-27T09:00:00+00:00"},"event":"DEVICE:129"}

The same answers from a file give weights and nothing else.

  $ q export --history --to csv -o answers.csv
  $ q optimize --json | sed 's/,"seconds.*//' >ours; quaestor optimize --reviews answers.csv --json | sed 's/,"seconds.*//' | diff - ours
  $ quaestor optimize --reviews answers.csv | n | head -n 2
  fitted to 93 answers (84 predictable)
  prediction error (log loss): N fitted, N published
  $ quaestor optimize --reviews - --json <answers.csv | sed 's/,"seconds.*//' | diff - ours
  $ quaestor optimize --reviews answers.csv --yes
  quaestor: --reviews only prints weights; leave --yes and --keep-dates out
  [2]
  $ printf 'card_id,review_time,review_rating\n' >none.csv; quaestor optimize --reviews none.csv --json | n
  {"model":"FSRS-7","weights":[...],"reviews":0,"items":0,"seconds":N,"log_loss":{"default":null,"fitted":null}}
  $ quaestor optimize --reviews none.csv
  nothing to fit to in this file: that begins with the second answer to a card
  [1]

Below 16 answers that can be predicted nothing is fitted, and what is no time after the answer before cannot be.

  $ head -n 12 answers.csv >few.csv; quaestor optimize --reviews few.csv
  too little to fit to in this file: a fit takes 16 answers that can be
  predicted, and there are 10
  [1]
  $ quaestor optimize --reviews few.csv --json | n
  {"model":"FSRS-7","weights":[...],"reviews":11,"items":10,"seconds":N,"log_loss":{"default":N,"fitted":N}}
  $ printf 'card_id,review_time,review_rating\nsky,1,3\nsky,1,3\nsea,1,1\n' >same.csv
  $ quaestor optimize --reviews same.csv; quaestor evaluate --reviews same.csv
  nothing to fit to in this file: no time passed between the answers to a card
  nothing to predict yet: no time passed between the answers to a card
  [1]

Times in seconds are taken for what they are.

  $ sed 's/000,/,/' answers.csv >seconds.csv; quaestor optimize --reviews seconds.csv
  quaestor: seconds.csv:2:9: review_time must be milliseconds since 1970, and this looks like seconds; multiply such times by 1000
      demo/c1,1767254401,4,0,0
              ^
  [3]

A session fits by itself, at its end, when the answers have grown, and says so; no date moves, and undo means the answer.  A setting turns that off.

  $ now=02-11; q due --brief
  6 due
  $ q study --scroll <<EOF | tail -n 1
  > 1
  > 3
  > q
  > EOF
   Memory model refitted to 95 answers.
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

So does a quiz that saves its answers; "answer" leaves it to the script that calls it.

  $ fits() { q export --history --to jsonl | grep -c '"kind":"weights"'; }
  $ now=04-12; q config refit true; before=$(fits)
  $ rate good 1 2 3 4 5 6; echo $(($(fits) - before))
  0
  $ printf '%s\n' 1 2 3 4 5 6 7 8 9 | q quiz >>log; echo $(($(fits) - before))
  0
  $ printf '%s\n' 1 2 3 4 5 6 7 8 9 | q quiz --record >>log; echo $(($(fits) - before))
  1
  $ q doctor | grep dates
  [ok] dates       9 cards worked out again from the events: the same

Who has answered so few times is told of no fit, and none is written down.

  $ q() { quaestor --decks deck.json --progress few.db --now "2026-${now}T$at:00:0${c:-0}Z" "$@"; }
  $ c=0; for now in 01-01 01-05; do at=08; rate good 1 2 3 4 5 6 7 8 9; done
  $ now=01-30 c=0; q optimize
  too little to fit to yet: a fit takes 16 answers that can be predicted, and
  there are 9
  [1]
  $ printf '%s\n' 1 2 3 | q study --scroll | grep -c refitted
  0
  [1]
  $ fits
  0
  [1]
