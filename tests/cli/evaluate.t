"evaluate" says how well recall is predicted: of answers in a file, or of one's own.

A file of answers that no one gave: thirty cards that come back ever later, one of four of them a hard one.

  $ awk 'BEGIN {
  >   print "card_id,review_time,review_rating,review_state,review_duration,note"
  >   s = 7
  >   for (day = 0; day < 120; day++)
  >     for (c = 0; c < 30; c++) {
  >       if (due[c] > day) continue
  >       s = (s * 16807) % 2147483647
  >       r = s % 100 < (c % 4 ? 88 : 55) ? 3 : 1
  >       printf "%d,%.0f,%d,1,2500,\"any, thing\"\n", c, 1700000000000 + day * 86400000 + c * 20000, r
  >       gap[c] = r == 1 || !gap[c] ? 1 : gap[c] * 2; due[c] = day + gap[c]
  >     } }' >answers.csv
  $ wc -l <answers.csv
  494

Without more, the published weights predict.

  $ quaestor evaluate --reviews answers.csv
  463 answers predicted
  
                         log loss after days RMSE(bins)        AUC
  FSRS-7                   0.6051     0.6051     0.1535     0.6727
  
  how often what FSRS-7 said came true
   19-36 %    9: said 29 %, were 56 %  #######################
   36-51 %   24: said 44 %, were 42 %  ##################
   51-64 %   54: said 58 %, were 59 %  #########################
   64-75 %   70: said 71 %, were 56 %  #######################
   75-84 %  102: said 80 %, were 72 %  ##############################
   84-91 %   93: said 87 %, were 78 %  #################################
   91-96 %   35: said 93 %, were 83 %  ###################################
   96-99 %   76: said 97 %, were 87 %  ####################################
  $ quaestor evaluate --reviews answers.csv --json
  {"items":463,"log_loss":0.60509326481763659,"log_loss_days":0.60509326481763659,"rmse_bins":0.153498718556823,"auc":0.672670444324519,"models":[{"name":"FSRS-7","about":"weights as published","items":463,"log_loss":0.60509326481763659,"log_loss_days":0.60509326481763659,"rmse_bins":0.153498718556823,"auc":0.672670444324519}],"calibration":[{"from":0.18999999999999995,"to":0.35999999999999988,"items":9,"predicted":0.29474968597618,"remembered":0.55555555555555558},{"from":0.35999999999999988,"to":0.51,"items":24,"predicted":0.4433692806330225,"remembered":0.41666666666666669},{"from":0.51,"to":0.64,"items":54,"predicted":0.578370615906951,"remembered":0.59259259259259256},{"from":0.64,"to":0.75,"items":70,"predicted":0.70982588126005364,"remembered":0.557142857142857},{"from":0.75,"to":0.84,"items":102,"predicted":0.7985382880991756,"remembered":0.715686274509804},{"from":0.84,"to":0.91,"items":93,"predicted":0.87010176725856725,"remembered":0.78494623655913975},{"from":0.91,"to":0.96,"items":35,"predicted":0.93141173100258767,"remembered":0.82857142857142863},{"from":0.96,"to":0.99,"items":76,"predicted":0.9653352350326786,"remembered":0.868421052631579}]}

Weights come from a file, too; `optimize` writes one.

  $ quaestor optimize --reviews answers.csv --json >fitted.json
  $ mask() { sed 's/0\.[0-9]*/0.N/g; /^how often/,$d'; }
  $ quaestor evaluate --reviews answers.csv --weights fitted.json | mask
  463 answers predicted
  
                         log loss after days RMSE(bins)        AUC
  FSRS-7                   0.N     0.N     0.N     0.N
  

With --split each block of time is predicted by a fit to all before it, with --refit every answer by the newest fit; --calibrate corrects each prediction by how those before it went.  They are written to a file: those that were made unseen.

  $ quaestor evaluate --reviews answers.csv --split 5 --predictions split.csv | mask
  385 answers predicted, each before it was seen
  
                         log loss after days RMSE(bins)        AUC
  FSRS-7                   0.N     0.N     0.N     0.N
  
  $ quaestor evaluate --reviews answers.csv --refit 10 --calibrate --predictions refit.csv | mask
  463 answers predicted, each before it was seen
  
                         log loss after days RMSE(bins)        AUC
  FSRS-7                   0.N     0.N     0.N     0.N
  calibrated               0.N     0.N     0.N     0.N
  
  $ wc -l <split.csv
  386
  $ wc -l <refit.csv
  464
  $ head -n 3 refit.csv | sed 's/0\.[0-9]*/0.N/g'
  card_id,review_time,elapsed_days,rating,recall
  0,1700086400000,1,1,0.N
  0,1700172800000,1,1,0.N
  $ quaestor evaluate --reviews answers.csv --refit 10 --predictions refit.csv
  quaestor: 'refit.csv' is there already; name a file that is not
  [2]

What was predicted unseen, in the order in which it ought to be:

  $ loss() { quaestor evaluate --reviews answers.csv "$@" --predictions p.csv >/dev/null; awk -F, 'NR == FNR { if (FNR > 1) want[$1,$2]; next } FNR > 1 && ($1,$2) in want { n++; s -= log($4 > 1 ? $5 : 1 - $5) } END { print s / n }' split.csv p.csv; rm p.csv; }
  $ published=$(loss) split=$(loss --split 5)
  $ awk -v a="$split" -v b="$published" 'BEGIN { print (a < b ? "a fit is better than the published weights" : "worse") }'
  a fit is better than the published weights

Other models stand beside it with --models, and always with one's own answers.

  $ quaestor evaluate --reviews answers.csv --models | mask
  385 answers predicted, each before it was seen
  
                         log loss after days RMSE(bins)        AUC
  FSRS-7                   0.N     0.N     0.N     0.N
  refitted                 0.N     0.N     0.N     0.N
  calibrated               0.N     0.N     0.N     0.N
  FSRS-7 as published      0.N     0.N     0.N     0.N
  FSRS-6                   0.N     0.N     0.N     0.N
  FSRS-6 as published      0.N     0.N     0.N     0.N
  SM-2                     0.N     0.N     0.N     0.N
  constant                 0.N     0.N     0.N     0.N
  
  $ quaestor evaluate --reviews answers.csv --models --json | grep -o '"name":"[^"]*"'
  "name":"FSRS-7"
  "name":"refitted"
  "name":"calibrated"
  "name":"FSRS-7 as published"
  "name":"FSRS-6"
  "name":"FSRS-6 as published"
  "name":"SM-2"
  "name":"constant"

One's own answers are the same answers.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-$now:00Z "$@"; }
  $ now=09-01T08:00; q evaluate
  nothing to predict yet: that begins with the second answer to a card
  $ for now in 09-02T08:00 09-04T09:00 09-11T20:00 10-01T07:30 11-05T18:00; do q answer demo/sky --rating good >>log; done
  $ for now in 09-02T08:01 09-04T09:02 09-05T21:00; do q answer demo/sea --rating again >>log; done
  $ now=11-06T08:00; q evaluate --weights fitted.json --json | sed 's/,"models.*//; s/\.[0-9e-]*/.N/g'
  {"items":6,"log_loss":0.N,"log_loss_days":0.N,"rmse_bins":0.N,"auc":1
  $ q export --history --to csv -o own.csv
  $ q evaluate --split 2 >ours; quaestor evaluate --reviews own.csv --split 2 | diff - ours
  $ q evaluate demo/sky | mask
  too few answers yet to cut them into blocks: 4 can be predicted
  $ q evaluate demo/sky --reviews own.csv
  quaestor: --reviews takes all answers of its file, and 'demo/sky' selects some of yours; say one of them
  [2]
  $ q evaluate demo/sun
  quaestor: no card 'demo/sun'; `quaestor list` shows what there is
  [2]

What is wrong with a file is said with its place.

  $ quaestor evaluate --reviews nothing.csv
  quaestor: cannot open 'nothing.csv': No such file or directory
  [3]
  $ printf 'card_id,review_time,review_rating\nsky,today,3\n' >bad.csv; quaestor evaluate --reviews bad.csv
  quaestor: bad.csv:2:5: review_time must be milliseconds since 1970, not 'today'
      sky,today,3
          ^
  [3]
  $ printf 'card,time,rating\n' >bad.csv; quaestor evaluate --reviews bad.csv
  quaestor: bad.csv:1:1: the first line names no column 'card_id'; it must name card_id, review_time and review_rating
      card,time,rating
      ^
  [3]
  $ printf 'card_id,review_time,review_rating\nsky,1\n' >bad.csv; quaestor optimize --reviews bad.csv
  quaestor: bad.csv:2:1: this line ends before its column 3, review_rating
      sky,1
      ^
  [3]
  $ printf 'card_id,review_time,review_rating\nsky,1,3\n' >one.csv; quaestor evaluate --reviews one.csv; quaestor evaluate --reviews one.csv --json
  nothing to predict yet: that begins with the second answer to a card
  {"items":0,"log_loss":null,"log_loss_days":null,"rmse_bins":null,"auc":null,"models":[{"name":"FSRS-7","about":"weights as published","items":0,"log_loss":null,"log_loss_days":null,"rmse_bins":null,"auc":null}],"calibration":[]}
  $ echo '[1, 2, 3]' >weights.json; quaestor evaluate --reviews one.csv --weights weights.json
  quaestor: weights.json:1:1: FSRS-7 has 34 weights, and these are 3; other models' cannot be converted
      [1, 2, 3]
      ^
  [3]
  $ echo '{"weights": "none"}' >weights.json; quaestor evaluate --reviews one.csv --weights weights.json
  quaestor: weights.json:1:1: weights are an array of 34 numbers
      {"weights": "none"}
      ^
  [3]
  $ quaestor evaluate --reviews one.csv --split 5 --refit 5
  quaestor: --weights, --split, --refit and --models are four ways; say one
  [2]
  $ quaestor evaluate --reviews one.csv --split 0
  quaestor: --split takes a number from 1 to 1000
  [2]
  $ quaestor evaluate --reviews one.csv --refit 101
  quaestor: --refit takes a number from 1 to 100
  [2]
  $ quaestor evaluate --reviews one.csv --models --calibrate
  quaestor: --models calibrates already; leave --calibrate out
  [2]
