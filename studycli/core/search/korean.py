"""Korean words as people type them into a search: without particles and endings, and those that say nothing."""

from collections.abc import Iterator
from typing import Final

from studycli.core.search.hangul import final_of, is_syllable, without_final

_SAYING_NOTHING: Final = """
    어떻게 어떤 어느 무엇 무엇을 무엇이 무엇인가 무슨 뭐 뭐가 뭔가 뭔가요 뭐야 뭐지 왜 언제 어디 어디에
    어디서 어디에서 누가 누구 얼마 얼마나 얼마까지 몇 것 거 게 걸 건 수 때 등 및 또는 그리고 그 이 저 더
    좀 꼭 다 안 못 할 한 하는 해 해야 하면 하나요 합니까 하는지 하려면 하고 했을 됩니까 되나요 되는
    되는지 되면 된 돼 돼요 될 되어 있는 있나 있나요 있습니까 있을 있는지 없나 없나요 없는 없을 없이 인가
    인가요 입니까 이란 란 무언가 경우 위해 위한 대해 대한 통해 쓰나요 쓰는 쓰나 씁니까 쓸 쓰면 써야
    사용하나요 사용하는 사용할 사용해야 좋나요 좋은 좋을 좋습니까 방법 방법은 이유 이유는 중 중에 같은
    만약 나는 내가 제가 우리 우리가 하지 않고 않는 않게 않으려면 않도록 말고 알려줘 설명 걸까 건가요
    싶은 싶다 싶을 싶어요 하고싶다 안돼 안돼요 안되나요 안됩니까 안되는 안되면 안될 안됨
"""

STOP_WORDS: Final = frozenset(_SAYING_NOTHING.split())
"""Left out of a query that has other words."""

_PARTICLE_WORDS: Final = """
    으로부터 에서부터 에게서 로부터 에서는 에서도 에서의 에게는 으로는 으로도 으로의 이라는 이라도 이라면
    까지는 까지의 부터는 인가요 입니까 입니다 이에요 이랑 에서 에게 에는 에도 에만 으로 까지 부터 마다 처럼
    보다 이나 이란 이라 라는 라도 라면 이며 이고 하고 만의 만을 만이 과의 와의 로는 로도 로의 밖에 조차 뿐만
    예요 인가 인지 일까 이야 은 는 이 가 을 를 의 에 와 과 로 도 만 나 란 랑 인 일
"""
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
"""Particles, and the forms of 이다."""

_ENDING_WORDS: Final = """
    으려면 습니까 습니다 려면 으면 면서 는데 는지 는가 나요 는다 어야 아야 어서 아서 었을 았을 도록 지만 거나
    면 게 고 지 기 는 은 을 다 어 아 서 요
"""
_ENDINGS: Final = frozenset(_ENDING_WORDS.split())
"""Endings of verbs and adjectives."""

_VERBS: Final = ("시키 당하 되었 하였 시킬 시킨 시켜", "하 되 받 해 돼 했 됐 한 할 함 합 된 될 됨 됩")
"""하다, 되다 and their like behind a noun: of two syllables, and of one."""

_ANY_ENDING: Final = frozenset("는은을지려면야서고도록까요나니다기게던며자여라세습었어거죠네데가으수")
"""The syllables their endings are made of."""

_LONGEST: Final = 4
_SHORTEST: Final = 2
_FINALS_OF_ENDINGS: Final = frozenset("ㄴㄹㅁㅂㅆ")


def bases(word: str) -> tuple[str, ...]:
    """What ``word`` (syllables) may be a form of, the likeliest first, none shorter than two syllables.

    A guess by its end alone; the caller knows which of them the material has.
    """
    found = dict.fromkeys(_bases(word))
    return tuple(base for base in found if base != word)


def likeliest_base(word: str) -> str:
    """The word in a dictionary, as far as its end alone can tell."""
    for base in (_without_verb(word), without_particle(word), _without(word, _ENDINGS)):
        if _SHORTEST <= len(base) < len(word):
            return base
    return word


def without_particle(word: str) -> str:
    """``word`` without one particle, the longest, itself if it has none; may be empty."""
    return _without(word, _PARTICLES)


def _bases(word: str) -> Iterator[str]:
    bare = without_particle(word)
    for base in (_without_verb(word), bare, _without(word, _ENDINGS)):
        if len(base) >= _SHORTEST:
            yield base
    if _SHORTEST <= len(bare) < len(word):
        yield from _bases(bare)
    if len(word) >= _SHORTEST and is_syllable(word[-1]) and final_of(word[-1]) in _FINALS_OF_ENDINGS:
        yield f"{word[:-1]}{without_final(word[-1])}"


def _without(word: str, endings: frozenset[str]) -> str:
    for size in range(min(_LONGEST, len(word)), 0, -1):
        if word[-size:] in endings:
            return word[:-size]
    return word


def _without_verb(word: str) -> str:
    place = len(word)
    while place and word[place - 1] in _ANY_ENDING:
        place -= 1
    for size, verbs in zip((2, 1), _VERBS, strict=True):
        if word[max(0, place - size) : place] in verbs.split():
            return word[: place - size]
    return word
