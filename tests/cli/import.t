Decks out of other programs' files.  The deck goes to standard output, what there is to know of it to standard error.

  $ cat >rivers.csv <<'END'
  > Question,Answer,Accept,Tags,Hint,Page
  > Which river flows through Rome?,Tiber,Tevere; Tiberis,"italy, rome",It is not the Po.,12
  > "Which river did Caesar cross, in 49 BC?",Rubicon,,italy,,13
  > Which river flows through Paris?,,,france,,
  > ,Loire,,france,,
  > END
  $ quaestor import rivers.csv
  rivers.csv:4:1: left out: no answer
  rivers.csv:5:1: left out: no question
  2 cards from 4 notes; 2 were left out; 2 values without a meaning here are kept as "x-..."
  {
    "format": 1,
    "id": "rivers",
    "title": "rivers",
    "x-imported": { "from": ["rivers.csv"], "cards": "30477a65d2b96b12" },
    "cards": [
      {
        "id": "which-river-flows-through-rome-edfe38",
        "question": "Which river flows through Rome?",
        "answer": "Tiber",
        "hint": "It is not the Po.",
        "accept": ["Tevere", "Tiberis"],
        "tags": ["italy", "rome"],
        "x-page": "12"
      },
      {
        "id": "which-river-did-caesar-cross-in-2afe73",
        "question": "Which river did Caesar cross, in 49 BC?",
        "answer": "Rubicon",
        "tags": ["italy"],
        "x-page": "13"
      }
    ]
  }
  $ quaestor import rivers.csv -o rivers.json
  rivers.csv:4:1: left out: no answer
  rivers.csv:5:1: left out: no question
  2 cards from 4 notes; 2 were left out; 2 values without a meaning here are kept as "x-..."
  $ quaestor check rivers.json
  1 file, 2 cards: 0 errors, 0 warnings
  $ quaestor import rivers.csv -o rivers.json
  quaestor: 'rivers.json' is there already; --update writes over a deck that import made
  [2]

Ids come from the questions, so that importing again keeps progress, whatever was added or moved; --update writes over a deck that
import made.  What was written into its head stays.

  $ sed -i 's/"title": "rivers"/"title": "Rivers of Europe"/' rivers.json
  $ cat >rivers.csv <<'END'
  > Question,Answer,Tags
  > Which river flows through Vienna?,Danube,austria
  > Which river flows through Rome?,the Tiber,italy
  > END
  $ quaestor import --update rivers.csv -o rivers.json
  2 cards from 2 notes; 1 card is no longer in the source; its progress is kept
  $ cat rivers.json
  {
    "format": 1,
    "id": "rivers",
    "title": "Rivers of Europe",
    "x-imported": { "from": ["rivers.csv"], "cards": "a6989ea2457a7dad" },
    "cards": [
      {
        "id": "which-river-flows-through-vienna-c5b10a",
        "question": "Which river flows through Vienna?",
        "answer": "Danube",
        "tags": ["austria"]
      },
      {
        "id": "which-river-flows-through-rome-edfe38",
        "question": "Which river flows through Rome?",
        "answer": "the Tiber",
        "tags": ["italy"]
      }
    ]
  }

It refuses where work would be lost: on a deck that somebody wrote, or whose cards were edited since.

  $ sed -i 's/the Tiber/the river Tiber/' rivers.json
  $ quaestor import --update rivers.csv -o rivers.json
  quaestor: cards of 'rivers.json' were edited since they were imported, and would be lost; write to another file and compare
  [2]
  $ echo '{ "format": 1, "id": "mine", "cards": [["a", "b"]] }' >mine.json
  $ quaestor import --update rivers.csv -o mine.json
  quaestor: 'mine.json' was not made by import, so it is not replaced; write to another file
  [2]
  $ quaestor import --update rivers.csv
  quaestor: --update needs the deck: -o DECK.json
  [2]

A head that has a fault is not written again.

  $ quaestor import rivers.csv -o head.json
  2 cards from 2 notes
  $ sed -i 's/"title": "head"/"title": "Head", "spelings": []/' head.json
  $ quaestor import --update rivers.csv -o head.json
  2 cards from 2 notes
  quaestor: the head of the deck has a fault (unknown key "spelings" in a deck; did you mean "spellings"?); mend it first, `quaestor check` shows the place
  [3]

What Quizlet, spreadsheets and old programs write: any separator, with a head or without, UTF-16, Latin-1, a byte order mark, quotes.

  $ printf 'der Wolf\tlupus\ndas Lamm\tagnus\n' >quizlet.txt
  $ quaestor import quizlet.txt --reverse | tail -n 4
  2 cards from 2 notes
      { "id": "der-wolf-52f0fd", "question": "der Wolf", "answer": "lupus", "reverse": true },
      { "id": "das-lamm-2e41e4", "question": "das Lamm", "answer": "agnus", "reverse": true }
    ]
  }
  $ printf 'wolf/////lupus---lamb/////agnus' >quizlet2.txt
  $ quaestor import quizlet2.txt --separator ///// --rows=--- --id latin | tail -n 4
  2 cards from 2 notes
      { "id": "wolf-9eb80c", "question": "wolf", "answer": "lupus" },
      { "id": "lamb-2ed084", "question": "lamb", "answer": "agnus" }
    ]
  }
  $ printf '\357\273\277Wort;Bedeutung\r\n"er sagte ""nein""";he said no\r\n' >excel.csv
  $ quaestor import excel.csv --front Wort --back Bedeutung | tail -n 3
  1 card from 1 note
      { "id": "er-sagte-nein-c851cf", "question": "er sagte \"nein\"", "answer": "he said no" }
    ]
  }
  $ quaestor import excel.csv --front 2 --back 1 | tail -n 4
  2 cards from 2 notes
      { "id": "bedeutung-4ef982", "question": "Bedeutung", "answer": "Wort" },
      { "id": "he-said-no-119266", "question": "he said no", "answer": "er sagte \"nein\"" }
    ]
  }
  $ printf 'caf\351;coffee\n' >latin1.csv
  $ quaestor import latin1.csv | tail -n 3
  latin1.csv: read as Windows-1252 (Latin-1); UTF-8 is safer
  1 card from 1 note
      { "id": "cafe-e0c13f", "question": "café", "answer": "coffee" }
    ]
  }
  $ printf 'front\tback\ncaf\303\251\tcoffee\n' | iconv -t UTF-16 >wide.txt
  $ quaestor import wide.txt | tail -n 3
  wide.txt: read as UTF-16 (little endian); UTF-8 is safer
  1 card from 1 note
      { "id": "cafe-e0c13f", "question": "café", "answer": "coffee" }
    ]
  }

Kinds are recognised: wrong answers or options make a choice, gaps a cloze; a column for the kind says it outright.  Nobody types long answers or pictures.

  $ cat >kinds.csv <<'END'
  > question;answer;wrong;kind
  > Which one is a bird?;ostrich;bat|flying fish;
  > The {{Danube}} ends in the {{Black Sea}}.;;;
  > How high is Olympus?;2918 m;;number
  > Whales are fish.;false;;boolean
  > The Baltic states;"Estonia;Latvia | Lettland;Lithuania";;list
  > Whose capitals?;"Oslo = Norway; Riga = Latvia";;pairs
  > What does the map show?;[image: map.png];;
  > [image: only.png];the Rhine;;
  > END
  $ quaestor import kinds.csv -o kinds.json
  8 cards from 8 notes; 1 card that only shows or plays something is parked ("disabled")
  $ sed -n '/"cards"/,$p' kinds.json
    "x-imported": { "from": ["kinds.csv"], "cards": "bf854ba48511acdc" },
    "cards": [
      {
        "id": "which-one-is-a-bird-248cee",
        "question": "Which one is a bird?",
        "answer": "ostrich",
        "wrong": ["bat", "flying fish"]
      },
      {
        "id": "the-danube-ends-in-the-black-sea-19313f",
        "cloze": "The {{Danube}} ends in the {{Black Sea}}."
      },
      {
        "id": "how-high-is-olympus-479149",
        "question": "How high is Olympus?",
        "answer": 2918,
        "unit": "m"
      },
      { "id": "whales-are-fish-b4bae0", "question": "Whales are fish.", "answer": false },
      {
        "id": "the-baltic-states-600555",
        "question": "The Baltic states",
        "answer": ["Estonia", ["Latvia", "Lettland"], "Lithuania"]
      },
      {
        "id": "whose-capitals-884063",
        "question": "Whose capitals?",
        "pairs": [["Oslo", "Norway"], ["Riga", "Latvia"]]
      },
      {
        "id": "what-does-the-map-show-9455ff",
        "question": "What does the map show?",
        "answer": "[image: map.png]",
        "grading": "self"
      },
      {
        "id": "image-only-png-030880",
        "question": "[image: only.png]",
        "answer": "the Rhine",
        "disabled": true
      }
    ]
  }
  $ quaestor check kinds.json
  kinds.json:23:81: warning: whoever is wrong here learns only that it is not so; say in a "note" what is [bare-no]
      ae0", "question": "Whales are fish.", "answer": false },
                                                      ^
  1 file, 9 cards: 0 errors, 1 warning
  $ cat >options.csv <<'END'
  > question,option_a,option_b,option_c,correct
  > Which is prime?,4,7,9,B
  > Which is even?,4,7,9,1
  > Which is odd?,4,7,8,seven
  > END
  $ quaestor import options.csv | sed -n '/"cards": \[/,$p'
  options.csv:4:1: left out: the right answer is not among the options
  2 cards from 3 notes; 1 was left out
    "cards": [
      {
        "id": "which-is-prime-b021c3",
        "question": "Which is prime?",
        "answer": "7",
        "wrong": ["4", "9"]
      },
      {
        "id": "which-is-even-99c3d2",
        "question": "Which is even?",
        "answer": "4",
        "wrong": ["7", "9"]
      }
    ]
  }

Notes of Anki as text.  Decks become tags, since a card that moved to another deck would lose its progress; if all have the same deck, it is the
title.

  $ cat >anki.txt <<'END'
  > #separator:tab
  > #html:true
  > #guid column:1
  > #notetype column:2
  > #deck column:3
  > #tags column:6
  > "LP#HnJO#>#"	Basic	Latin::Nouns	<b>wolf</b>&nbsp;(m.)<br>[sound:wolf.mp3]	lupus	animals a::b
  > bQ1	Basic (and reversed card)	Latin::Nouns	a &lt; b<div>two</div><div><br></div><div>four</div>	<ul><li>one</li><li>two</li></ul>	
  > bQ2	Cloze	Rome	<i>{{c1::Tiber::river}}</i> and {{c2::Arno}}	<img src="map.png">	
  > bQ3	Cloze	Rome	{{c1::Rome {{c2::fell}}}} in {{c1,3::546}}		
  > bQ4	Basic	Rome	H<sub>2</sub>O, x<sup>10</sup>, <ruby>漢<rt>かん</rt></ruby>	<pre>int a;\n  b();</pre><script>alert(1)</script>	
  > bQ5	Basic	Rome		no question	
  > END
  $ sed -i 's/\\n/<br>/' anki.txt
  $ quaestor import anki.txt -o anki.json
  anki.txt:12:1: left out: no question
  7 cards from 6 notes; 1 was left out; 1 picture is only named; 1 sound is only named
  $ sed -n '/"cards"/,$p' anki.json
    "x-imported": { "from": ["anki.txt"], "cards": "d84a8ca9c1e79396" },
    "cards": [
      {
        "id": "g4b3f1a6478ff",
        "question": "wolf (m.)\n[sound: wolf.mp3]",
        "answer": "lupus",
        "tags": ["animals", "a::b", "Latin::Nouns"]
      },
      {
        "id": "gaa9c1911a865",
        "question": "a < b\ntwo\n\nfour",
        "answer": "- one\n- two",
        "reverse": true,
        "grading": "self",
        "tags": ["Latin::Nouns"]
      },
      {
        "id": "g6c62a95d3190",
        "cloze": "{{c1::Tiber::river}} and {{c2::Arno}}",
        "note": "[image: map.png]",
        "tags": ["Rome"]
      },
      { "id": "ge4cfcc01d711.c1", "cloze": "{{c1::Rome fell}} in {{c1::546}}", "tags": ["Rome"] },
      { "id": "ge4cfcc01d711.c2", "cloze": "Rome {{c2::fell}} in 546", "tags": ["Rome"] },
      { "id": "ge4cfcc01d711.c3", "cloze": "Rome fell in {{c3::546}}", "tags": ["Rome"] },
      {
        "id": "g89fbf7c35cff",
        "question": "H_2O, x^{10}, 漢(かん)",
        "answer": "```\nint a;\n  b();\n```",
        "grading": "self",
        "tags": ["Rome"]
      }
    ]
  }
  $ quaestor check anki.json
  1 file, 9 cards: 0 errors, 0 warnings
  $ cat >old.txt <<'END'
  > #separator:Semicolon
  > #html:false
  > #guid column:1
  > #notetype column:2
  > #tags column:4
  > g1;Basic;wolf <m>;lupus;animals
  > END
  $ quaestor import old.txt | tail -n 3
  old.txt: the head says that tags are in column 4, as old versions of Anki did wrongly; took column 5, the last
  1 card from 1 note
      { "id": "g1", "question": "wolf <m>", "answer": "lupus", "tags": ["animals"] }
    ]
  }

Other people's JSON: wherever objects have a question and an answer under known names, or under those that are named.

  $ cat >trivia.json <<'END'
  > { "response_code": 0, "results": [
  >   { "type": "multiple", "difficulty": "easy", "category": "History", "question": "Who took &quot;Rome&quot; in 546?",
  >     "correct_answer": "Totila", "incorrect_answers": ["Bessas", "Witiges"] },
  >   { "type": "boolean", "category": "History", "question": "Bessas won.", "correct_answer": "False", "incorrect_answers": ["True"] } ] }
  > END
  $ quaestor import trivia.json | sed -n '/"cards"/,$p'
  2 cards from 2 notes
    "x-imported": { "from": ["trivia.json"], "cards": "3b4d25ec1f05786d" },
    "cards": [
      {
        "id": "who-took-rome-in-546-ce29ce",
        "question": "Who took \"Rome\" in 546?",
        "answer": "Totila",
        "wrong": ["Bessas", "Witiges"],
        "tags": ["easy", "History"]
      },
      { "id": "bessas-won-4ce93e", "question": "Bessas won.", "answer": false, "tags": ["History"] }
    ]
  }
  $ cat >nested.json <<'END'
  > { "title": "Two topics",
  >   "verbs": [ { "term": "amare", "definition": "to love", "form": 1 }, ["esse", "to be"] ],
  >   "sums": [ { "q": "2 + 2", "options": [3, 4, 5], "answer": 1 }, { "q": "evens", "a": ["2", "4"] }, { "q": "none" },
  >             { "q": "odd", "answers": ["1", "2", "3"], "correct": [0, 2] } ] }
  > END
  $ quaestor import nested.json | sed -n '/"cards"/,$p'
  nested.json:3:101: left out: no answer
  5 cards from 6 notes; 1 was left out; 1 value without a meaning here is kept as "x-..."
    "x-imported": { "from": ["nested.json"], "cards": "96354125996c8854" },
    "cards": [
      {
        "id": "amare-d5b641",
        "question": "amare",
        "answer": "to love",
        "tags": ["verbs"],
        "x-form": "1"
      },
      { "id": "esse-c3417f", "question": "esse", "answer": "to be", "tags": ["verbs"] },
      {
        "id": "2-2-940574",
        "question": "2 + 2",
        "answer": "4",
        "wrong": ["3", "5"],
        "tags": ["sums"]
      },
      { "id": "evens-97f2a9", "question": "evens", "answer": ["2", "4"], "tags": ["sums"] },
      {
        "id": "odd-7253d8",
        "question": "odd",
        "answer": ["1", "3"],
        "wrong": ["2"],
        "tags": ["sums"]
      }
    ]
  }
  $ echo '[ { "latin": "lupus", "english": "wolf" } ]' >own.json
  $ quaestor import own.json
  quaestor: own.json:1:3: no cards found: no object has a question and an answer under names that are known (question and answer, front and back, term and definition ...); here are "latin", "english": name two with --front and --back
      [ { "latin": "lupus", "english": "wolf" } ]
        ^
  [3]
  $ quaestor import own.json --front latin --back english | tail -n 3
  1 card from 1 note
      { "id": "lupus-ead7af", "question": "lupus", "answer": "wolf" }
    ]
  }
  $ quaestor import anki.json
  quaestor: anki.json: this is a deck already; put it into the folder of your decks
  [2]

  $ printf 'a &amp; b\t<b>c</b>\n' >web.txt
  $ quaestor import web.txt | tail -n 3
  web.txt: some texts look like HTML; --html makes text of them
  1 card from 1 note
      { "id": "a-amp-b-73a906", "question": "a &amp; b", "answer": "<b>c</b>" }
    ]
  }
  $ quaestor import web.txt --html | tail -n 3
  1 card from 1 note
      { "id": "a-b-3aee6c", "question": "a & b", "answer": "c" }
    ]
  }

Nothing hostile gets through, and the message says what is wrong.

  $ printf 'esc\033[31mape,a\342\200\256b\n' >escape.csv
  $ quaestor import escape.csv | tail -n 3
  1 card from 1 note; 2 control characters were taken out
      { "id": "esc-31mape-7885ee", "question": "esc[31mape", "answer": "ab" }
    ]
  }
  $ printf 'caf\303\251,a\ncaf\303,b\n' >half.csv
  $ quaestor import half.csv
  quaestor: half.csv:2:4: the byte C3 is no UTF-8, which the rest is; mend it, or save the file again as UTF-8
      caf<C3>,b
         ^
  [3]
  $ printf 'a,b\000\n' >nul.csv
  $ quaestor import nul.csv
  quaestor: nul.csv:1:4: a NUL byte: this is no text file
      a,b^@
         ^
  [3]
  $ printf 'a,"b\nc,d\n' >quote.csv
  $ quaestor import quote.csv
  quaestor: quote.csv:1:3: this quote is not closed; add the missing ", or say --no-quotes if quotes are plain text here
      a,"b
        ^
  [3]
  $ quaestor import quote.csv --no-quotes | tail -n 4
  2 cards from 2 notes
      { "id": "a-02c0bd", "question": "a", "answer": "\"b" },
      { "id": "c-7b8855", "question": "c", "answer": "d" }
    ]
  }
  $ { printf 'q,a\nlong,'; head -c 70000 /dev/zero | tr '\0' x; echo; echo good,yes; } >huge.csv
  $ quaestor import huge.csv | tail -n 3
  huge.csv:2:1: left out: text of more than 64 KiB; split the card
  1 card from 2 notes; 1 was left out
      { "id": "good-f70a82", "question": "good", "answer": "yes" }
    ]
  }
  $ { printf '#html:true\n'; printf '<b>%.0s' $(seq 7000); printf 'deep\tx\n'; } >markup.txt
  $ quaestor import markup.txt
  markup.txt:2:1: left out: a text has more HTML in it than any card; simplify it
  0 cards from 1 note; 1 was left out
  quaestor: nothing that was read makes a card
  [3]
  $ printf 'one\ntwo\n' >column.csv
  $ quaestor import column.csv
  quaestor: column.csv: found no columns; say what stands between them, as --separator ' - '
  [3]
  $ : >empty.csv
  $ quaestor import empty.csv
  quaestor: empty.csv: the file is empty
  [3]
  $ quaestor import absent.csv
  quaestor: cannot open 'absent.csv': No such file or directory
  [3]
  $ quaestor import rivers.csv --from xls
  quaestor: --from takes csv, tsv, anki or json, not 'xls'
  [2]
  $ quaestor import rivers.csv --id 'My deck'
  quaestor: 'My deck' is no id: a-z, 0-9, '.', '_', '-', beginning with a letter or a digit
  [2]
  $ quaestor import rivers.csv --front Nothing
  quaestor: no column is called 'Nothing'
  [2]
  $ quaestor import rivers.csv --front 9
  quaestor: there is no column 9; the table has 3
  [2]
  $ quaestor import rivers.csv --separator ''
  quaestor: nothing cannot stand between columns or rows
  [2]
