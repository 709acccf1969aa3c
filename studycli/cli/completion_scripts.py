"""The scripts that make a shell ask ``studycli __complete`` at a Tab. They print nothing of their own accord."""

from collections.abc import Mapping
from typing import Final

_BASH: Final = r"""# studycli: completion for bash
_studycli() {
    local line current=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do
                COMPREPLY+=("$line")
            done < <(compgen -f -- "$current")
        else
            COMPREPLY+=("$line")
        fi
    done < <("${COMP_WORDS[0]/#\~/$HOME}" __complete bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _studycli studycli
"""

_ZSH: Final = r"""#compdef studycli
# studycli: completion for zsh
_studycli() {
    local line program=${(Q)words[1]}
    local -a described
    for line in ${(f)"$(${~program} __complete zsh -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)"}; do
        if [[ $line == :files ]]; then
            _files
        elif [[ $line == *$'\t'* ]]; then
            described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
            described+=("${line//:/\\:}")
        fi
    done
    (( $#described )) && _describe studycli described
}
if [[ $funcstack[1] == _studycli ]]; then
    _studycli "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _studycli studycli
fi
"""

_FISH: Final = r"""# studycli: completion for fish
function __studycli_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] __complete fish -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c studycli -e
complete -c studycli -f -a '(__studycli_complete)'
"""

SCRIPTS: Final[Mapping[str, str]] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
"""The scripts by shell."""
