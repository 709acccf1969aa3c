"""Korean texts: errors."""

from studycli.words.model.errors import ErrorWords

ERRORS = ErrorWords(
    # log
    log_locked="{path}: 다른 studycli가 쓰고 있습니다. 끝난 뒤 다시 실행하십시오",
    log_read_only="{path}: 쓸 수 없어 저장하지 못했습니다. 파일과 폴더의 권한을 확인하십시오",
    log_full="{path}: 디스크에 남은 공간이 없어 마지막 답을 저장하지 못했습니다. 공간을 확보하십시오",
    log_unwritable="{path}: 쓸 수 없어({reason}) 저장하지 못했습니다. 폴더를 확인하십시오",
    log_unreadable="{path}: 읽을 수 없습니다({reason}). 권한을 확인하십시오",
    log_newer="학습 기록: 형식 버전 {version}의 이벤트가 있습니다. 이 studycli는 버전 {known}까지 읽습니다. studycli를 업데이트하십시오",
    card_moved_on="카드 {card}: 그사이 다른 곳에서 답하여 이번 답은 저장하지 않았습니다. 카드를 다시 확인하십시오",
    # material
    library_missing="{folder}: 폴더가 없습니다. STUDYCLI_LIBRARY와 설정의 libraries를 확인하십시오",
    library_unreadable="{folder}: 목록을 읽을 수 없습니다({reason}). 폴더의 권한을 확인하십시오",
    library_twice="라이브러리 {id}: {first}와(과) {second}에 있습니다. 하나를 빼거나 id를 바꾸십시오",
    item_unknown="{name}: 자료에 없습니다. id를 확인하십시오",
    item_unknown_close="{name}: 자료에 없습니다. {close}을(를) 찾으십니까?",
    item_ambiguous="{name}: 같은 id가 여럿 있습니다. 다음 중 하나를 쓰십시오: {ids}",
    item_in_broken_file="{name}: 파일 {path}에 오류가 있습니다. studycli check로 확인하십시오",
    file_outside="{path}: 열려 있는 라이브러리의 파일이 아닙니다. content/나 quizzes/의 파일을 주십시오",
    # ui
    needs_terminal="{command}: 터미널이 필요합니다. 스크립트에서는 {alternative} 명령을 사용하십시오",
    editor_missing="편집기 {editor!r}: 찾을 수 없습니다. VISUAL 또는 EDITOR 변수에 편집기 명령을 지정하십시오",
    library_read_only="라이브러리 {library}는 설치된 프로그램의 일부라서 고칠 수 없습니다. 고치려면 편집할 때 사본을 만드십시오",
    # cli
    unknown_language="{name}: {value}은(는) studycli의 언어가 아닙니다. 다음 중 하나를 쓰십시오: {known}",
    bad_time="{name}: {value}은(는) 시각이 아닙니다. 오프셋까지 2026-12-01T21:30:00+09:00처럼 쓰십시오",
    time_ahead="--at: {value}은(는) 지금보다 하루 넘게 앞섭니다. 카드에 답한 시각을 쓰십시오",
    bad_seconds="--seconds: {value}은(는) 시간이 아닙니다. 12.5처럼 초 단위로 쓰십시오",
    bad_grade="GRADE: {value}은(는) 등급이 아닙니다. again, hard, good, easy 또는 1~4를 쓰십시오",
    unknown_topic="토픽 {topic}: 자료에 없습니다. 다음 중 하나를 쓰십시오: {known}",
    unknown_setting="{name}: 그런 설정이 없습니다. 다음 중 하나를 쓰십시오: {known}",
    bad_setting="{name}: {value}은(는) 쓸 수 없습니다. 다음과 같이 쓰십시오: {takes}",
    exam_in_the_past="exam-date: {value}은(는) 지난 날짜입니다. 시험일을 쓰십시오",
    unset_with_value="{name}: --unset에는 값을 줄 수 없습니다. 둘 중 하나를 빼십시오",
    configuration_unreadable="{path}: 읽을 수 없습니다({reason}). 파일을 고치거나 지우십시오",
    configuration_unwritable="{path}: 쓸 수 없습니다({reason}). 폴더의 권한과 남은 공간을 확인하십시오",
    unknown_key="{path}: {name}은(는) 모르는 키입니다. 쓸 수 있는 키: {known}",
    bad_key_value="{path}: {name}에는 {value} 값을 쓸 수 없습니다. 다음과 같이 쓰십시오: {takes}",
    no_bundled_library="{folder}: 기본 자료가 없습니다. studycli를 다시 설치하거나 STUDYCLI_LIBRARY를 정하십시오",
    not_a_library="{path}: 자료가 아닙니다. content/가 있는 폴더나 그 안의 파일을 주십시오",
    cache_busy="{folder}: 다른 studycli가 캐시를 쓰고 있습니다. 끝난 뒤 다시 실행하십시오",
    cache_broken="{folder}: 캐시가 손상되어 다시 만듭니다. 입력은 저장되었으니 반복하지 마십시오",
    output_failed="출력: 쓸 수 없습니다({reason}). 출력할 곳을 확인하십시오",
)
