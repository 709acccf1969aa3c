"""``studycli plan``: the way to the exam, shown, changed, or asked for."""

from studycli.cli.kept_forecast import keep_forecast, what_makes
from studycli.cli.notices import print_notices
from studycli.cli.options import PlanOptions
from studycli.cli.printing import print_json
from studycli.cli.wiring import Wiring
from studycli.planner.plan import Plan
from studycli.ui.screens.plan_text import PlanPage
from studycli.ui.text import clean


def plan(wiring: Wiring, options: PlanOptions, *, as_json: bool) -> int:
    """Set what ``options`` say, ask for what is missing on a terminal, and show the plan.

    Raises UsageError for what cannot be, before anything is written, and where there is no exam to plan for.
    """
    from studycli.cli.plan_making import plan_page  # noqa: PLC0415 - numpy
    from studycli.cli.plan_settings import asked, given, require_exam_ahead  # noqa: PLC0415

    changes = given(wiring, options)
    if wiring.settings.exam_date is None and options.exam_date is None and wiring.may_ask and not as_json:
        changes = asked(wiring, options)
    require_exam_ahead(wiring, changes)
    for change in changes:
        wiring.learner.record(change, wiring.clock().at)
    made_from = what_makes(wiring)
    page = plan_page(wiring, wiring.clock().at)
    keep_forecast(wiring, page.plan, made_from)
    if as_json:
        print_json(described(page), wiring.streams.stdout)
    else:
        _show(wiring, page)
    print_notices(wiring)
    return 0


def described(page: PlanPage) -> dict[str, object]:
    """The plan as scripts read it."""
    plan = page.plan
    outlook = None if plan.forecast is None else plan.forecast.outlook
    return {
        "exam_date": plan.exam.isoformat(),
        "days": _days(plan),
        "expected_score": outlook and outlook.expected_score,
        "low": outlook and outlook.low,
        "high": outlook and outlook.high,
        "pass_probability": outlook and round(outlook.pass_probability, 4),
        "topics": [
            {"id": topic.id, "recall_on_the_day": round(topic.recall, 4), "weight": round(topic.weight, 4)}
            for topic in plan.topics
        ],
        "blueprint": page.blueprint and page.blueprint.id,
        "standing": plan.stand and plan.stand.standing.value,
        "standing_minutes": plan.stand and plan.stand.minutes,
        "recall_on_the_day": plan.stand and round(plan.stand.recall, 4),
        "most_recall_on_the_day": page.most and round(page.most, 4),
        "leeches": [leech.card for leech in page.leeches],
    }


def _days(plan: Plan) -> list[dict[str, object]]:
    return [
        {
            "date": day.day.isoformat(),
            "minutes": day.minutes,
            "reviews": day.reviews,
            "new": day.new,
            "exam": day.exam,
        }
        for day in plan.days
    ]


def _show(wiring: Wiring, page: PlanPage) -> None:
    from studycli.cli.paging import show_parts  # noqa: PLC0415 - drawing
    from studycli.ui.look import Look  # noqa: PLC0415
    from studycli.ui.screens.plan_text import sections  # noqa: PLC0415
    from studycli.ui.sections import drawn  # noqa: PLC0415
    from studycli.ui.theme import choose_theme  # noqa: PLC0415

    theme = choose_theme(wiring.configuration.theme or "auto", wiring.env)
    look = Look(wiring.words, theme, wiring.material_language)
    parts = drawn(sections(page, look.language, look), look)
    if wiring.is_styled and not wiring.accessible:
        show_parts(wiring, parts)
    else:
        wiring.streams.stdout.writelines(f"{clean(part.plain)}\n" for part in parts)
