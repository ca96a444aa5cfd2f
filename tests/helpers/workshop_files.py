"""Workshop files for tests: complete ones, changed ones, and how they are handled."""

import json
from dataclasses import replace

import pytest

from tests.helpers.papers import sample_state
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.like_problem import LikeProblem
from workshop_app.domain.pointer import Pointer
from workshop_app.domain.problem import Dot
from workshop_app.domain.request_news import RequestNews, RequestState
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.setup import Host, LeftOut, Reason
from workshop_app.domain.setup_json import to_facts, to_left_out
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.domain.workshop_json import to_json
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.workshop_file import read_workshop_file


def whole(language="ja"):
    """The sample with something in every part."""
    state = sample_state(language)
    workshop = state.workshop.id
    search = SavedSearch(
        id="search-1", workshop_id=workshop, position=99, problem_id=state.problems[0].id,
        words="ポート監視", looked_at=("check-tcp",),
    )  # fmt: skip
    part = SetupPart(
        id="part-1", workshop_id=workshop, position=99, kind=SetupKind.HOSTS, subject="本社",
        facts=to_facts([Host(id="h1", name="web", roles=("shop:web",), created_at=1_700_000_000)]),
        left_out=to_left_out([LeftOut(reason=Reason.FIELD, name="memo", count=3)]),
    )  # fmt: skip
    dot = Dot(
        id="dot-1", workshop_id=workshop, round=1, voter=1, problem_id=state.problems[0].id, dots=2
    )
    news = RequestNews(
        id="news-1", workshop_id=workshop, position=1, request_id=state.requests[0].id,
        state=RequestState.DUPLICATE, date="2026-12-18", reason="R-6 と同じ", same_as="R-6-f3c2a1",
        may_be_told="同じ声がほかからも届いています。", told_on="2027-01-06",
    )  # fmt: skip
    like = LikeProblem(
        id="like-1", workshop_id=workshop, problem_id=state.problems[0].id,
        other_id="of-another-workshop", is_same=True,
    )  # fmt: skip
    pointer = Pointer(
        id="pointer-1", workshop_id=workshop, position=0, title="読書会",
        address="https://example.com/read", date="2027-04-01", language="en",
    )  # fmt: skip
    first, *others = state.requests
    return replace(
        state,
        requests=(replace(first, gap_id="connectivity-wait-time"), *others),
        likes=(*state.likes, like),
        news=(*state.news, news),
        searches=(*state.searches, search),
        setup=(*state.setup, part),
        dots=(*state.dots, dot),
        pointers=(pointer,),
    )


def take(session, state):
    session.open(str(session.execute(ImportWorkshop(state))))
    return session.state


def file_with(folder, text):
    path = folder / "workshop.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def without_ids(text):
    """Return the text of a file with each id replaced by the order of its first occurrence."""
    seen = {}

    def plain(value, key=""):
        if isinstance(value, dict):
            return {name: plain(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner, key.removesuffix("s")) for inner in value]
        is_id = key == "id" or key.endswith("_id") or key in ("merged_into", "split_from")
        return seen.setdefault(value, len(seen)) if is_id and value else value

    return plain(json.loads(text))


def refusal(path):
    """Return the sentence with which a file is refused."""
    with pytest.raises(InvalidInput) as caught:
        read_workshop_file(path)
    sentences = [Texts(each)(caught.value.key, **caught.value.values) for each in LANGUAGES]
    assert all(path.name in sentence for sentence in sentences)
    return caught.value.key.removeprefix("imports."), caught.value.values


def changed(change):
    """Return the text of a file with a change."""
    file = json.loads(to_json(whole(), private=True))
    change(file)
    return json.dumps(file, ensure_ascii=False)
