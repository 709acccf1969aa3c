from studycli.cli.help_pages import WideFormatter
from studycli.core.cells import cells


def test_korean_text_is_wrapped_by_cells() -> None:
    formatter = WideFormatter(width=40)
    formatter.write_text("시험일에 맞춰 터미널에서 공부합니다 " * 5)
    lines = formatter.getvalue().splitlines()
    assert len(lines) > 4
    assert max(map(cells, lines)) <= 40


def test_the_second_column_starts_where_it_should() -> None:
    formatter = WideFormatter(width=50)
    formatter.write_dl([("한글", "하나 둘 셋 " * 12), ("--json", "x")])
    lines = formatter.getvalue().splitlines()
    assert lines[0].startswith("한글    하나")
    assert lines[1].startswith("        ")
    assert lines[-1] == "--json  x"
    assert max(map(cells, lines)) <= 50


def test_no_filler_is_left() -> None:
    formatter = WideFormatter(width=40)
    formatter.write_text("가나다")
    assert formatter.getvalue() == "가나다\n"
