Each kind of card has its way of being answered, and says so.

  $ cat >deck.json <<EOF
  > { "format": 1, "id": "demo", "title": "A demonstration", "cards": [
  >   { "id": "height", "question": "Mont Blanc?", "answer": 4806, "unit": "m" },
  >   { "id": "flat", "question": "The earth is flat.", "answer": false },
  >   { "id": "rivers", "question": "Rivers?", "answer": ["Rhine", "Danube"] },
  >   { "id": "steps", "question": "Count.", "answer": ["one", "two", "three"], "ordered": true },
  >   { "id": "planet", "question": "A planet?", "answer": "Mars", "wrong": ["Moon", "Sun"], "shuffle": false },
  >   { "id": "primes", "question": "Primes?", "answer": ["2", "3"], "wrong": ["4"], "shuffle": false },
  >   { "id": "capitals", "question": "Capitals?", "pairs": [["Spain", "Madrid"], ["Italy", "Rome"]] },
  >   { "id": "gap", "cloze": "The {{c1::cat::an animal}} sat on the mat." },
  >   { "id": "code", "question": ["What does it print?", "\`\`\`", "for (;;)", "    say(1);", "\`\`\`"],
  >     "answer": "ones", "image": "loop.png" },
  >   { "id": "think", "question": "Why?", "answer": "Because.", "grading": "self" } ] }
  > EOF
  $ study() {
  >   card=$1; shift
  >   printf "$@" | quaestor --decks deck.json --progress p.db --now 2026-11-20T08:00:00Z study "demo/$card" |
  >     sed '1,3d; /1 again/,$d'
  > }

A number, with or without its unit.

  $ study height '4806\n'
   Mont Blanc?
  
   > 4806
   [ok] exactly
  

True and false.

  $ study flat 'f\n'
   The earth is flat.
   (true or false)
  
   > f
   [ok] exactly
  

Items, one a line, until there are enough; an empty line ends them earlier, and on one line they are
divided by ";".

  $ study rivers 'Danube\nRhine\n'
   Rivers?
   (one item a line, in any order)
  
   1> Danube
   2> Rhine
   [ok] exactly
  
  $ study steps 'one\ntwo\n\n'
   Count.
   (one item a line, in order)
  
   1> one
   2> two
   3> 
   [--] partial: 2 of 3, missing: three
       you typed  one
                  two
       answer     one; two; three
  
  $ study steps 'one; two; three\n'
   Count.
   (one item a line, in order)
  
   1> one; two; three
   [ok] exactly
       on 2026-11-20 you typed one; two
  

A letter for one of several, letters for all that apply.

  $ study planet 'b\n'
   A planet?
     a) Mars
     b) Moon
     c) Sun
   (one letter)
  
   > b
   [x] wrong: another option
       you typed  b
       answer     Mars
  
  $ study primes 'a b\n'
   Primes?
     a) 2
     b) 3
     c) 4
   (all letters that apply)
  
   > a b
   [ok] exactly
  
  $ study primes 'ac\n'
   Primes?
     a) 2
     b) 3
     c) 4
   (all letters that apply)
  
   > ac
   [--] partial: 1 of 2, missing: 3, not: 4
       you typed  ac
       answer     2; 3
  

Pairs.

  $ study capitals '1a\n' | head -n 7
   Capitals?
     1. Spain
     2. Italy
     a) Rome
     b) Madrid
   (pairs, as 1b; 2a)
  

A gap, its hint when asked for.

  $ study gap ':hint\ncat\n'
   The [...] sat on the mat.
  
   > :hint
     hint: an animal
   > cat
   [ok] exactly
  

Lines between fences stay as they were written; a picture is named.

  $ study code 'ones\n'
   What does it print?
   for (;;)
       say(1);
   [image loop.png]
  
   > ones
   [ok] exactly
  

What one grades oneself is shown after Enter, or after any line.

  $ study think '\n'
   Why?
   (think; Enter shows the answer)
  
   > 
   answer
       Because.
  

Nobody else can judge it: leaving rates nothing.

  $ printf '\nq\n' | quaestor --decks deck.json --progress self.db --now 2026-11-20T08:00:00Z study demo/think |
  >   tail -n 3
   1 again <1m   2 hard 6m   3 good 10m   4 easy 54d     Space = good   ? help
   : q
   Left for today: 1 new, 0 learning, 0 due.
  $ printf '\n2\nq' | quaestor --decks deck.json --progress self.db --now 2026-11-20T08:00:00Z study demo/think |
  >   tail -n 2
   Coming back this week: tomorrow 1.
   Left for today: 0 new, 1 learning, 0 due.

Letters are dealt anew for each question: the summary of what was missed tells only what was typed as text,
and the same text once.

  $ summary() {
  >   card=$1; shift
  >   printf "$@" | quaestor --decks deck.json --progress "$card.db" --now 2026-11-20T08:00:00Z study "demo/$card" |
  >     sed -n '/^ missed/,/^$/p'
  > }
  $ summary planet 'b\n1\nb\n1\n'
   missed
     A planet?
       the answer is Mars
  
  $ summary height '17\n1\n18\n1\n17\n1\n'
   missed
     Mont Blanc?
       you typed 17, then 18 - the answer is 4806 m
  

What was skipped is not forgotten: the end says so.

  $ printf ':skip\n4806\n4\n' | quaestor --decks deck.json --progress t.db \
  >   --now 2026-11-20T08:00:00Z study demo/flat demo/height | tail -n 3
   Coming back this week: tomorrow 0.
   That was all for now. Next card: in 55 days, 2027-01-14.
   What you skipped still waits: `quaestor study` asks it.
