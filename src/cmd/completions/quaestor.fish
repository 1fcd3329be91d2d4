# Completion of quaestor for fish: `quaestor completions fish` prints this.
#
# quaestor itself knows what could stand in place of the last word.

function __quaestor_words
    set -l typed (commandline -opc | string unescape) (commandline -ct | string unescape)
    for line in (command quaestor completions words -- (string replace -r '^~/' "$HOME/" -- $typed[2..]) 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end

complete -c quaestor -f -a '(__quaestor_words)'
