#compdef sample
_sample() {
  local -a verbs=(
    'solve:make a deployment plan'
    'schema:print the tables of a model'
  )
  if (( CURRENT == 2 )); then
    _describe verb verbs
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
    solve)
      _arguments '-o[Write all files of the plan into this folder.]:DIR:_files -/' \
        '--output=[Write all files of the plan into this folder.]:DIR:_files -/' \
        '*--variant=[Apply these changes to the model; may be given more than once, later ones win.]:FILE:_files' \
        '--format=[How the result is printed.]:text|json:(text json)' \
        '--time-limit=[Stop after this time\: 30s, 5m, 2h.]:TIME: ' \
        '--threads=[Threads to use.]:N: ' \
        '--label=[It'\''s a \[label\]\: any text.]:TEXT: ' \
        '--whole-units[Send whole units only.]' \
        '-q[Say nothing on standard error but errors.]' \
        '--quiet[Say nothing on standard error but errors.]' \
        '-v[Say more.]' \
        '--verbose[Say more.]' \
        '--no-color[No colours, even on a terminal; NO_COLOR in the environment does the same.]' \
        '-h[Print this help.]' \
        '--help[Print this help.]' \
        '1:MODEL:_files -/'
      ;;
    schema)
      _arguments '--depth=[How much to say.]:N: ' \
        '-q[Say nothing on standard error but errors.]' \
        '--quiet[Say nothing on standard error but errors.]' \
        '-v[Say more.]' \
        '--verbose[Say more.]' \
        '--no-color[No colours, even on a terminal; NO_COLOR in the environment does the same.]' \
        '-h[Print this help.]' \
        '--help[Print this help.]' \
        '1::TOPIC:(tables policy)'
      ;;
  esac
}
if [[ $funcstack[1] == _sample ]]; then
  _sample "$@"
else
  compdef _sample sample
fi
