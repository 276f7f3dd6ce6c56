"""What the page of a report shows: its figures in the groups and the order in which they stand."""

from collections.abc import Iterator, Mapping
from datetime import date

from plugins.catalogue.figures import (
    BoardTally,
    Figure,
    Figures,
    Tally,
    answer_rate,
    figures,
    named,
)
from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Paper, Report, Survey
from plugins.rendering.cards import Link, link, link_to
from plugins.rendering.urls import Address

WIDEST = 86
"""Percent of the chart's width for its longest bar: its number stands behind it."""

BAR_LINES = 3.1
"""The height of a bar with its label, in lines of text."""

Counts = tuple[tuple[str, int], ...]


@record(frozen=True)
class Bar(Frozen):
    """A bar of a chart. `width` is in percent of the chart's, `top` in lines from its top."""

    label: str
    count: int
    width: float
    top: float


@record(frozen=True)
class Chart(Frozen):
    """Counts that are shown as bars and as a table; heights are in lines of text."""

    bars: tuple[Bar, ...]
    total: int
    height: float
    bar_height: float = BAR_LINES


@record(frozen=True)
class Highlight(Frozen):
    """A figure of the band at the head; `hue` is the colour of its line, 1 to 8."""

    name: str
    value: Figure
    hue: int


@record(frozen=True)
class AssociationFigures(Frozen):
    """What is counted of the associations."""

    topics: Chart
    languages: Counts
    active: tuple[Link, ...]
    founded: tuple[Link, ...]
    ended: tuple[Link, ...]


@record(frozen=True)
class EventFigures(Frozen):
    """What is counted of the events, and which were called off."""

    by_format: tuple[Tally, ...]
    by_year: tuple[Tally, ...]
    total: Tally
    guests: int
    told_guests: int
    online: int
    cancelled: tuple[Link, ...]


@record(frozen=True)
class NetworkRow(Frozen):
    """How often a network met: in each year of the period, and in all."""

    link: Link
    cells: tuple[int, ...]


@record(frozen=True)
class Meetings(Frozen):
    """How often the networks met; those of several count once in `total`."""

    years: tuple[str, ...]
    rows: tuple[NetworkRow, ...]
    total: int


@record(frozen=True)
class QuestionResult(Frozen):
    """The answers to one question; `id` is unique on the page."""

    id: str
    question: str
    kind: str
    chart: Chart


@record(frozen=True)
class SurveyResult(Frozen):
    """What the associations were asked, and what they answered."""

    asked: int
    answered: int
    rate: float
    from_: date | None
    until: date | None
    questions: tuple[QuestionResult, ...]


@record(frozen=True)
class Costs(Frozen):
    """What the paper says of money: as text, or as positions with their amounts."""

    text: str = ""
    positions: tuple[tuple[str, str], ...] = ()


@record(frozen=True)
class ReportView(Frozen):
    """One report with its figures; `named` are those that its text calls by name.

    `counted_until` is the last day that is counted: the period's, or today.
    `sections` are the ids of those that the table of contents names.
    """

    report: Report
    named: Mapping[str, Figure]
    table: Address
    is_running: bool
    counted_until: date
    highlights: tuple[Highlight, ...]
    paper: Paper
    associations: AssociationFigures
    events: EventFigures
    meetings: Meetings
    board: BoardTally
    survey: SurveyResult | None
    consultations: Chart
    costs: Costs
    sections: tuple[str, ...]
    networks: tuple[Link, ...]


def report_view(catalogue: Catalogue, report: Report, today: date) -> ReportView:
    """Everything that the page and the table of a report show."""
    counted = figures(catalogue, report, today)
    by_name = named(counted, report, catalogue)
    return ReportView(
        report=report,
        named=by_name,
        table=Address("figures", report.id),
        is_running=report.period.until >= today,
        counted_until=min(report.period.until, today),
        highlights=tuple(_highlights(report, by_name)),
        paper=report.paper or Paper(),
        associations=_associations(counted),
        events=_events(counted),
        meetings=_meetings(counted),
        board=counted.board,
        survey=_survey(report.survey),
        consultations=_chart(counted.consultations),
        costs=_costs(report),
        sections=tuple(_sections(report, counted)),
        networks=tuple(link_to(catalogue, "networks", key) for key in report.networks),
    )


def _highlights(report: Report, by_name: Mapping[str, Figure]) -> Iterator[Highlight]:
    yield Highlight("associations.active", by_name["associations.active"], 5)
    yield Highlight("events.held", by_name["events.held"], 7)
    yield Highlight("networks.meetings", by_name["networks.meetings"], 1)
    if report.consultations:
        yield Highlight("consultations.total", by_name["consultations.total"], 4)
    yield Highlight("board.placed", by_name["board.placed"], 3)
    if report.survey:
        yield Highlight("survey.rate", by_name["survey.rate"], 6)


def _associations(counted: Figures) -> AssociationFigures:
    return AssociationFigures(
        topics=_chart(counted.by_topic),
        languages=counted.by_language,
        active=tuple(map(link, counted.active)),
        founded=tuple(map(link, counted.founded)),
        ended=tuple(map(link, counted.ended)),
    )


def _events(counted: Figures) -> EventFigures:
    return EventFigures(
        by_format=counted.by_format,
        by_year=counted.by_year,
        total=counted.events,
        guests=len(counted.guests),
        told_guests=counted.told_guests,
        online=counted.online,
        cancelled=tuple(map(link, counted.cancelled)),
    )


def _meetings(counted: Figures) -> Meetings:
    years = tuple(tally.key for tally in counted.by_year)
    rows = []
    for tally in counted.networks:
        met = dict(tally.by_year)
        cells = (*(met.get(int(year), 0) for year in years), tally.meetings)
        rows.append(NetworkRow(link(tally.network), cells))
    return Meetings(years, tuple(rows), counted.meetings)


def _survey(survey: Survey | None) -> SurveyResult | None:
    if survey is None:
        return None
    results = (
        QuestionResult(f"frage-{number}", asked.question, asked.kind, _chart(asked.answers))
        for number, asked in enumerate(survey.questions, start=1)
    )
    return SurveyResult(
        asked=survey.asked,
        answered=survey.answered,
        rate=answer_rate(survey),
        from_=survey.from_,
        until=survey.until,
        questions=tuple(results),
    )


def _costs(report: Report) -> Costs:
    costs = report.paper.costs if report.paper else ""
    return Costs(text=costs) if isinstance(costs, str) else Costs(positions=costs)


def _sections(report: Report, counted: Figures) -> Iterator[str]:
    yield "vereine"
    yield "veranstaltungen"
    if counted.networks:
        yield "netzwerke"
    yield "brett"
    if report.survey:
        yield "befragung"
    if counted.consultations:
        yield "beratungen"
    if report.conclusion:
        yield "fazit"
    if report.paper and report.paper.costs:
        yield "kosten"


def _chart(counts: Counts) -> Chart:
    longest = max((count for _, count in counts), default=0) or 1
    bars = tuple(
        Bar(str(label), count, round(WIDEST * count / longest, 1), round(BAR_LINES * position, 1))
        for position, (label, count) in enumerate(counts)
    )
    return Chart(bars, sum(count for _, count in counts), round(BAR_LINES * len(bars), 1))
