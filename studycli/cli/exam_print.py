"""``studycli exam print``: a paper and its key as Markdown."""

from collections.abc import Iterator

from studycli.cli.exam_papers import Drawn, drawn_paper
from studycli.cli.exits import ExitCode
from studycli.cli.notices import print_notices
from studycli.cli.options import PaperOptions
from studycli.cli.printing import one_line
from studycli.cli.shelf_deck import ShelfDeck
from studycli.cli.wiring import Wiring
from studycli.core.exam.paper import PaperItem
from studycli.ui.deck import QuestionFace
from studycli.ui.text import clean


def print_paper(wiring: Wiring, options: PaperOptions, *, paper: bool, key: bool) -> int:
    """Print the paper, the key, or both. Raises UsageError as ``drawn_paper``."""
    drawn = drawn_paper(wiring, options)
    deck, language = ShelfDeck(wiring), wiring.material_language
    faces = [(item, face) for item in drawn.paper.items if (face := deck.question(item.question))]
    blocks = list(_heading(wiring, drawn, options))
    if paper:
        blocks += [_question(wiring, number, *each, language) for number, each in enumerate(faces, start=1)]
    if key:
        blocks.append(f"## {wiring.words.cli.exam.paper.key}")
        blocks += [_key(number, *each, language) for number, each in enumerate(faces, start=1)]
    wiring.streams.stdout.write("\n\n".join(blocks) + "\n")
    print_notices(wiring)
    return ExitCode.FINE


def _heading(wiring: Wiring, drawn: Drawn, options: PaperOptions) -> Iterator[str]:
    words, seed = wiring.words.cli.exam.paper, drawn.paper.seed
    yield f"# {one_line(drawn.blueprint.title.read(wiring.material_language).text)}"
    yield words.about(len(drawn.paper.items), drawn.blueprint.minutes)
    same = ["studycli exam print", options.blueprint or drawn.blueprint.id, f"--seed {seed}"]
    same += [f"--questions {options.questions}"] if options.questions is not None else []
    same += [f"--topic {options.topic}"] if options.topic is not None else []
    yield words.made_by.format(seed=seed, command=f"`{one_line(' '.join(same))}`")


def _question(wiring: Wiring, number: int, item: PaperItem, face: QuestionFace, language: str) -> str:
    lines = [f"## {number}", clean(face.stem.read(language).text).rstrip()]
    if len(item.right) > 1:
        lines.append(wiring.words.cli.exam.paper.choose(len(item.right)))
    return "\n\n".join([*lines, "\n".join(_options(item, face, language))])


def _options(item: PaperItem, face: QuestionFace, language: str) -> Iterator[str]:
    for number, option in enumerate(item.options, start=1):
        text = clean(face.options[option].text.read(language).text).rstrip()
        yield f"{number}. " + text.replace("\n", "\n   ")


def _key(number: int, item: PaperItem, face: QuestionFace, language: str) -> str:
    right = ", ".join(str(item.options.index(option) + 1) for option in item.right)
    lines = [f"{number}. **{right}** ({item.question})"]
    for option in item.options:
        why = one_line(face.options[option].why.read(language).text)
        lines.append(f"   - {item.options.index(option) + 1}: {why}")
    if face.explanation is not None:
        lines.append(f"   - {one_line(face.explanation.read(language).text)}")
    return "\n".join(lines)
