"""English texts: errors."""

from studycli.words.model.errors import ErrorWords

ERRORS = ErrorWords(
    # log
    log_locked="{path}: another studycli is writing to it; try again when it is done",
    log_read_only="{path}: cannot be written, nothing was saved; check its permissions and those of its folder",
    log_full="{path}: no space left on the disk, the last answer was not saved; free some space",
    log_unwritable="{path}: cannot be written ({reason}), nothing was saved; check its folder",
    log_unreadable="{path}: cannot be read ({reason}); check its permissions",
    log_newer="log: an event of format {version}, and this studycli knows up to {known}; update studycli",
    card_moved_on="card {card}: was answered elsewhere meanwhile, this answer was not saved; look at it again",
    # material
    library_missing="{folder}: no such folder; check STUDYCLI_LIBRARY and the configured libraries",
    library_unreadable="{folder}: cannot be listed ({reason}); check the folder's permissions",
    library_twice="library {id}: both in {first} and in {second}; remove one or give it another id",
    item_unknown="{name}: not in the material; check the id",
    item_unknown_close="{name}: not in the material; did you mean {close}?",
    item_ambiguous="{name}: more than one has this id; use one of: {ids}",
    item_in_broken_file="{name}: its file {path} is broken; see studycli check",
    file_outside="{path}: belongs to no open library; give a file in content/ or quizzes/",
    # ui
    needs_terminal="{command}: needs a terminal; in a script use {alternative}",
    editor_missing="editor {editor!r}: not found; set VISUAL or EDITOR to the command of your editor",
    library_read_only="the library {library} belongs to the installed program and cannot be changed: take the copy that editing offers",
    # cli
    unknown_language="{name}: {value} is no language of studycli; use one of: {known}",
    bad_time="{name}: {value} is no time; write it with its offset, as 2026-12-01T21:30:00+09:00",
    time_ahead="--at: {value} is more than a day ahead of the clock; give the time the card was answered",
    bad_seconds="--seconds: {value} is no length of time; give seconds, as 12.5",
    bad_grade="GRADE: {value} is no grade; use again, hard, good, easy or 1 to 4",
    unknown_topic="topic {topic}: not in the material; use one of: {known}",
    unknown_setting="{name}: no such setting; use one of: {known}",
    bad_setting="{name}: does not take {value}; use: {takes}",
    exam_in_the_past="exam-date: {value} is in the past; give the day of the exam",
    unset_with_value="{name}: --unset takes no value; leave out one of them",
    configuration_unreadable="{path}: cannot be read ({reason}); correct or remove the file",
    configuration_unwritable="{path}: cannot be written ({reason}); check the folder's permissions and space",
    unknown_key="{path}: unknown key {name}; known are: {known}",
    bad_key_value="{path}: {name} does not take {value}; use: {takes}",
    no_bundled_library="{folder}: the bundled library is missing; install studycli again or set STUDYCLI_LIBRARY",
    not_a_library="{path}: no library; give a folder with content/ in it, or one of its files",
    cache_busy="{folder}: the cache is in use by another studycli; try again when it is done",
    cache_broken="{folder}: the cache was damaged and is made again; what you did is saved, do not repeat it",
    output_failed="output: cannot be written ({reason}); check where it goes",
)
