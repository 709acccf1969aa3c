import pickle
from pathlib import Path

import pytest

from studycli.errors import LogError, MaterialError, StudyError, UsageError


@pytest.mark.parametrize("kind", [UsageError, MaterialError, LogError])
def test_an_error_comes_whole_out_of_another_process(kind: type[StudyError]) -> None:
    error = kind("cache_busy", folder=Path("cache"), times=2)
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert (back.message_id, back.params) == ("cache_busy", {"folder": Path("cache"), "times": 2})
