# What the README's session leaves out: the answers a reader would type, a fixed clock, and a
# progress file of its own.  Sourced by the README's first, hidden command.

cat >answers <<'ANSWERS'
Bessas

4,000 pounds
 
Dara

:quit
ANSWERS

quaestor() {
    case $1 in
    study)
        command quaestor --decks decks --progress p.db --now 2026-11-20T08:00:00Z "$@" <answers |
            sed 's/ *$//; s/\(new\.\) .*/\1 0m 41s, 12 s an answer./'
        ;;
    due | why)
        command quaestor --decks decks --progress p.db --now 2026-11-20T18:00:00Z "$@"
        ;;
    *) command quaestor "$@" ;;
    esac
}
