"""What pages offer, as values made of the workshop without a window."""

from dataclasses import replace

import pytest

from tests.helpers.sessions import new_session
from ui.actions.action_def import Form
from ui.actions.offered import PRIMARY, Beside, FootArea, Offered
from ui.actions.table import find
from ui.pages.appraise.offered import Following
from ui.pages.appraise.offered import Situation as Appraising
from ui.pages.appraise.offered import offered as in_appraise
from ui.pages.context.offered import offered as in_context
from ui.pages.list.offered import offered as in_list
from ui.pages.solve.offered import Situation as Solving
from ui.pages.solve.offered import offered as in_solve
from ui.pages.sort.groups import groups
from ui.pages.sort.offered import ROW_ACTIONS, Sorting
from ui.pages.sort.offered import offered as in_sort
from workshop_app.domain.appraisal import ANSWERS, Criterion
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import LANGUAGES, set_language, tr
from workshop_app.services.sample import play


@pytest.fixture(scope="module", params=LANGUAGES)
def state(request, tmp_path_factory):
    session = new_session(tmp_path_factory.mktemp("offered") / "w.db")
    play(session, request.param)
    yield session.state
    session.store.close()


@pytest.fixture(autouse=True)
def words(state):
    set_language(state.workshop.language)
    yield
    set_language("ja")


def foot(offers, area=FootArea.LEFT):
    """The ids or names of what is in an area of the foot bar, from left to right."""
    return [key for key, one in offers.items() if one.area is area]


def listed(state, mode="list", **options):
    options = {"private": False, "filled": True, **options}
    return in_list(state, mode, **options)


def answered(state, **facts):
    facts = dict.fromkeys(("on_row", "told", "choosing", "following", "filled"), False) | facts
    return in_context(state, state.answers[0], **facts)


def sorting(state, **facts):
    found = groups(state)
    problem = found[1].problems[0]
    facts = {"problem": problem, "chosen": [problem], "on_head": False, "dragging": False,
             "naming": False, **facts}  # fmt: skip
    return Sorting(found, found[1], **facts)


def solving(**facts):
    facts = dict.fromkeys(Solving._fields, False) | {"why": None} | facts
    return Solving(**facts)


def appraising(**facts):
    facts = (
        dict.fromkeys(Appraising._fields, False) | {"criterion": Criterion.OURS, "left": 0} | facts
    )
    return Appraising(**facts)


def every(state):
    problem = state.listed[0]
    return [
        listed(state), listed(state, private=True), listed(state, "writing"),
        listed(state, "inbox", private=True), listed(state, row=problem),
        answered(state), answered(state, on_row=True),
        in_sort(state, sorting(state)), in_solve(state, problem, solving()),
        in_appraise(appraising(private=True), Following(True, "open", False, 2)),
    ]  # fmt: skip


def test_each_id_is_declared_and_a_number_is_one_of_its_own(state):
    for offers in every(state):
        for key, one in offers.items():
            if isinstance(one, Beside):
                continue
            action_id, argument = (key, None) if isinstance(key, str) else key
            definition = find(action_id)
            assert (definition.form is Form.SAME) == (argument is None)
            assert argument in definition.arguments()


def test_every_page_has_one_primary_button_with_a_text(state):
    for offers in every(state):
        assert foot(offers, FootArea.PRIMARY) == [PRIMARY]
        assert offers[PRIMARY].text


def test_list_offers_what_is_private_only_in_private_mode(state):
    private = {"list.file", "list.inbox", "list.release"}
    for mode in ("list", "writing", "parking"):
        assert not private & set(listed(state, mode))
    assert "list.file" in listed(state, private=True)


def test_list_counts_who_has_no_name_and_what_is_parked(state):
    problem = state.listed[0]
    nameless = replace(problem, speaker_id=None)
    others = [one for one in state.problems if one.id != problem.id]
    named = [replace(one, speaker_id=state.participants[0].id) for one in others]
    now = replace(state, problems=(nameless, *named))
    assert listed(now)["list.nameless"].text == tr("list.nameless", n=1)
    anonymous = replace(now, workshop=replace(now.workshop, anonymous=True))
    assert "list.nameless" not in listed(anonymous)
    assert not listed(anonymous)["list.speakers_shown"].enabled


def test_the_foot_of_list_is_about_the_current_row_and_menus_keep_the_rest(state):
    whole, of_row = listed(state), listed(state, row=state.listed[0])
    assert foot(of_row) == ["row", "list.correct", "list.park", "row.remove"]
    assert {key for key in whole if isinstance(whole[key], Offered)} <= set(of_row)


def test_silent_writing_only_offers_the_way_back_and_its_end(state):
    offers = listed(state, "writing")
    assert foot(offers) == ["moving.escape"]
    assert offers[PRIMARY].text == tr("list.writing.finish")


def test_the_menu_of_a_theme_has_its_own_actions(state):
    in_menu = {each for each, one in in_sort(state, sorting(state, on_head=True)).items()
               if each in ROW_ACTIONS and one.row}  # fmt: skip
    assert in_menu == {"sort.rename", "sort.remove", "sort.new"}
    assert not in_sort(state, sorting(state))["sort.rename"].row


def test_what_changes_nothing_is_not_in_the_menu_of_a_problem(state):
    unsorted = groups(state)[0].problems
    offers = in_sort(state, sorting(state, chosen=unsorted))
    assert not offers["sort.unsorted"].row
    assert not offers["sort.unmerge"].row


def test_an_empty_parking_lot_says_why_it_cannot_be_opened(state):
    parking = in_sort(state, sorting(state))["sort.parking"]
    assert parking.enabled == bool(state.parking_lot)
    assert bool(parking.reason) != bool(state.parking_lot)


def test_while_rows_are_dragged_the_foot_stays_and_says_how_they_are_dropped(state):
    offers = {on: in_sort(state, sorting(state, dragging=on)) for on in (False, True)}
    assert foot(offers[True]) == foot(offers[False])
    assert offers[True]["how"].text == tr("sort.drag.how")


def test_the_foot_of_sort_has_the_ways_of_a_problem_in_words(state):
    offers = in_sort(state, sorting(state))
    assert foot(offers) == ["sort.merge", "sort.reword", "sort.park"]
    assert not offers["sort.merge"].enabled
    assert offers["sort.merge"].reason
    two = groups(state)[1].problems[:2]
    assert in_sort(state, sorting(state, chosen=two))["sort.merge"].enabled


def test_the_way_on_from_sort_is_outlined_while_problems_are_unsorted_or_a_theme_is_named(state):
    found = groups(state)
    unsorted = replace(found[0], problems=found[1].problems)
    open_ = sorting(state)._replace(groups=[unsorted, *found[1:]])
    assert in_sort(state, open_)[PRIMARY].filled is False
    assert in_sort(state, sorting(state, naming=True))[PRIMARY].filled is False


@pytest.mark.parametrize("criterion", Criterion)
def test_appraise_offers_the_answers_to_the_current_question(criterion):
    offers = in_appraise(appraising(criterion=criterion), Following(True, "open", False, 0))
    texts = [one.text for key, one in offers.items() if key[0] == "appraise.answer"]
    assert texts == [tr(f"appraisal.answer.{criterion}.{each}") for each in ANSWERS[criterion]]


@pytest.mark.parametrize("ends", ["request", "not_ours", "kept", "open", "plain"])
def test_the_way_on_has_room_for_its_text_after_any_answer(ends):
    for following in (Following(False, ends, False, 2, undecided=True),
                      Following(True, ends, False, 0, solve=OutcomeKind.CARD),
                      Following(True, ends, False, 0, asked_later=True)):  # fmt: skip
        button = in_appraise(appraising(), following)[PRIMARY]
        assert isinstance(button, Offered)
        assert following.solve or button.text in button.alternatives
