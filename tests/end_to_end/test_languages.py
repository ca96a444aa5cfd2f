"""Switching the language at run time: no text of the other language remains, also on papers."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib import resources

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from exports.key_message import generated_message
from exports.material import Material
from tests.helpers.desk import Desk
from tests.helpers.desks import desks
from tests.helpers.papers import pages_of, pdf_of, sample_state, solutions, squeezed
from tests.helpers.played import played_session
from tests.helpers.rounds import PASTED, PLACES, a_round
from tests.helpers.texts import texts_of
from workshop_app.cli import run
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings

pytestmark = pytest.mark.every_value

OTHER = {"ja": "en", "en": "ja"}
SAME = {"日本語", "English", "Delete"}
"""Names of languages, which are the same in both, and labels of keys."""
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9d\u3001\u3002]+")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@pytest.fixture
def desk(qtbot, tmp_path):
    """Makes a desk with the sample of one language in a window of another."""
    with desks(qtbot) as made:

        def make(*, sample, words):
            set_language(words)
            session = played_session(tmp_path / "workshops.db", sample)
            return made.seat(session, Settings(language=words))

        yield make


@pytest.mark.slow
def test_after_switching_no_word_of_the_other_language_is_left(desk, words, private):
    at = desk(sample=words, words=OTHER[words])
    at.window.set_private(private)
    for place in PLACES:
        at.go(place)
    switch(at, words)
    users = users_texts(at.state)
    fine: set[str] = set()
    for place in a_round(at, panels=not private):
        texts = set(texts_of(at.window)) - fine
        assert [text for text in texts if is_other(text, words, users)] == [], place
        fine |= texts


@pytest.mark.slow
def test_an_english_window_on_a_japanese_workshop_has_only_the_users_words_in_japanese(desk):
    at = desk(sample="ja", words="ja")
    switch(at, "en")
    printed = generated_message(Material(at.state, solutions(), "ja"))
    users = users_texts(at.state) + printed  # papers are in the language of the workshop
    fine: set[str] = set()
    for place in a_round(at):
        texts = set(texts_of(at.window)) - fine
        assert [text for text in texts if is_japanese(text, users)] == [], place
        fine |= texts


def switch(at: Desk, words: str) -> None:
    """Choose the language like a facilitator, with the keyboard on the settings page."""
    at.go("settings")
    at.press("Left" if words == "ja" else "Right")
    assert language() == words
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def users_texts(state: WorkshopState) -> str:
    """All texts typed in the workshop, and names of the catalogue that are equal in both."""

    def found(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in value.values():
                yield from found(inner)
        elif isinstance(value, (list, tuple)):
            for inner in value:
                yield from found(inner)

    return "\n".join((PASTED, *found(asdict(state))))


def is_other(text: str, words: str, users: str) -> bool:
    """Return whether a text belongs to the other language's files, and not also to its own."""
    if text in SAME or text in users:
        return False
    return (words == "en" and is_japanese(text, users)) or is_only_of_other(text, words)


@cache
def is_only_of_other(text: str, words: str) -> bool:
    """Return whether only the other language's files contain a text; cached by text."""
    return is_text_of(OTHER[words], text) and not is_text_of(words, text)


def is_text_of(words: str, text: str) -> bool:
    """Return whether the files of a language contain a text, with any values in it."""
    return text in fixed_texts(words) or bool(templates(words).fullmatch(text))


def is_japanese(text: str, users: str) -> bool:
    """Return whether a text that no user typed contains Japanese."""
    runs = set(_JAPANESE.findall(text)) - SAME
    return any(run not in users for run in runs)


@cache
def fixed_texts(words: str) -> frozenset[str]:
    """All texts of a language that have words but no placeholders."""
    return frozenset(text for text in _telling(words) if not _PLACEHOLDER.search(text))


@cache
def templates(words: str) -> re.Pattern[str]:
    """All texts of a language with placeholders, as one pattern, if they have other words."""
    filled = {_as_pattern(text) for text in _telling(words) if _PLACEHOLDER.search(text)}
    return re.compile("|".join(filled), re.DOTALL)


@cache
def _telling(words: str) -> tuple[str, ...]:
    found = []
    for area in resources.files("workshop_app").joinpath("locale", words).iterdir():
        found += _values(tomllib.loads(area.read_text(encoding="utf-8")))
    return tuple(text for text in found if re.search(r"\w{2}", _PLACEHOLDER.sub("", text)))


def _values(entry: object) -> list[str]:
    if isinstance(entry, dict):
        return [text for inner in entry.values() for text in _values(inner)]
    return [str(entry)]


def _as_pattern(text: str) -> str:
    return ".*".join(re.escape(part) for part in _PLACEHOLDER.split(text))


@pytest.fixture
def said(capsys):
    """Calls the program with arguments, and returns its output on either stream."""
    before = language()

    def call(*arguments: str) -> str:
        run(arguments, no_window)
        return "".join(capsys.readouterr())

    yield call
    set_language(before)


def no_window(*_arguments, **_options):
    raise AssertionError("a window was asked for")


@pytest.mark.parametrize("command", ["", "demo", "list", "export", "import", "suggest", "check"])
def test_help_on_the_command_line_is_in_one_language(said, command):
    english = said("--lang", "en", *filter(None, [command]), "--help")
    japanese = said("--lang", "ja", *filter(None, [command]), "--help")
    assert not _JAPANESE.search(english)
    for pattern in _help_texts("en"):
        assert pattern not in squeezed(japanese)


def _help_texts(words: str) -> list[str]:
    """The sentences about commands and options, without the spaces changed by wrapping."""
    area = resources.files("workshop_app").joinpath("locale", words, "cli.toml")
    texts = tomllib.loads(area.read_text(encoding="utf-8"))
    chosen = [*_values(texts["help"]), *_values(texts["option"])]
    return [squeezed(_PLACEHOLDER.split(text)[0]) for text in chosen]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["show"],
        ["show", "x", "y"],
        ["list", "--store", "nowhere.db"],
        ["export", "x", "--out"],
        ["import", "nowhere.txt", "--into", "x"],
        ["suggest"],
        ["suggest", "x", "--limit", "many"],
    ],
    ids=" ".join,
)
def test_refusals_on_the_command_line_are_in_one_language(said, arguments):
    store = [] if "--store" in arguments or "--out" in arguments else ["--store", "nowhere.db"]
    english = said("--lang", "en", *store, *arguments)
    japanese = said("--lang", "ja", *store, *arguments)
    assert english
    assert not _JAPANESE.search(english)
    assert _JAPANESE.search(japanese)
    assert english.count("\n") == japanese.count("\n") == 1


@pytest.mark.parametrize("name", ["summary", "dossier"])
def test_an_english_paper_has_only_the_users_words_in_japanese(name):
    state = sample_state("ja")
    users = squeezed(users_texts(state))
    names = {part for who in state.participants for part in who.name.split()}
    text = squeezed("".join(pages_of(pdf_of(state, name, "en"))))
    assert [run for run in _JAPANESE.findall(text) if not made_of(run, users, names)] == []


def made_of(run: str, users: str, names: set[str]) -> bool:
    """Return whether a run consists of user texts, like columns side by side."""
    while run:
        length = next((n for n in range(len(run), 0, -1) if run[:n] in users), 0)
        if length < min(3, len(run)) and run[:length] not in names:
            return False
        run = run[length:]
    return True


@pytest.mark.parametrize("name", ["summary", "dossier"])
def test_a_japanese_paper_has_only_the_users_words_in_english(name):
    state = sample_state("en")
    text = squeezed("".join(pages_of(pdf_of(state, name, "ja"))))
    users = squeezed(users_texts(state))
    own = {squeezed(text) for text in fixed_texts("ja")}
    for fixed in _values(_area("en", "papers")):
        words = squeezed(_PLACEHOLDER.sub("", fixed))
        if len(words) > 8 and "{" not in fixed and words not in users and words not in own:
            assert words not in text, fixed


def _area(words: str, name: str) -> dict[str, object]:
    file = resources.files("workshop_app").joinpath("locale", words, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
