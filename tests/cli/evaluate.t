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

Without more, the published weights predict the answers of a file.  Below the scores stands what they mean, and of what was said how much came true.

  $ quaestor evaluate --reviews answers.csv
  463 answers predicted
  
                             log loss  after days  RMSE(bins)    AUC
  FSRS-7, published weights    0.6051      0.6051      0.1535  0.673
  
  FSRS-7      the memory model that dates come from
  published   weights for everyone, which know none of these answers
  log loss    how surprising answers were; smaller is better, a coin toss 0.69
  after days  the same, of answers a day and more after the one before
  RMSE(bins)  how far from what came, over like answers; smaller is better
  AUC         forgotten told from remembered; larger is better, a coin toss 0.5
  
  how often it came true: FSRS-7, published weights
  # is the share that was right; it should end at the |
   said  right                                                            answers
   29 %   56 %  ################|##############                                 9
   44 %   42 %  ####################### |                                      24
   58 %   59 %  ###############################|#                              54
   71 %   56 %  ###############################        |                       70
   80 %   72 %  ########################################    |                 102
   87 %   78 %  ############################################    |              93
   93 %   83 %  ##############################################     |           35
   97 %   87 %  #################################################    |         76
  $ quaestor evaluate --reviews answers.csv --json
  {"items":463,"log_loss":0.60509326481763659,"log_loss_days":0.60509326481763659,"rmse_bins":0.153498718556823,"auc":0.672670444324519,"name":"FSRS-7, published weights","models":[{"name":"FSRS-7, published weights","about":"those for everyone, which know none of these answers","items":463,"log_loss":0.60509326481763659,"log_loss_days":0.60509326481763659,"rmse_bins":0.153498718556823,"auc":0.672670444324519}],"calibration":[{"from":0.18999999999999995,"to":0.35999999999999988,"items":9,"predicted":0.29474968597618,"remembered":0.55555555555555558},{"from":0.35999999999999988,"to":0.51,"items":24,"predicted":0.4433692806330225,"remembered":0.41666666666666669},{"from":0.51,"to":0.64,"items":54,"predicted":0.578370615906951,"remembered":0.59259259259259256},{"from":0.64,"to":0.75,"items":70,"predicted":0.70982588126005364,"remembered":0.557142857142857},{"from":0.75,"to":0.84,"items":102,"predicted":0.7985382880991756,"remembered":0.715686274509804},{"from":0.84,"to":0.91,"items":93,"predicted":0.87010176725856725,"remembered":0.78494623655913975},{"from":0.91,"to":0.96,"items":35,"predicted":0.93141173100258767,"remembered":0.82857142857142863},{"from":0.96,"to":0.99,"items":76,"predicted":0.9653352350326786,"remembered":0.868421052631579}]}

In a narrow window each name stands above its figures.

  $ COLUMNS=40 quaestor evaluate --reviews answers.csv
  463 answers predicted
  
  log loss  after days  RMSE(bins)    AUC
  FSRS-7, published weights
    0.6051      0.6051      0.1535  0.673
  
  FSRS-7      the memory model that dates
              come from
  published   weights for everyone, which
              know none of these answers
  log loss    how surprising answers
              were; smaller is better, a
              coin toss 0.69
  after days  the same, of answers a day
              and more after the one
              before
  RMSE(bins)  how far from what came,
              over like answers; smaller
              is better
  AUC         forgotten told from
              remembered; larger is
              better, a coin toss 0.5
  
  how often it came true: FSRS-7,
  published weights
  # is the share that was right; it
  should end at the |
   said  right                    answers
   29 %   56 %  ####|####               9
   44 %   42 %  ######|                24
   58 %   59 %  ########|              54
   71 %   56 %  ######### |            70
   80 %   72 %  ########### |         102
   87 %   78 %  #############|         93
   93 %   83 %  ############# |        35
   97 %   87 %  ##############|        76

Weights come from a file, too; `optimize` writes one.

  $ quaestor optimize --reviews answers.csv --json >fitted.json
  $ mask() { sed 's/0\.[0-9]*/0.N/g; /^FSRS-7 *the /,$d'; }
  $ quaestor evaluate --reviews answers.csv --weights fitted.json | mask
  463 answers predicted
  
                             log loss  after days  RMSE(bins)    AUC
  FSRS-7, weights of a file    0.N      0.N      0.N  0.N
  

With --split each block of time is predicted by a fit to all before it, with --refit every answer by the newest fit; --calibrate corrects each prediction by how those before it went.  They are written to a file: those that were made unseen.

  $ quaestor evaluate --reviews answers.csv --split 5 --predictions split.csv | mask
  385 answers in 5 blocks of time predicted, each before it was seen
  
                           log loss  after days  RMSE(bins)    AUC
  FSRS-7, fitted by block    0.N      0.N      0.N  0.N
  
  $ quaestor evaluate --reviews answers.csv --refit 10 --calibrate --predictions refit.csv | mask
  463 answers predicted, each before it was seen
  
                                         log loss  after days  RMSE(bins)    AUC
  FSRS-7, refitted at +10 %, calibrated    0.N      0.N      0.N  0.N
  FSRS-7, refitted at +10 %                0.N      0.N      0.N  0.N
  
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

Calibrated alone, it is as it really runs.

  $ quaestor evaluate --reviews answers.csv --calibrate | mask
  463 answers predicted, each before it was seen
  
                                        log loss  after days  RMSE(bins)    AUC
  FSRS-7, refitted at +5 %, calibrated    0.N      0.N      0.N  0.N
  FSRS-7, refitted at +5 %                0.N      0.N      0.N  0.N
  

What was predicted unseen, in the order in which it ought to be:

  $ loss() { quaestor evaluate --reviews answers.csv "$@" --predictions p.csv >/dev/null; awk -F, 'NR == FNR { if (FNR > 1) want[$1,$2]; next } FNR > 1 && ($1,$2) in want { n++; s -= log($4 > 1 ? $5 : 1 - $5) } END { print s / n }' split.csv p.csv; rm p.csv; }
  $ published=$(loss) split=$(loss --split 5)
  $ awk -v a="$split" -v b="$published" 'BEGIN { print (a < b ? "a fit is better than the published weights" : "worse") }'
  a fit is better than the published weights

Other models stand beside it with --models, and always with one's own answers.  Above them is what really runs; of that are the plot, the predictions and the first score for programs.

  $ quaestor evaluate --reviews answers.csv --models | mask
  385 answers in 5 blocks of time predicted, each before it was seen
  
                                        log loss  after days  RMSE(bins)    AUC
  FSRS-7, refitted at +5 %, calibrated    0.N      0.N      0.N  0.N
  FSRS-7, refitted at +5 %                0.N      0.N      0.N  0.N
  FSRS-7, fitted by block                 0.N      0.N      0.N  0.N
  FSRS-7, published weights               0.N      0.N      0.N  0.N
  FSRS-6, fitted by block                 0.N      0.N      0.N  0.N
  FSRS-6, published weights               0.N      0.N      0.N  0.N
  SM-2                                    0.N      0.N      0.N  0.N
  share remembered so far                 0.N      0.N      0.N  0.N
  
  $ quaestor evaluate --reviews answers.csv --models --predictions models.csv --json >models.json; grep -o '"name":"[^"]*"' models.json
  "name":"FSRS-7, refitted at +5 %, calibrated"
  "name":"FSRS-7, refitted at +5 %, calibrated"
  "name":"FSRS-7, refitted at +5 %"
  "name":"FSRS-7, fitted by block"
  "name":"FSRS-7, published weights"
  "name":"FSRS-6, fitted by block"
  "name":"FSRS-6, published weights"
  "name":"SM-2"
  "name":"share remembered so far"
  $ said=$(sed 's/^{"items":385,"log_loss":\([0-9.]*\).*/\1/' models.json)
  $ awk -F, -v said="$said" 'NR > 1 { n++; s -= log($4 > 1 ? $5 : 1 - $5) } END { off = s / n - said; print n, (off * off < 1e-16 ? "with that score" : off) }' models.csv
  385 with that score
  $ quaestor evaluate --reviews answers.csv --models --json | diff models.json -
  $ rm models.csv; quaestor evaluate --reviews answers.csv --models --predictions models.csv | tail -n 1
  models.csv has the predictions of FSRS-7, refitted at +5 %, calibrated

One's own answers are the same answers.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" } ] }
  > EOF
  $ q() { quaestor --decks deck.json --progress p.db --now 2026-$now:00Z "$@"; }
  $ now=09-01T08:00; q evaluate
  nothing to predict yet: that begins with the second answer to a card
  [1]
  $ for now in 09-02T08:00 09-04T09:00 09-11T20:00 10-01T07:30 11-05T18:00; do q answer demo/sky --rating good >>log; done
  $ for now in 09-02T08:01 09-04T09:02 09-05T21:00; do q answer demo/sea --rating again >>log; done
  $ now=11-06T08:00; q evaluate --weights fitted.json --json | sed 's/,"models.*//; s/\.[0-9e-]*/.N/g'
  {"items":6,"log_loss":0.N,"log_loss_days":0.N,"rmse_bins":0.N,"auc":1,"name":"FSRS-7, weights of a file"
  $ q export --history --to csv -o own.csv
  $ q evaluate --split 2 >ours; quaestor evaluate --reviews own.csv --split 2 | diff - ours
  $ q evaluate demo/sky
  too few answers to cut into 5 blocks: that takes 6 that can be predicted, and
  there are 4; `--refit 5` needs no blocks
  [1]
  $ q evaluate demo/sky --split 4 | mask
  too few answers to cut into 4 blocks: that takes 5 that can be predicted, and
  there are 4; `--refit 5` needs no blocks
  $ q evaluate demo/sky --refit 5 | mask
  4 answers predicted, each before it was seen
  
                            log loss  after days  RMSE(bins)    AUC
  FSRS-7, refitted at +5 %    0.N      0.N      0.N      -
  
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
  $ quaestor evaluate --reviews /dev/null
  quaestor: '/dev/null' is not a regular file; `--reviews -` reads standard input
  [3]
  $ quaestor evaluate --reviews - <bad.csv
  quaestor: standard input:2:5: review_time must be milliseconds since 1970, not 'today'
      sky,today,3
          ^
  [3]
  $ quaestor evaluate --reviews - <answers.csv | head -n 1
  463 answers predicted
  $ tr , ';' <answers.csv | quaestor evaluate --reviews -
  quaestor: standard input:1:1: the first line names no column 'card_id'; it must name card_id, review_time and review_rating; commas must separate columns, not ';'
      card_id;review_time;review_rating;review_state;review_duration;note
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
  {"items":0,"log_loss":null,"log_loss_days":null,"rmse_bins":null,"auc":null,"name":"FSRS-7, published weights","models":[{"name":"FSRS-7, published weights","about":"those for everyone, which know none of these answers","items":0,"log_loss":null,"log_loss_days":null,"rmse_bins":null,"auc":null}],"calibration":[]}
  [1]
  $ echo '[1, 2, 3]' >weights.json; quaestor evaluate --reviews one.csv --weights weights.json
  quaestor: weights.json:1:1: FSRS-7 has 34 weights, and these are 3; other models' cannot be converted
      [1, 2, 3]
      ^
  [3]
  $ echo '{"weights": [0.1104, 2.2395, 3.9221, 11.7841, 10.00004, 1e9' >weights.json; seq -f ', %.0f' 7 34 >>weights.json; echo ']}' >>weights.json
  $ quaestor evaluate --reviews one.csv --weights weights.json
  quaestor: weights.json:1:57: weight 6 of 34 (fall of first difficulty by rating) must be from 0.001 to 4, not 1e+09
      s": [0.1104, 2.2395, 3.9221, 11.7841, 10.00004, 1e9
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
