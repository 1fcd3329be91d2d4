Cards say where they come from.  With "--documents" that is held against the documents.

  $ mkdir texts
  $ cat >texts/bridge.md <<EOF
  > # The Long Bridge
  > 
  > It was begun in March 1871 by Hannah Orrin. The bridge over the Avel cost the town 4,200 pounds.
  > 
  > ## The flood
  > 
  > On 12 May 1874 the river rose by nine feet. The mayor, Piet Vanning, closed the road.
  > 
  > He paid 650 pounds for boats.
  > EOF
  $ cat >bridge.json <<EOF
  > { "format": 1, "id": "bridge", "language": "en",
  >   "documents": { "bridge": { "path": "bridge.md" } },
  >   "cards": [
  >     ["In which year was the bridge begun?", 1871, { "source": "begun in March" }],
  >     ["How many pounds did the bridge cost?", 4300, { "source": "bridge over the Avel" }],
  >     ["On which day did the river rise?", "12 June 1874", { "source": "The flood" }],
  >     ["Which mayor closed the road?", "Hannah Orrin", { "source": "The flood" }],
  >     ["What did boats cost?", "650 pounds", { "source": "The floods" }]
  >   ] }
  > EOF
  $ quaestor check bridge.json
  1 file, 5 cards: 0 errors, 0 warnings
  $ quaestor check --documents texts bridge.json
  bridge.json:5:46: warning: "4300" does not occur near "bridge over the Avel" (texts/bridge.md:3:49); did you mean "4,200"? [ungrounded-number]
          ["How many pounds did the bridge cost?", 4300, { "source": "bridge o
                                                   ^
  bridge.json:6:42: warning: "12 June 1874" does not occur in "The flood" (texts/bridge.md:5:4) [ungrounded-date]
          ["On which day did the river rise?", "12 June 1874", { "source": "Th
                                               ^
  bridge.json:7:38: warning: "Hannah Orrin" does not occur in "The flood" (texts/bridge.md:5:4); it stands in "The Long Bridge" (texts/bridge.md:3:38) [ungrounded-name]
          ["Which mayor closed the road?", "Hannah Orrin", { "source": "The fl
                                           ^
  bridge.json:8:56: warning: no heading and no words "The floods" in 'texts/bridge.md'; did you mean "The flood"? [unknown-place]
      hat did boats cost?", "650 pounds", { "source": "The floods" }]
                                                      ^
  1 file, 5 cards: 0 errors, 4 warnings

A place of words is looked at with the sentences beside it.  What may have been worked out is left alone, and
"allow" silences the rest.

  $ cat >counts.json <<EOF
  > { "format": 1, "id": "counts", "language": "en",
  >   "documents": { "bridge": { "path": "bridge.md" } },
  >   "defaults": { "source": "The Long Bridge" },
  >   "cards": [
  >     ["How many sums are named?", 2],
  >     { "id": "boats", "question": "Was the road closed?", "answer": true, "note": "By the mayor." },
  >     ["What were the boats for?", "Lisbon", { "allow": "ungrounded-name" }]
  >   ] }
  > EOF
  $ quaestor check --documents texts counts.json
  1 file, 3 cards: 0 errors, 0 warnings

What no card covers, by sections; for programs under another key.

  $ quaestor check --documents texts --coverage counts.json
  texts/bridge.md: 2 of 3 paragraphs covered
    The Long Bridge: 0 of 1
      3:1  It was begun in March 1871 by Hannah Orrin. The bridge ov...
    The flood: 2 of 2
  1 file, 3 cards: 0 errors, 0 warnings
  $ quaestor --json check --documents texts --coverage counts.json
  {"files":1,"cards":3,"problems":[],"coverage":[{"deck":"counts","document":"bridge","path":"texts/bridge.md","paragraphs":3,"covered":2,"sections":[{"title":"The Long Bridge","paragraphs":1,"covered":0,"uncovered":[{"line":3,"column":1,"text":"It was begun in March 1871 by Hannah Orrin. The bridge ov..."}]},{"title":"The flood","paragraphs":2,"covered":2,"uncovered":[]}]}]}

A copy beside the deck needs no option; a document that is not there is named.

  $ quaestor check --coverage counts.json
  counts.json:5:5: warning: the document "bridge" is not there: no 'bridge.md' beside the deck [missing-document]
          ["How many sums are named?", 2],
          ^
  1 file, 3 cards: 0 errors, 1 warning
  $ cp texts/bridge.md .
  $ quaestor check --coverage counts.json
  bridge.md: 2 of 3 paragraphs covered
    The Long Bridge: 0 of 1
      3:1  It was begun in March 1871 by Hannah Orrin. The bridge ov...
    The flood: 2 of 2
  1 file, 3 cards: 0 errors, 0 warnings

A deck that another program wrote comes from standard input.

  $ quaestor check --documents texts - <bridge.json | tail -n 1
  1 file, 5 cards: 0 errors, 4 warnings
  $ echo '{' | quaestor check --documents texts -
  standard input:2:1: error: expected a key in double quotes, found the end of the file [json]
  1 file, 0 cards: 1 error, 0 warnings
  [1]
  $ quaestor check --documents texts - bridge.json </dev/null
  quaestor: '-', standard input, cannot be checked together with files
  [2]
  $ quaestor check --documents nowhere bridge.json
  quaestor: no folder 'nowhere'
  [3]

What is no document is said to be none.

  $ printf 'one\0two' >bridge.md
  $ quaestor check --coverage counts.json
  bridge.md:1:4: warning: a byte 0: not a text; save the document as plain text in UTF-8 [missing-document]
      one^@two
         ^
  1 file, 3 cards: 0 errors, 1 warning
