"""The audience view is readable from the last row: sizes, contrast, whole words, complete rows."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import product
from typing import get_args

import pytest
from PySide6.QtCore import QRect, QRectF

from tests.helpers.audience_pictures import LATE, a_wall, notes, pictures, ranking, texts_on
from tests.helpers.contrast import contrast
from tests.helpers.wall_paint import painted
from ui.audience.sizes import AudienceSizes
from ui.theme.audience_palette import AUDIENCE_CONTRAST, AUDIENCE_DARK, AUDIENCE_LIGHT
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.qr_code import QUIET
from workshop_app.domain.audience_view import (
    AudiencePicture,
    AudienceView,
    OpenVote,
    ProblemList,
    ShownProblem,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, set_language, texts, tr
from workshop_app.settings import WALL_LETTERS

pytestmark = pytest.mark.every_value

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (1280, 720)]
FLOOR = 0.0444
PALETTES = [AUDIENCE_LIGHT, AUDIENCE_DARK, AUDIENCE_CONTRAST]
KINDS = sorted(pictures())


@pytest.fixture(params=["ja", "en"], autouse=True)
def words(request, qapp):
    theme()
    before = language()
    set_language(request.param)
    yield request.param
    set_language(before)


def test_every_kind_of_audience_view_is_tested():
    assert {type(view.picture) for view in pictures().values()} == set(get_args(AudiencePicture))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_smaller_than_the_minimum(kind):
    for size, percent in product(SIZES, WALL_LETTERS):
        wall = a_wall(pictures()[kind], AUDIENCE_LIGHT, size, percent)
        smallest = min(text.px for text in texts_on(wall))
        assert smallest / size[1] >= FLOOR * percent / 100, (size, percent)


def test_a_text_size_below_100_percent_has_no_effect():
    for percent in (0, 50, 99):
        assert AudienceSizes(1280, 720, percent).text("floor") == AudienceSizes(1280, 720).text(
            "floor"
        )


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_has_enough_contrast_with_its_background(kind):
    for palette in PALETTES:
        for text in texts_on(a_wall(pictures()[kind], palette), coloured=True):
            on_area = text.behind == palette.warn
            assert contrast(text.ink, text.behind) >= (7 if on_area else 12), text


def test_bars_lines_and_edges_have_enough_contrast():
    for palette in PALETTES:
        shapes = [palette.accent, palette.line]
        shapes += [palette.colour(OUTCOMES[kind].colour) for kind in OutcomeKind]
        assert min(contrast(colour, palette.surface) for colour in shapes) >= 3
        assert contrast(palette.accent, palette.accent_soft) >= 3


@pytest.mark.every_pair
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("percent", WALL_LETTERS)
@pytest.mark.parametrize("size", SIZES)
def test_every_text_is_on_the_audience_display_and_none_overlaps_another(kind, size, percent):
    wall = a_wall(pictures()[kind], AUDIENCE_LIGHT, size, percent)
    around = QRectF(0, 0, *size)
    for page in range(len(wall.pages)):
        picture = painted(wall, page, LATE, coloured=False)
        boxes = [text.box for text in picture.texts] + [box for box, _ in picture.codes]
        for problem, box in enumerate(boxes):
            assert around.contains(box), (page, box)
            inner = box.adjusted(1, 1, -1, -1)
            assert not any(inner.intersects(other) for other in boxes[problem + 1 :]), (page, box)


@pytest.mark.parametrize("size", [*SIZES, (640, 768)])
def test_a_long_head_is_below_the_step(size):
    """On a narrow display the name of a step and its subject do not fit on one line."""
    view = AudienceView(step="choose", picture=replace(ranking(12), dots=5, round=12))
    wall = a_wall(view, AUDIENCE_LIGHT, size)
    name, about = painted(wall, 0).texts[:2]
    beside = about.box.left() - name.box.right() >= name.px / 2
    assert beside or about.box.top() >= name.box.bottom()
    assert beside == (size[0] > 640)


def lines_of(words, size):
    view = AudienceView(
        step="list",
        picture=ProblemList(count=1, problems=(ShownProblem(id="n", number=88, words=words),)),
    )
    texts = painted(a_wall(view, AUDIENCE_LIGHT, size), 0).texts
    return [text.text for text in texts if text.whole == words]


def test_lines_break_at_phrases_and_leave_no_single_character():
    words = "通知が多すぎて、大事なアラートが埋もれてしまう"
    assert lines_of(words, (1024, 768)) == ["通知が多すぎて、大事なアラートが", "埋もれてしまう"]
    words = "サイト証明書の更新日を表計算の一覧で管理していて、去年1回切らした"
    assert lines_of(words, (1920, 1080))[1] == "去年1回切らした"


def bars_of(picture):
    """Return the boxes of one row of pixels in the colour of bars, for each such row."""
    rows = defaultdict(QRect)
    for box in picture.area_of(AUDIENCE_LIGHT.accent):
        rows[box.top()] |= box
    return [*rows.values()]


def test_bars_beside_short_words_begin_soon_after_them():
    """The eye need not follow an empty line across the display to the bar."""
    for kind in ("welcome", "ended"):
        picture = painted(a_wall(pictures()[kind], AUDIENCE_LIGHT), 0)
        assert max(row.width() for row in bars_of(picture)) > 1920 * 0.4
        assert all(text.text == text.whole for text in picture.texts), "no word is wrapped"


def test_the_bar_of_a_ranked_problem_is_below_its_words_and_as_long_as_its_share():
    lengths = {}
    for count, share in ((4, 1.0), (24, 1.0), (24, 0.5)):
        words = "監視" * count
        problems = (replace(ranking(12).problems[4], words=words, share=share),)
        view = AudienceView(step="choose", picture=replace(ranking(12), problems=problems))
        picture = painted(a_wall(view, AUDIENCE_LIGHT), 0)
        lines = [text.box for text in picture.texts if text.whole == words]
        bar = bars_of(picture)[0]
        assert bar.left() == pytest.approx(lines[0].left(), abs=2)
        assert bar.top() >= lines[-1].center().y() + lines[-1].height() / 4
        lengths[count, share] = bar.width()
    assert lengths[4, 1.0] == lengths[24, 1.0] == pytest.approx(2 * lengths[24, 0.5], abs=4)


@pytest.mark.parametrize("size", SIZES)
def test_the_bar_of_a_ranked_problem_ends_above_the_line_of_the_next_rank(size):
    long = tuple(replace(one, words=one.words * 3, share=1.0) for one in ranking(12).problems)
    view = AudienceView(step="choose", picture=replace(ranking(12), problems=long))
    wall = a_wall(view, AUDIENCE_LIGHT, size)
    said, gaps = {one.words for one in long}, []
    for page in range(len(wall.pages)):
        picture = painted(wall, page)
        left = max(text.box.left() for text in picture.texts if text.whole in said)
        high = range(size[1])
        bars = [y for y in high if picture.colour_at(left, y) == AUDIENCE_LIGHT.accent]
        lines = [y for y in high
                 if picture.colour_at(wall.sizes.side, y) == AUDIENCE_LIGHT.line]  # fmt: skip
        gaps += [min(abs(y - bar) for bar in bars) for y in lines if y < max(bars)]
    assert min(gaps) > size[1] / 250


@pytest.mark.every_pair
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "view",
    [
        AudienceView(step="list", picture=ProblemList(count=200, problems=notes(200))),
        AudienceView(step="choose", picture=ranking(200)),
    ],
)
@pytest.mark.parametrize("percent", [WALL_LETTERS[0], WALL_LETTERS[-1]])
def test_each_of_two_hundred_problems_is_on_one_page(view, size, percent):
    wall = a_wall(view, AUDIENCE_LIGHT, size, percent)
    seen = Counter(name for page in range(len(wall.pages)) for name in wall.ids_on(page))
    assert seen == Counter(f"n{n}" for n in range(1, 201))
    parts = defaultdict(str)  # a row longer than a page continues, between a foot and a head
    for text in texts_on(wall, None):
        parts[text.whole] += text.text
    for note in notes(200):
        assert parts[note.words].replace(" ", "") == note.words.replace(" ", "")
    begins = [page for page in range(len(wall.pages)) if wall.ids_on(page)]
    assert [wall.page_of(f"n{n}") for n in (1, 200)] == [0, begins[-1]]


@pytest.mark.parametrize("size", SIZES)
def test_a_note_longer_than_a_page_goes_on_and_says_so(size, words):
    long = "長い説明が続く。" * 250
    view = AudienceView(
        step="list",
        picture=ProblemList(count=1, problems=(ShownProblem(id="n", number=1, words=long),)),
    )
    wall = a_wall(view, AUDIENCE_LIGHT, size)
    assert len(wall.pages) > 1
    shown = "".join(text.text for text in texts_on(wall, None) if text.whole == long)
    assert shown.count("長い説明が続く。") == 250
    second = [text.text.casefold() for text in painted(wall, 1).texts]
    assert any(("続き" if words == "ja" else "continued") in text for text in second)


def test_the_line_to_type_is_below_the_steps_of_an_answer():
    view = pictures()["answer"]
    said = "".join(text.text for text in texts_on(a_wall(view, AUDIENCE_LIGHT), None))
    step, example = view.picture.answer.steps[-1], view.picture.answer.example
    plain = said.replace(" ", "")
    assert 0 <= plain.find(step.replace(" ", "")) < plain.find(example.replace(" ", ""))


@pytest.mark.parametrize(("kind", "has_code"), [("searching", True), ("hinted", False)])
def test_a_search_has_its_code_unless_that_needs_another_page(kind, has_code):
    wall = a_wall(pictures()[kind], AUDIENCE_LIGHT)
    codes = [code for page in range(len(wall.pages)) for code in painted(wall, page).codes]
    assert bool(codes) == has_code


@pytest.mark.parametrize("kind", ["themes", "long theme"])
def test_each_page_of_themes_begins_with_the_name_of_one(kind):
    """A page on which a theme continues says so."""
    wall = a_wall(pictures()[kind], AUDIENCE_LIGHT, (1366, 768))
    heads = [row.head.text for row in wall.slide.rows]
    assert len(wall.pages) > 1
    for page, slots in enumerate(wall.pages):
        seen = painted(wall, page).texts[2:]
        first = min(seen, key=lambda text: (text.box.top(), text.box.left()))
        row = slots[0].row
        assert first.whole == heads[row]
        continues = row > 0 and heads[row - 1] == heads[row]
        said = [text for text in seen if text.text == tr("widgets.list.group_continued")]
        assert len(said) == continues


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_each_page_of_an_answer_names_the_problem_and_the_answer(size):
    view = pictures()["answer"]
    problem = view.picture.problem
    answer = view.picture.answer
    steps = tuple(f"{n}: {answer.steps[0]}" for n in range(8))
    many = replace(view, picture=replace(view.picture, answer=replace(answer, steps=steps)))
    wall = a_wall(many, AUDIENCE_LIGHT, size)
    assert len(wall.pages) > 1
    for page in range(len(wall.pages)):
        said = "".join(text.text for text in painted(wall, page).texts)
        plain = said.replace(" ", "")
        assert problem.words.replace(" ", "") in plain
        assert answer.title.replace(" ", "") in plain


@pytest.mark.parametrize("palette", PALETTES)
def test_the_code_has_its_quiet_zone_in_white(palette):
    size = (1280, 720)
    wall = a_wall(pictures()["answer"], palette, size)
    picture = painted(wall, 0)
    ((box, module),) = picture.codes
    assert module >= 4
    left = int(box.left())
    top = int(box.top())
    quiet = QUIET * module
    for problem in range(int(box.width())):
        for depth in (0, quiet - 1):
            corners = [(left + problem, top + depth), (left + depth, top + problem)]
            assert {picture.colour_at(*corner) for corner in corners} == {"#FFFFFF"}
    assert picture.colour_at(left + quiet, top + quiet) == "#000000"


def test_hidden_content_is_not_on_the_audience_display():
    texts = [t.text for t in texts_on(a_wall(pictures()["hidden"], AUDIENCE_LIGHT))]
    assert any("30" in text for text in texts)
    assert not any(note.words in text for text in texts for note in notes(3))


def test_before_closing_the_audience_display_shows_no_count():
    texts = [text.text for text in texts_on(a_wall(pictures()["counting"], AUDIENCE_LIGHT))]
    assert not any(text.strip().endswith("=") for text in texts)


def shown(count):
    return tuple(
        ShownProblem(id=f"p{n}", number=n, words="監視が足りない") for n in range(1, count + 1)
    )


def ids_by_page(view):
    wall = a_wall(view, AUDIENCE_LIGHT, (1280, 720))
    return [wall.ids_on(page) for page in range(len(wall.pages))]


def test_no_number_of_a_problem_is_in_the_column_of_ranks():
    """A problem without hands has no rank; its number would look like one."""
    problems = ranking(4).problems
    unranked = tuple(replace(problem, rank="", votes=0, share=0.0) for problem in problems)
    for shown, expected in (
        ((*problems[:2], *unranked[2:]), {texts().rank(problem.rank) for problem in problems[:2]}),
        (unranked, {"1", "2", "3", "4"}),
    ):
        view = AudienceView(step="choose", picture=replace(ranking(4), problems=shown))
        seen = list(texts_on(a_wall(view, AUDIENCE_LIGHT), None))
        words = {text.box.left() for text in seen if text.whole in {p.words for p in shown}}
        column = {text.text for text in seen if text.digits and text.box.right() < min(words)}
        assert expected <= column
        assert not column & ({"1", "2", "3", "4"} - expected)
        assert len(words) == 1, "all wordings begin at the same place"


@pytest.mark.parametrize("count", [9, 17, 25])
def test_pages_of_what_does_not_grow_are_filled_evenly(count):
    pages = ids_by_page(AudienceView(step=Step.CHOOSE, picture=OpenVote(problems=shown(count))))
    counts = [len(page) for page in pages]
    assert len(counts) > 1
    assert max(counts) - min(counts) < len(counts), counts
    assert counts == sorted(counts, reverse=True)
    assert [one for page in pages for one in page] == [each.id for each in shown(count)]


def test_rows_of_the_growing_list_stay_on_their_pages():
    before, after = (
        ids_by_page(AudienceView(step=Step.LIST, picture=ProblemList(count=n, problems=shown(n))))
        for n in (17, 18)
    )
    assert after[: len(before) - 1] == before[:-1]
