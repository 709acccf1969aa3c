import pytest

from studycli import errors
from studycli.cli.exits import OF_ERROR, ExitCode, code_of
from studycli.errors import LogError, MaterialError, StudyError, UsageError


def _family(cls: type[StudyError]) -> list[type[StudyError]]:
    return [cls, *(each for child in cls.__subclasses__() for each in _family(child))]


@pytest.mark.parametrize("cls", [cls for cls in _family(StudyError) if cls is not StudyError])
def test_every_expected_error_has_an_exit_code_of_its_own_kind(cls: type[StudyError]) -> None:
    assert code_of(cls("some_id")) not in {ExitCode.FINE, ExitCode.FOUND, ExitCode.BUG}


def test_the_codes_are_those_of_the_product() -> None:
    assert {cls: int(code) for cls, code in OF_ERROR.items()} == {
        UsageError: 2,
        MaterialError: 3,
        LogError: 4,
    }
    assert [code.value for code in ExitCode] == [0, 1, 2, 3, 4, 70, 129, 130, 143]


def test_a_subclass_takes_the_code_of_its_family() -> None:
    narrow = type("NarrowError", (MaterialError,), {})
    assert code_of(narrow("some_id")) is ExitCode.MATERIAL


def test_the_base_class_alone_is_a_bug() -> None:
    assert code_of(StudyError("some_id")) is ExitCode.BUG


def test_the_tree_of_the_docstring_names_every_class() -> None:
    assert all(
        cls.__name__ in (errors.__doc__ or "")
        for cls in _family(StudyError)
        if cls.__module__ == errors.__name__
    )
