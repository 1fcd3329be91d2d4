"quiz" is a scored test.  It asks like "study", judges like it, and leaves the schedule alone.

  $ cat >rome.json <<EOF
  > { "format": 1, "id": "rome", "title": "Rome in 546",
  >   "documents": { "book": { "title": "The Book" } }, "defaults": { "tags": ["war"] },
  >   "cards": [
  >     { "id": "loser", "question": "Which general lost Rome?", "answer": "Bessas", "hint": "He sold grain.",
  >       "note": "In December.", "source": { "document": "book", "at": "Chapter 3" }, "tags": ["people"] },
  >     { "id": "winner", "question": "Which king took Rome?", "answer": "Totila", "tags": ["people"] },
  >     { "id": "ally", "question": "Who shared the command?", "answer": "Conon", "tags": ["people"] },
  >     { "id": "kings", "question": "Which kings came before Totila?", "answer": ["Ildibad", "Eraric"] },
  >     { "id": "year", "question": "In which year was Rome lost?", "answer": 546 } ] }
  > EOF
  $ cat >signs.json <<EOF
  > { "format": 1, "id": "signs", "cards": [
  >   { "id": "smile", "question": "Which sign smiles?", "answer": ":)" },
  >   { "id": "cousin", "question": "Whose cousin?", "answer": "Justinian's", "grading": "self" } ] }
  > EOF
  $ quiz() {
  >   quaestor --decks rome.json --decks signs.json --progress p.db --now 2026-11-20T08:00:00Z --seed 2 quiz "$@"
  > }

Each answer is judged at once.  Questions come evenly out of decks and tags; a card that one grades oneself
cannot be scored.  At the end: the score, by deck and tag, and every miss.  A list is answered item by item, and
each item has its share of the mark; ":skip" puts a question to the end.

  $ printf 'Eraric\n\n::)\n:skip\n:hint\nBessas\nTotila\n547\nWitiges\n' | quiz --pass 80
   6 questions; no date changes.
  
   rome                                                                    1 of 6
   ──────────────────────────────────────────────────────────────────────────────
   Which kings came before Totila?
   (one item a line, in any order)
  
   1> Eraric
   2> 
   [--] partial: 1 of 2, missing: Ildibad
       you typed  Eraric
       answer     Ildibad; Eraric
  
   signs                                                                   2 of 6
   ──────────────────────────────────────────────────────────────────────────────
   Which sign smiles?
  
   > ::)
   [ok] exactly
  
   rome                                                                    3 of 6
   ──────────────────────────────────────────────────────────────────────────────
   Who shared the command?
  
   > :skip
   Put off to the end of the paper.
  
   rome > Chapter 3                                                        3 of 6
   ──────────────────────────────────────────────────────────────────────────────
   Which general lost Rome?
  
   > :hint
   hint: He sold grain.
   > Bessas
   [ok] exactly
   In December.
   (The Book, "Chapter 3")
  
   rome                                                                    4 of 6
   ──────────────────────────────────────────────────────────────────────────────
   Which king took Rome?
  
   > Totila
   [ok] exactly
  
   rome                                                                    5 of 6
   ──────────────────────────────────────────────────────────────────────────────
   In which year was Rome lost?
  
   > 547
   [x] wrong: one off: 547 is not 546
       you typed  547
       answer     546
                    ^
  
   rome                                                                    6 of 6
   ──────────────────────────────────────────────────────────────────────────────
   Who shared the command?
  
   > Witiges
   [x] wrong: another answer
       you typed  Witiges
       answer     Conon
                  ^^^^^^^
  
   3.5 of 6, 58 %; not passed (80 %). 0m 00s.
   3 right, 1 in part, 2 wrong.
  
   by deck
     rome      2.5 of   5   50 %
     signs       1 of   1  100 %
  
   by tag, the weakest first
     war        2.5 of   5   50 %
     people       2 of   3   66 %
  
   missed
  
   Which kings came before Totila?
   [--] partial: 1 of 2, missing: Ildibad
       you typed  Eraric
       answer     Ildibad; Eraric
  
   In which year was Rome lost?
   [x] wrong: one off: 547 is not 546
       you typed  547
       answer     546
                    ^
  
   Who shared the command?
   [x] wrong: another answer
       you typed  Witiges
       answer     Conon
                  ^^^^^^^
  
   No date changed; --seed 2 draws the same paper.
  [1]

The paper is asked in full, whatever the count, if there are not so many questions.  An exam says nothing before
the end, and gives no hints.

  $ printf ':hint\nBessas\n' | quiz --exam --count 1 rome/loser
   1 question; no date changes. What was right is told at the end.
  
   rome > Chapter 3                                                        1 of 1
   ──────────────────────────────────────────────────────────────────────────────
   Which general lost Rome?
  
   > :hint
   There are no hints in an exam.
   > Bessas
  
   1 of 1, 100 %. 0m 00s.
   1 right, 0 wrong.
  
   No date changed; --seed 2 draws the same paper.
  $ printf 'Bessas\n:quit\n' | quiz --exam --count 2 rome/loser rome/year
   2 questions; no date changes. What was right is told at the end.
  
   rome                                                                    1 of 2
   ──────────────────────────────────────────────────────────────────────────────
   In which year was Rome lost?
  
   > Bessas
  
   rome > Chapter 3                                                        2 of 2
   ──────────────────────────────────────────────────────────────────────────────
   Which general lost Rome?
  
   > :quit
  
   0 of 2, 0 %. 0m 00s.
   0 right, 1 wrong, 1 not reached.
  
   missed
  
   In which year was Rome lost?
   [x] wrong: one number is asked
       you typed  Bessas
       answer     546
                  ^^^^^^
  
   No date changed; --seed 2 draws the same paper.

With a mark to pass, the exit status tells whether it was reached.

  $ echo 546 | quiz --pass 100 rome/year | grep passed
   1 of 1, 100 %; passed (100 %). 0m 00s.
  $ quiz --pass 100 rome/year </dev/null >out
  [1]
  $ grep passed out
   0 of 1, 0 %; not passed (100 %). 0m 00s.

:help tells what else can be typed; of one question that is left nothing can be put off.

  $ printf ':help\n:skip\n546\n' | quiz rome/year | sed -n '/>/,/^ >.*546/p'
   > :help
   Type the answer and press Enter; an empty line: "I don't know".
   :skip  asks it again at the end of the paper
   :hint  a first help, but not in an exam
   :quit  ends; what is left counts as not reached
   The first letters will do; ::x types ":x".
   > :skip
   It is the only one left.
   > 546

A choice can be made of what is typed otherwise, where there are good wrong options: other people for a
person, years near the year.

  $ printf 'a\na\n' | quiz --choices rome/loser rome/year | head -n 24
   2 questions; no date changes.
  
   rome                                                                    1 of 2
   ──────────────────────────────────────────────────────────────────────────────
   In which year was Rome lost?
     a) 550
     b) 540
     c) 545
     d) 546
   (one letter)
  
   > a
   [x] wrong: another option
       you typed  a
       answer     546
  
   rome > Chapter 3                                                        2 of 2
   ──────────────────────────────────────────────────────────────────────────────
   Which general lost Rome?
     a) Totila
     b) Ildibad
     c) Conon
     d) Bessas
   (one letter)

With --json the answers come from standard input, a line each, and nothing but the paper and its marking is
printed.

  $ printf 'Ildibad; Vitiges\nbessas\n' | quiz --json --pass 50 rome/kings rome/loser rome/year >paper.json
  [1]
  $ python3 - <<EOF
  > import json
  > paper = json.load(open("paper.json"))
  > for question in paper["questions"]:
  >     print(*(question[key] for key in ("card", "kind", "answer", "typed", "verdict", "mark", "reached")), sep=" | ")
  > print(paper["seed"], *("%s=%s" % pair for pair in paper["score"].items() if pair[0] != "seconds"))
  > print(*((deck["id"], deck["marks"], deck["of"], deck["percent"]) for deck in paper["decks"]))
  > print(*((tag["tag"], tag["marks"], tag["of"]) for tag in paper["tags"]))
  > EOF
  rome/kings | list | Ildibad; Eraric | Ildibad; Vitiges | partial | 0.3333333333333333 | True
  rome/loser | text | Bessas | bessas | accepted | 1 | True
  rome/year | number | 546 | None | None | 0 | False
  2 marks=1.3333333333333333 of=3 percent=44 right=1 partial=1 wrong=0 not_reached=1 pass=50 passed=False time_up=False recorded=False
  ('rome', 1.3333333333333333, 3, 44)
  ('war', 1.3333333333333333, 3) ('people', 1, 1)

The same seed draws the same paper.  Without one each quiz is another, and says which.

  $ quiz --json --print text | python3 -c 'import json, sys; print(*json.load(sys.stdin)["questions"][0])'
  card kind question choices items answer note source tags
  $ quaestor --decks rome.json --now 2026-11-20T08:00:00Z quiz </dev/null | grep seed
   No date changed; --seed 378600 draws the same paper.
  $ quaestor --decks rome.json --now 2026-11-20T08:00:01Z quiz </dev/null | grep seed
   No date changed; --seed 8341 draws the same paper.

For a class, paper and key are printed as text or Markdown; nothing is asked.

  $ quiz --print text --choices --count 4
  Quiz
  
  Name: __________________________________  Date: ____________
  
   1. Which kings came before Totila?
  
      __________________________________________________
  
      __________________________________________________
  
   2. Which sign smiles?
  
      __________________________________________________
  
   3. Who shared the command?
      a) Bessas
      b) Conon
      c) Totila
      d) Eraric
  
      letter: ____________
  
   4. Which general lost Rome?
      a) Totila
      b) Ildibad
      c) Conon
      d) Bessas
  
      letter: ____________
  
  \x0cKey (esc)
  
   1. Ildibad; Eraric
  
   2. :)
  
   3. b) Conon
  
   4. d) Bessas  (The Book, "Chapter 3")
  
  Drawn with --seed 2.
  $ cat >odd.json <<EOF
  > { "format": 1, "id": "odd", "cards": [
  >   { "id": "a", "question": ["*What* is <printed>?", "\`\`\`", "if (a_b * c) puts(\"#1\");", "\`\`\`", "- and why?"],
  >     "answer": "1. \u001b[31mred_1", "wrong": ["_", "\\\\"] },
  >   { "id": "b", "question": "Match.", "pairs": [["x", "1"], ["y", "2"]] },
  >   { "id": "c", "question": "Steps?", "answer": ["one", "two"], "ordered": true } ] }
  > EOF
  $ quaestor --decks odd.json --seed 1 quiz --print markdown
  # Quiz: odd
  
  Name: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_  Date: \_\_\_\_\_\_\_\_\_\_\_\_
  
  **1.** Steps?
  
  1: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
  
  2: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
  
  **2.** Match.
  
  - 1: x
  - 2: y
  - a) 2
  - b) 1
  
  pairs: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
  
  **3.** \*What\* is \<printed\>?
  ```
  if (a_b * c) puts("#1");
  ```
  \- and why?
  
  - a) \\
  - b) \_
  - c) 1\. ^\[\[31mred\_1
  
  letter: \_\_\_\_\_\_\_\_\_\_\_\_
  
  ## Key
  
  **1.** one; two
  
  **2.** x = 1\
  y = 2
  
  **3.** c) 1. ^\[\[31mred\_1
  
  Drawn with --seed 1.

No answer of these changed anything.

  $ ls *.db
  ls: cannot access '*.db': No such file or directory
  [2]

With --record each answer is a review with the rating that the judge proposes.  What is picked instead of typed
is Hard at most.

  $ printf 'wrong\nBessas\n' | quiz --record rome/loser rome/year | tail -n 1
   2 answers saved; --seed 2 draws the same paper.
  $ ratings() {
  >   quaestor --decks rome.json --progress p.db --json why $1 | python3 -c '
  > import json, sys
  > print([review["rating"] for review in json.load(sys.stdin)["reviews"]])'
  > }
  $ ratings rome/loser
  ['good']
  $ ratings rome/year
  ['again']
  $ quiz --choices --print text rome/winner | sed -n '/1[.]/,/letter/p'
   1. Which king took Rome?
      a) Ildibad
      b) Totila
      c) Eraric
      d) Bessas
  
      letter: ____________
   1. b) Totila
  
  Drawn with --seed 2.
  $ printf 'b\n' | quiz --record --exam --choices rome/winner | tail -n 1
   1 answer saved; --seed 2 draws the same paper.
  $ ratings rome/winner
  ['hard']

When the time is over, what is out and what is left counts as not reached.

  $ (sleep 2; echo 546) | quiz --minutes 1s rome/year | tail -n 4
   0 of 1, 0 %. 0m 01s.
   0 right, 0 wrong, 1 not reached (time is up).
  
   No date changed; --seed 2 draws the same paper.

What cannot be is refused.

  $ quiz --count 0
  quaestor: --count takes a number from 1 up
  [2]
  $ quiz --pass 101
  quaestor: --pass takes a percentage, not 101
  [2]
  $ quiz --minutes soon
  quaestor: --minutes takes a number, not 'soon'
  [2]
  $ quiz --print pdf
  quaestor: --print takes text or markdown, not 'pdf'
  [2]
  $ quiz --print text --record
  quaestor: --print asks nothing, so that --record has nothing to save
  [2]
  $ quaestor --decks rome.json --now 2026-11-20T08:00:00Z quiz --record
  quaestor: --now would write a made-up time into your progress; name a file of its own with --progress
  [2]
  $ quiz signs/cousin
  nothing to ask: no card is meant that is not suspended or graded by yourself
  [1]
