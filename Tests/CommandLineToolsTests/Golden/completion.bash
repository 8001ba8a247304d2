# bash completion of sample
_sample() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  # bash takes the equals sign of --option=value for a word of its own.
  if [[ $current == "=" ]]; then
    current=
  elif [[ $previous == "=" ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  local word verb= words= paths=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word != -* ]]; then verb=$word; break; fi
  done
  case "$verb $previous" in
    "solve -o"|"solve --output") words="" paths=-d ;;
    "solve --variant") words="" paths=-f ;;
    "solve --format") words="text json" ;;
    "solve --time-limit") words="" ;;
    "solve --threads") words="" ;;
    "solve --label") words="" ;;
    "schema --depth") words="" ;;
    *)
      case "$verb" in
        "") words="solve schema -q --quiet -v --verbose --no-color -h --help" ;;
        "solve") words="-o --output --variant --format --time-limit --threads --label --whole-units -q --quiet -v --verbose --no-color -h --help" paths=-d ;;
        "schema") words="tables policy --depth -q --quiet -v --verbose --no-color -h --help" ;;
      esac
      ;;
  esac
  mapfile -t COMPREPLY < <(
    compgen -W "$words" -- "$current"
    [[ -n $paths ]] && compgen "$paths" -- "$current"
  )
}
complete -o filenames -F _sample sample
