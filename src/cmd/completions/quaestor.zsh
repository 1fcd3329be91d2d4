#compdef quaestor
# Completion of quaestor for zsh: `quaestor completions zsh` prints this.
#
# quaestor itself knows what could stand in place of the last word.  What ends in ":" or "/" is to be
# typed on, so no space follows it.

_quaestor()
{
    local line word files
    local -a typed spaced open
    typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    for line in "${(@f)$(command quaestor completions words -- "${(@)typed/#\~\//$HOME/}" 2>/dev/null)}"; do
        word=${line%%$'\t'*}
        case $word in
        '') ;;
        :files) files=yes ;;
        *[:/]) open+=("${word//:/\\:}:${line#*$'\t'}") ;;
        *) spaced+=("${word//:/\\:}:${line#*$'\t'}") ;;
        esac
    done
    [[ -n $files ]] && _files && return
    _describe -V word spaced -- open -S ''
}

# Sourced from .zshrc it announces itself; from $fpath it is called.
if [[ $funcstack[1] == _quaestor ]]; then
    _quaestor "$@"
else
    compdef _quaestor quaestor
fi
