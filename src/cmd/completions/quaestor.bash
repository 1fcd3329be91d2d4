# Completion of quaestor for bash: `quaestor completions bash` prints this.
#
# quaestor itself knows what could stand in place of the last word; here that is only handed to readline,
# which replaces no more than what follows the last ":" or "=" of a word.

_quaestor()
{
    local line=${COMP_LINE:0:COMP_POINT} words last kept word
    # shellcheck disable=SC2162 # a backslash means here what it means to the shell
    read -a words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=('')
    last=${words[${#words[@]} - 1]}
    [[ $COMP_WORDBREAKS == *:* ]] && kept=${last%"${last##*:}"}
    [[ $last == -*=* && $COMP_WORDBREAKS == *=* ]] && kept=${last%%=*}=

    words=("${words[@]:1}")
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        if [[ $word == :files ]]; then
            compopt -o default
        else
            [[ $word == *[:/] ]] && compopt -o nospace
            printf -v word %q "${word#"$kept"}"
            COMPREPLY+=("$word")
        fi
    done < <(command quaestor completions words -- "${words[@]/#\~\//"$HOME"/}" 2>/dev/null)
} 2>/dev/null

complete -F _quaestor quaestor
