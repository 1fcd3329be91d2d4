"stats" tells the learner's history in numbers: how much, how well, and what comes.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "sky", "question": "The sky?", "answer": "blue" },
  >   { "id": "sea", "question": "The sea?", "answer": "green" },
  >   { "id": "grass", "question": "Grass?", "answer": "green", "tags": ["land"] },
  >   { "id": "coal", "question": "Coal?", "answer": "black", "tags": ["land"] } ] }
  > EOF
  $ echo '{ "format": 1, "id": "rome", "title": "Rome", "cards": [["First emperor?", "Augustus"]] }' >rome.json
  $ on() {
  >   now=$1; shift
  >   quaestor --decks deck.json --decks rome.json --progress p.db --now 2026-$now:00Z "$@"
  > }

Before the first answer there is little to say.

  $ on 09-01T08:00 stats
  No answers yet; `quaestor study` asks the first cards.
  
  Cards
  5 new, 0 learning, 0 young, 0 mature
  of these 0 suspended, 0 flagged, 0 leeches
  
  Decks, with the share right of 30 days
  deck  cards   seen  right    due
  demo      4      0      -      0
  rome      1      0      -      0
  $ on 09-01T08:00 stats is:due
  No cards, and no answers.

A learner begins in September, and comes back.

  $ a() { now=$1; shift; on $now answer "$@" >/dev/null; }
  $ a 09-01T08:00 demo/sky --typed blue
  $ a 09-01T08:10 demo/sky --typed blue
  $ a 09-01T08:11 demo/grass --rating easy
  $ a 09-11T20:00 demo/sky --typed grey
  $ a 09-11T20:10 demo/sky --typed blue
  $ a 09-12T20:00 demo/sky --typed blue
  $ a 10-03T01:00 demo/sea --rating easy
  $ a 10-31T08:00 demo/grass --rating good
  $ a 11-19T09:00 demo/sky --rating hard
  $ a 11-20T08:00 demo/coal --rating again
  $ a 11-20T08:01 demo/coal --rating good
  $ on 11-20T09:00 stats
  today   2 answers, 50 % right
  streak  2 days with an answer or nothing due; longest 13
  
  Right at reviews that were due
            reviews  right  wanted  model  young  mature
  7 days          1  100 %    90 %   69 %  100 %       -
  30 days         2  100 %    90 %   79 %  100 %   100 %
  365 days        4   75 %    90 %   84 %   67 %   100 %
  all             4   75 %    90 %   84 %   67 %   100 %
  
  The last 84 days
  answers on 7 of them; on these 2 answers a day
        Sep     Oct     Nov
  Mon   . . . . . . . . . . . .
  Tue   # . . . . . . . . . . .
  Wed   . . . . . . . . . . . .
  Thu   . . . . . . . . . . . :
  Fri   . + . . : . . . . . . +
  Sat . . : . . . . . . : . .
  Sun . . . . . . . . . . . .
  a day: . none  : 1  + 2  # 3
  
  Due in the next 14 days
  today      2  ##
  Sat 11-21  0
  Sun 11-22  0
  Mon 11-23  1  #
  Tue 11-24  0
  Wed 11-25  0
  Thu 11-26  0
  Fri 11-27  0
  Sat 11-28  0
  Sun 11-29  0
  Mon 11-30  0
  Tue 12-01  0
  Wed 12-02  0
  Thu 12-03  0
  
  Cards
  1 new, 1 learning, 1 young, 2 mature
  of these 0 suspended, 0 flagged, 0 leeches
  
  Decks, with the share right of 30 days
  deck  cards   seen  right    due
  demo      4      4  100 %      2
  rome      1      0      -      0

What was undone does not count.

  $ a 11-20T09:00 demo/sea --rating again
  $ on 11-20T09:00 stats | head -n 2
  today   3 answers, 33 % right
  streak  2 days with an answer or nothing due; longest 13
  $ on 11-20T09:01 undo
  taken back: demo/sea, rated again at 2026-11-20 09:00
  $ on 11-20T09:01 stats | head -n 2
  today   2 answers, 50 % right
  streak  2 days with an answer or nothing due; longest 13

In a narrow window nothing is lost.

  $ COLUMNS=40 on 11-20T09:00 stats
  today   2 answers, 50 % right
  streak  2 days with an answer or
          nothing due; longest 13
  
  Right at reviews that were due
            reviews  right  wanted  model
  7 days          1  100 %    90 %   69 %
  30 days         2  100 %    90 %   79 %
  365 days        4   75 %    90 %   84 %
  all             4   75 %    90 %   84 %
            young  mature
  7 days    100 %       -
  30 days   100 %   100 %
  365 days   67 %   100 %
  all        67 %   100 %
  
  The last 84 days
  answers on 7 of them; on these 2
  answers a day
        Sep     Oct     Nov
  Mon   . . . . . . . . . . . .
  Tue   # . . . . . . . . . . .
  Wed   . . . . . . . . . . . .
  Thu   . . . . . . . . . . . :
  Fri   . + . . : . . . . . . +
  Sat . . : . . . . . . : . .
  Sun . . . . . . . . . . . .
  a day: . none  : 1  + 2  # 3
  
  Due in the next 14 days
  today      2  ##
  Sat 11-21  0
  Sun 11-22  0
  Mon 11-23  1  #
  Tue 11-24  0
  Wed 11-25  0
  Thu 11-26  0
  Fri 11-27  0
  Sat 11-28  0
  Sun 11-29  0
  Mon 11-30  0
  Tue 12-01  0
  Wed 12-02  0
  Thu 12-03  0
  
  Cards
  1 new, 1 learning, 1 young, 2 mature
  of these 0 suspended, 0 flagged, 0
  leeches
  
  Decks, with the share right of 30 days
  deck  cards   seen  right    due
  demo      4      4  100 %      2
  rome      1      0      -      0
  $ COLUMNS=40 on 11-20T09:00 stats | awk 'length > 39'

A selector narrows all of it, and --days says how far back it goes.

  $ on 11-20T09:00 stats tag:land --days 30
  today   2 answers, 50 % right
  streak  21 days with an answer or nothing due; longest 56
  
  Right at reviews that were due
            reviews  right  wanted  model  young  mature
  30 days         1  100 %    90 %   89 %      -   100 %
  all             1  100 %    90 %   89 %      -   100 %
  
  The last 30 days
  answers on 2 of them; on these 2 answers a day
        Nov
  Mon   . . . .
  Tue   . . . .
  Wed   . . . .
  Thu . . . . .
  Fri . . . . +
  Sat . : . .
  Sun . . . .
  a day: . none  : 1  + 2
  
  Due in the next 14 days
  today      1  #
  Sat 11-21  0
  Sun 11-22  0
  Mon 11-23  0
  Tue 11-24  0
  Wed 11-25  0
  Thu 11-26  0
  Fri 11-27  0
  Sat 11-28  0
  Sun 11-29  0
  Mon 11-30  0
  Tue 12-01  0
  Wed 12-02  0
  Thu 12-03  0
  
  Cards
  0 new, 1 learning, 0 young, 1 mature
  of these 0 suspended, 0 flagged, 0 leeches
  
  Decks, with the share right of 30 days
  deck  cards   seen  right    due
  demo      2      2  100 %      1
  $ on 11-20T09:00 stats --days 1 | sed -n '/Right/,/^Due/p'
  Right at reviews that were due
            reviews  right  wanted  model  young  mature
  1 day           0      -       -      -      -       -
  all             4   75 %    90 %   84 %   67 %   100 %
  
  Due in the next 14 days
  $ on 11-20T09:00 stats --days 0
  quaestor: --days takes a number from 1 to 36525
  [2]

The night belongs to the day before; a day later the streak goes on with what is done then.

  $ on 11-21T03:59 stats | head -n 2
  today   2 answers, 50 % right
  streak  2 days with an answer or nothing due; longest 13
  $ on 11-21T04:00 stats | head -n 2
  today   no answer yet
  streak  2 days up to yesterday, with an answer or nothing due; longest 13
  $ on 11-22T04:00 stats | head -n 2
  today   no answer yet
  streak  the next answer begins one; longest 13

JSON has every day with an answer, and sums.

  $ on 11-20T09:00 --json stats | python3 -m json.tool --no-ensure-ascii >stats.json
  $ python3 - <<EOF
  > import json
  > stats = json.load(open("stats.json"))
  > print(list(stats))
  > print(stats["day"], stats["today"], stats["streak"])
  > for window in stats["reviews"]:
  >     print(window["days"], window["reviews"], window["right"], window["share"],
  >           window["young"]["reviews"], window["mature"]["reviews"])
  > print(round(stats["reviews"][-1]["model"], 1), round(stats["reviews"][-1]["wanted"], 3))
  > print(stats["period"])
  > for day in stats["days"]:
  >     print(day["day"], day["answers"], day["right"])
  > print(sum(day["answers"] for day in stats["days"]))
  > print(stats["forecast"]["backlog"], stats["forecast"]["days"][0], len(stats["forecast"]["days"]))
  > print(stats["cards"])
  > print(stats["decks"][1])
  > EOF
  ['day', 'today', 'streak', 'reviews', 'period', 'days', 'forecast', 'cards', 'decks']
  2026-11-20 {'answers': 2, 'right': 1, 'timed': 0, 'seconds': 0} {'days': 2, 'longest': 13, 'today': True}
  7 1 1 1 1 0
  30 2 2 1 1 1
  365 4 3 0.75 3 1
  None 4 3 0.75 3 1
  0.8 0.9
  {'days': 84, 'studied': 7, 'answers': 11, 'right': 9, 'timed': 0, 'seconds': 0}
  2026-09-01 3 3
  2026-09-11 2 1
  2026-09-12 1 1
  2026-10-02 1 1
  2026-10-31 1 1
  2026-11-19 1 1
  2026-11-20 2 1
  11
  0 {'day': '2026-11-20', 'due': 2} 14
  {'new': 1, 'learning': 1, 'young': 1, 'mature': 2, 'suspended': 0, 'flagged': 0, 'leeches': 0, 'seen': 4, 'due': 2}
  {'id': 'rome', 'title': 'Rome', 'new': 1, 'learning': 0, 'young': 0, 'mature': 0, 'suspended': 0, 'flagged': 0, 'leeches': 0, 'seen': 0, 'due': 0, 'last_30_days': {'reviews': 0, 'right': 0, 'share': None, 'wanted': None, 'model': None}}

Colour only comes on top.

  $ on 11-20T09:00 --color always stats | sed 's/\x1b\[[0-9;]*m//g' >colored
  $ on 11-20T09:00 stats | cmp - colored

Asking changes nothing, and a card that no deck has any more keeps its answers.

  $ cp p.db before.db
  $ on 11-20T09:00 stats >/dev/null
  $ cmp p.db before.db
  $ quaestor --decks rome.json --progress p.db --now 2026-11-20T09:00:00Z stats | head -n 2
  today   2 answers, 50 % right
  streak  81 days with an answer or nothing due; longest 81
