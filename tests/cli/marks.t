Marks keep cards out, or in sight, without touching what was learned.

  $ cat >rome.json <<'END'
  > { "format": 1, "id": "rome", "cards": [
  >   { "id": "loser", "question": "Who lost Rome?", "answer": "Bessas", "tags": ["546"] },
  >   { "id": "king", "question": "Who took it?", "answer": "Totila", "tags": ["546"] },
  >   { "id": "cousin", "question": "Whose cousin?", "answer": "Justinian's", "reverse": true } ] }
  > END
  $ q() { quaestor --decks rome.json --progress p.db --now "${NOW:-2026-11-20T08:00:00Z}" "$@"; }

A suspended card is not asked until it is wanted again.

  $ q suspend tag:546
  2 cards suspended
  $ q list is:suspended
  rome/loser  suspended  Who lost Rome?
  rome/king   suspended  Who took it?
  $ q next
  rome/cousin
   Whose cousin?
  $ q suspend rome/king
  0 cards suspended
  $ NOW=2026-12-24T08:00:00Z q due
  deck      new  learning     due
  rome        2         0       0
  $ q unsuspend is:suspended
  2 cards no longer suspended

A buried card comes back the next study day, which begins at four.

  $ q bury rome/loser rome/king
  2 cards buried until tomorrow
  $ q next
  rome/cousin
   Whose cousin?
  $ q list --json rome/loser | grep -o '"flags":[^]]*]'
  "flags":["buried"]
  $ NOW=2026-11-21T03:59:00Z q next
  rome/cousin
   Whose cousin?
  $ NOW=2026-11-21T04:00:00Z q next
  rome/loser
   Who lost Rome?
  $ q bury --off rome/king
  1 card no longer buried

A flag is the learner's own.

  $ q flag rome/cousin --json
  {"changed":["rome/cousin","rome/cousin#reverse"]}
  $ q list is:flagged not:rome/cousin#reverse
  rome/cousin  new        Whose cousin?
  $ q flag --off rome/cousin#reverse
  1 card no longer flagged

Reset makes a card new; its answers stay in the file, and undo brings them back.

  $ q answer rome/king --typed Totila | tail -n 1
  good; due again in 10m
  $ q reset rome/king
  1 card new again; `quaestor undo` restores
  $ q why rome/king | head -n 1
  never answered
  $ q undo
  taken back: rome/king, made new at 2026-11-20 08:00
  $ q why rome/king | head -n 1
  2026-11-20 08:00  good

Undo goes on with the marks before, one by one, and redo restores them.

  $ q undo
  taken back: rome/king, rated good at 2026-11-20 08:00
  $ q undo
  taken back: rome/cousin#reverse, unflagged at 2026-11-20 08:00
  $ q undo
  taken back: rome/cousin#reverse, flagged at 2026-11-20 08:00
  $ q redo
  restored: rome/cousin#reverse, flagged at 2026-11-20 08:00
  $ q redo --json | sed 's/"event":.*/"event":...}/'
  {"redone":{"card":"rome/cousin#reverse","kind":"flag","rating":null,"time":"2026-11-20T08:00:00+00:00"},"event":...}

What is not there cannot be marked.

  $ q suspend rome/kng
  quaestor: no card 'rome/kng'; did you mean 'rome/king'?
  [2]
  $ q suspend
  quaestor: too little for 'suspend'; usage: quaestor suspend SELECTOR...
  [2]
