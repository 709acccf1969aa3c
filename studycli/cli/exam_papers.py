"""Papers for a sitting or for print: which blueprint, which questions, how much time."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final, NamedTuple

from studycli.cli.exam_history import handed_in_attempt
from studycli.cli.options import PaperOptions
from studycli.cli.topics import require_topic
from studycli.cli.wiring import Wiring
from studycli.core.blueprints import Blueprint, resized
from studycli.core.exam.attempt import Attempt
from studycli.core.exam.draw import Lack, Shortage, draw, draw_these, draw_what_there_is
from studycli.core.exam.paper import Paper
from studycli.core.exam_report import report_of
from studycli.core.library import Text
from studycli.errors import MaterialError, StudyError, UsageError
from studycli.material.files import BLUEPRINTS_FILE

DEFAULT: Final = "saa-c03"


class Drawn(NamedTuple):
    """A paper and what it was drawn by: the full id of the blueprint, in the size of the paper."""

    name: str
    blueprint: Blueprint
    paper: Paper


def drawn_paper(wiring: Wiring, options: PaperOptions) -> Drawn:
    """The paper of a new exam: those not seen for longest, or with a seed given whatever was seen.

    Raises UsageError if there is no such exam or the material has too few questions for it.
    """
    require_topic(wiring.shelf, options.topic)
    name, blueprint = blueprint_named(wiring, options.blueprint)
    bank = wiring.shelf.question_refs()
    seen = wiring.learner.seen() if options.seed is None else {}
    seed = wiring.seed() if options.seed is None else options.seed
    if options.questions is None:
        sized = _with_minutes(blueprint, options.minutes)
        paper = draw(sized, bank, seen, seed, options.topic)
    else:
        sized = resized(blueprint, options.questions, options.minutes)
        paper = draw_what_there_is(sized, bank, seen, seed, options.topic)
    if isinstance(paper, Shortage):
        most = len(draw_what_there_is(blueprint, bank, seen, seed, options.topic).items)
        lacks = _told(paper.lacks, blueprint, wiring.material_language)
        raise UsageError("exam_short", name=_short(name), lacks=lacks, most=most)
    if len(paper.items) < sized.questions:
        raise UsageError("exam_too_long", most=len(paper.items))
    return Drawn(name, sized, paper)


def retaken_paper(wiring: Wiring, attempt_name: str, minutes: int | None, seed: int | None) -> Drawn:
    """What was wrong or flagged in a sitting. Raises UsageError if that is nothing, or nothing that is left."""
    attempt = handed_in_attempt(wiring, attempt_name)
    questions = tuple(item.question for item in report_of(attempt).items if not item.correct or item.flagged)
    return paper_of(wiring, attempt, questions, minutes, seed)


def paper_of(
    wiring: Wiring,
    attempt: Attempt,
    questions: tuple[str, ...],
    minutes: int | None = None,
    seed: int | None = None,
) -> Drawn:
    """Just these questions of a sitting again, as far as they are left; UsageError if none is."""
    sat = attempt.terms.blueprint
    name, blueprint = blueprint_named(wiring, sat if sat in wiring.shelf.blueprints() else None)
    seed = wiring.seed() if seed is None else seed
    paper = draw_these(blueprint, wiring.shelf.question_refs(), questions, seed)
    if not paper.items:
        raise UsageError("nothing_to_retake", attempt=attempt.id)
    return Drawn(name, resized(blueprint, len(paper.items), minutes), paper)


def blueprint_named(wiring: Wiring, name: str | None) -> tuple[str, Blueprint]:
    """The exam of a short or full id with its full id; without one that of the settings, saa-c03, or the first."""
    blueprints = wiring.shelf.blueprints()
    chosen = wiring.settings.blueprint
    wanted = name or (chosen if chosen in blueprints else DEFAULT)
    found = [full_id for full_id, blueprint in blueprints.items() if wanted in {full_id, blueprint.id}]
    if name and len(found) > 1:
        raise MaterialError("item_ambiguous", name=name, ids=", ".join(found))
    if not found and name is None:
        found = list(blueprints)
    if found:
        return found[0], blueprints[found[0]]
    raise _no_such_blueprint(wiring, name, blueprints)


def _no_such_blueprint(wiring: Wiring, name: str | None, blueprints: Mapping[str, Blueprint]) -> StudyError:
    broken = [each.path for each in wiring.shelf.problems if each.path.endswith(BLUEPRINTS_FILE)]
    if broken:
        return MaterialError("item_in_broken_file", name=name or DEFAULT, path=broken[0])
    if not blueprints or name is None:
        return UsageError("no_blueprint")
    known = [blueprint.id for blueprint in blueprints.values()]
    close = get_close_matches(name, known, n=1)
    return UsageError("unknown_blueprint", name=name, known=", ".join(close or known))


def domain_titles(wiring: Wiring, blueprint: str) -> dict[str, Text]:
    """The titles of an exam's domains by id, as far as the exam is still there."""
    found = wiring.shelf.blueprints().get(blueprint)
    return {} if found is None else {domain.id: domain.title for domain in found.domains}


def _with_minutes(blueprint: Blueprint, minutes: int | None) -> Blueprint:
    return blueprint if minutes is None else resized(blueprint, blueprint.questions, minutes)


def _short(name: str) -> str:
    return name.partition("/")[2]


def _told(lacks: tuple[Lack, ...], blueprint: Blueprint, language: str) -> str:
    titles = {domain.id: domain.title.read(language).text for domain in blueprint.domains}
    return ", ".join(f"{titles[lack.domain]} {lack.there}/{lack.needed}" for lack in lacks)
