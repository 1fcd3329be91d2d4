"draft" makes a first deck out of any document: text, Markdown or HTML.  What is no content is passed
over; the best cards come first, each with its place and a score.

  $ cat >magellan.md <<EOF
  > # Magellan's voyage
  > 
  > Ferdinand Magellan, the leader of the first fleet around the world, left Spain on 20 September 1519 with five ships.
  > 
  > ## The strait
  > 
  > In October 1520 he found the strait that bears his name. The fleet needed 38 days to pass through it.
  > Magellan named the new ocean Pacific because it was so calm.
  > 
  > ## Return
  > 
  > Juan Sebastián Elcano brought the Victoria home to Spain in 1522. Only 18 men had survived.
  > 
  > ## References
  > 
  > - Bergreen, Laurence. Over the Edge of the World. New York: Morrow, 2003.
  > EOF
  $ quaestor draft magellan.md
  {
    "format": 1,
    "id": "magellan",
    "title": "Magellan's voyage",
    "language": "en",
    "documents": { "magellan": { "title": "Magellan's voyage", "path": "magellan.md" } },
    "cards": [
      {
        "id": "who-was-the-leader-of-the-first-fleet",
        "question": "Who was the leader of the first fleet around the world?",
        "answer": "Ferdinand Magellan",
        "accept": ["Magellan"],
        "tags": ["office"],
        "source": "Magellan's voyage",
        "x-score": 0.85
      },
      {
        "id": "on-what-date-did-ferdinand-magellan",
        "question": "On what date did Ferdinand Magellan leave Spain with five ships?",
        "answer": "20 September 1519",
        "tags": ["date"],
        "source": "Magellan's voyage",
        "x-score": 0.75
      },
      {
        "id": "who-brought-the-victoria-home-to-spain",
        "question": "Who brought the Victoria home to Spain in 1522?",
        "answer": "Juan Sebastián Elcano",
        "accept": ["Elcano"],
        "tags": ["person"],
        "source": "Return",
        "x-score": 0.75
      },
      {
        "id": "in-which-year-did-juan-sebastian-elcano",
        "question": "In which year did Juan Sebastián Elcano bring the Victoria home to Spain?",
        "answer": 1522,
        "tags": ["date"],
        "source": "Return",
        "x-score": 0.75
      },
      {
        "id": "in-what-month-and-year-did-ferdinand",
        "question": "In what month and year did Ferdinand Magellan find the strait that bears his name?",
        "answer": "October 1520",
        "tags": ["date"],
        "source": "The strait",
        "x-score": 0.71
      },
      {
        "id": "why-did-magellan-name-the-new-ocean",
        "question": "Why did Magellan name the new ocean Pacific?",
        "answer": "because it was so calm",
        "tags": ["cause"],
        "source": "The strait",
        "x-score": 0.7
      },
      {
        "id": "how-many-days-did-the-fleet-need-to-pass",
        "question": "How many days did the fleet need to pass through it?",
        "answer": 38,
        "tags": ["number"],
        "source": "The strait",
        "x-score": 0.6
      },
      {
        "id": "who-named-the-new-ocean-pacific",
        "question": "Who named the new ocean Pacific?",
        "answer": "Magellan",
        "tags": ["person"],
        "source": "The strait",
        "x-score": 0.55
      },
      {
        "id": "only-18-number-men-had-survived",
        "cloze": "Only {{18::number}} men had survived.",
        "tags": ["number"],
        "source": "Return",
        "x-score": 0.5
      }
    ]
  }

With -o the deck is a new file; what is there already stays as it is.  The deck can be used as it is.

  $ quaestor draft magellan.md --max 3 -o voyage.json
  wrote 3 cards to voyage.json
  $ quaestor draft magellan.md -o voyage.json
  quaestor: 'voyage.json' is there already; name another file, or go on with --review
  [2]
  $ quaestor check voyage.json
  1 file, 3 cards: 0 errors, 0 warnings
  $ quaestor check --documents . voyage.json
  1 file, 3 cards: 0 errors, 0 warnings
  $ quaestor --decks voyage.json list | head -2
  voyage/who-was-the-leader-of-the-firs...  new        Who was the leader of t...
  voyage/on-what-date-did-ferdinand-mag...  new        On what date did Ferdin...

"-" is standard input; several documents make one deck, whose cards say which they come from.

  $ quaestor draft - --max 1 <magellan.md
  {
    "format": 1,
    "id": "text",
    "title": "Magellan's voyage",
    "language": "en",
    "documents": { "text": { "title": "Magellan's voyage" } },
    "cards": [
      {
        "id": "who-was-the-leader-of-the-first-fleet",
        "question": "Who was the leader of the first fleet around the world?",
        "answer": "Ferdinand Magellan",
        "accept": ["Magellan"],
        "tags": ["office"],
        "source": "Magellan's voyage",
        "x-score": 0.85
      }
    ]
  }
  $ printf 'The Fram was built in 1892 in Larvik.\n' >fram.txt
  $ quaestor draft fram.txt magellan.md --max 20 | grep -e '"document"' | sort | uniq -c | sort -n | head -3
        2       "source": { "document": "fram", "at": "The Fram was built in" },
        2       "source": { "document": "magellan", "at": "Magellan's voyage" },
        3       "source": { "document": "magellan", "at": "Return" },

There may be nothing to ask, or no document.

  $ printf 'It was so. They said it.\n' >vague.txt
  $ quaestor draft vague.txt
  nothing to ask was found
  [1]
  $ quaestor draft missing.txt
  quaestor: cannot open 'missing.txt': No such file or directory
  [3]
  $ printf 'a\0b' >binary.txt
  $ quaestor draft binary.txt
  quaestor: binary.txt:1:2: a byte 0: not a text; save the document as plain text in UTF-8
      a^@b
       ^
  [3]
  $ quaestor draft magellan.md --max 0
  quaestor: --max takes a number from 1 on
  [2]
  $ quaestor draft
  quaestor: too little for 'draft'; usage: quaestor draft [OPTIONS] FILE...
  [2]

"--review" goes through the drafts one by one: "a" takes a card, "e" lets you change it first, "s" skips it,
"u" takes the last decision back, "q" stops.

  $ quaestor draft magellan.md --review
  quaestor: --review needs a file for the deck: -o DECK.json
  [2]
  $ printf 's\na\nu\na\ne\nWho brought the Victoria home?\n\nx\nq\n' | quaestor draft magellan.md --review -o mine.json
  
   draft 1 of 9, 0 taken: office, score 0.85
  
   asks    Who was the leader of the first fleet around the world?
   answer  Ferdinand Magellan
   from    Ferdinand Magellan, the leader of the first fleet around the world,
           left Spain on 20 September 1519 with five ships.
   a take   e edit   s skip   u undo   q quit > s
  
   draft 2 of 9, 0 taken: date, score 0.75
  
   asks    On what date did Ferdinand Magellan leave Spain with five ships?
   answer  20 September 1519
   from    Ferdinand Magellan, the leader of the first fleet around the world,
           left Spain on 20 September 1519 with five ships.
   a take   e edit   s skip   u undo   q quit > a
  
   draft 3 of 9, 1 taken: person, score 0.75
  
   asks    Who brought the Victoria home to Spain in 1522?
   answer  Juan Sebastián Elcano
   from    Juan Sebastián Elcano brought the Victoria home to Spain in 1522.
   a take   e edit   s skip   u undo   q quit > u
  
   draft 2 of 9, 0 taken: date, score 0.75
  
   asks    On what date did Ferdinand Magellan leave Spain with five ships?
   answer  20 September 1519
   from    Ferdinand Magellan, the leader of the first fleet around the world,
           left Spain on 20 September 1519 with five ships.
   a take   e edit   s skip   u undo   q quit > a
  
   draft 3 of 9, 1 taken: person, score 0.75
  
   asks    Who brought the Victoria home to Spain in 1522?
   answer  Juan Sebastián Elcano
   from    Juan Sebastián Elcano brought the Victoria home to Spain in 1522.
   a take   e edit   s skip   u undo   q quit > e
   question > Who brought the Victoria home?
   answer > 
  
   draft 4 of 9, 2 taken: date, score 0.75
  
   asks    In which year did Juan Sebastián Elcano bring the Victoria home to
           Spain?
   answer  1522
   from    Juan Sebastián Elcano brought the Victoria home to Spain in 1522.
   a take   e edit   s skip   u undo   q quit > x
   a takes the card as it is, e lets you change it first, s skips it, u takes
   back what was decided last, q stops: the same command goes on later
  
   draft 4 of 9, 2 taken: date, score 0.75
  
   asks    In which year did Juan Sebastián Elcano bring the Victoria home to
           Spain?
   answer  1522
   from    Juan Sebastián Elcano brought the Victoria home to Spain in 1522.
   a take   e edit   s skip   u undo   q quit > q
  
   2 cards in mine.json, 6 drafts left
  $ cat mine.json
  {
    "format": 1,
    "id": "mine",
    "title": "Magellan's voyage",
    "language": "en",
    "documents": { "magellan": { "title": "Magellan's voyage", "path": "magellan.md" } },
    "cards": [
      {
        "id": "on-what-date-did-ferdinand-magellan",
        "question": "On what date did Ferdinand Magellan leave Spain with five ships?",
        "answer": "20 September 1519",
        "tags": ["date"],
        "source": "Magellan's voyage",
        "x-score": 0.75
      },
      {
        "id": "who-brought-the-victoria-home",
        "question": "Who brought the Victoria home?",
        "answer": "Juan Sebastián Elcano",
        "accept": ["Elcano"],
        "tags": ["person"],
        "source": "Return",
        "x-score": 0.75
      }
    ],
    "x-draft": {
      "ac1f8df42e2d": null,
      "4e6a55e17184": "on-what-date-did-ferdinand-magellan",
      "fa2fe61f786e": "who-brought-the-victoria-home"
    }
  }

It goes on where it was left, and undo reaches back into the first part.  What makes no card is refused.

  $ printf 'u\ns\ns\ns\ns\ns\ns\ne\nOnly 18 men had survived.\nq\n' | quaestor draft magellan.md --review -o mine.json | tail -18
   from    Magellan named the new ocean Pacific because it was so calm.
   a take   e edit   s skip   u undo   q quit > s
  
   draft 9 of 9, 1 taken: number, score 0.50
  
   text    Only {{18::number}} men had survived.
   from    Only 18 men had survived.
   a take   e edit   s skip   u undo   q quit > e
   text > Only 18 men had survived.
   the text has no gap; put {{ }} around what is to be asked
  
   draft 9 of 9, 1 taken: number, score 0.50
  
   text    Only {{18::number}} men had survived.
   from    Only 18 men had survived.
   a take   e edit   s skip   u undo   q quit > q
  
   1 card in mine.json, 1 draft left
  $ printf 's\ns\ns\ns\ns\ns\ns\ns\ns\ns\n' | quaestor draft magellan.md --review -o mine.json | tail -2
  
   1 card in mine.json, 0 drafts left
  $ quaestor draft magellan.md --review -o mine.json
  
   1 card in mine.json, 0 drafts left
  $ quaestor check mine.json
  1 file, 1 card: 0 errors, 0 warnings

A deck that is no review is not touched.

  $ quaestor draft magellan.md --review -o voyage.json
  quaestor: 'voyage.json' is there already, and no review of drafts; name another file
  [2]

"--prompt" prints an instruction for a program that writes decks, with the schema and the documents.

  $ quaestor draft --prompt fram.txt | head -4
  Write a deck of flashcards from the documents below, as one JSON object and nothing else: no
  words around it, no code fence.
  
  - The deck keeps to the JSON Schema below: "format": 1, an "id", a "title", "documents"
  $ quaestor draft --prompt fram.txt | tail -4
  Document "fram", path "fram.txt":
  
  The Fram was built in 1892 in Larvik.
  
