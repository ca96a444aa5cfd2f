"""Every text that is shown as a message fits into the foot bar of a small window, or is told."""

import re
import string
from pathlib import Path
from tomllib import loads

import pytest

from tests.helpers.toast_texts import toast_texts
from workshop_app import i18n
from workshop_app.domain.steps import Step
from workshop_app.i18n import Texts, tr

LOCALE = Path(i18n.__file__).parent / "locale"
LONG = {
    "ja": "夜間と休日のアラートの呼び出しと引き継ぎの見直し（本社と店舗）",
    "en": "Calls at night and on holidays, and who takes over (head office, shops)",
}
SHORT = {"ja": "青木の夜間対応", "en": "Night shift"}
ENOUGH = {"ja": 18, "en": 30}
"""The number of characters that are shown of a sentence that is too long."""
FREE = ("name", "title", "file", "folder", "term", "way", "what", "done", "message", "note")


def all_texts(language):
    """Every key of a language, with its text, or its plural."""

    def walk(entries, path):
        for key, value in entries.items():
            if isinstance(value, dict) and not set(value) <= {"one", "other"}:
                yield from walk(value, f"{path}.{key}")
            else:
                yield f"{path}.{key}", value["other"] if isinstance(value, dict) else str(value)

    for file in (LOCALE / language).glob("*.toml"):
        yield from walk(loads(file.read_text(encoding="utf-8")), file.stem)


def toasts(language):
    """Every message of a language, as its key, its text, and whether it has an undo button."""
    known = dict(all_texts(language))
    for one in toast_texts():
        found = [key for key in known if re.fullmatch(one.key, key)]
        assert found, f"no text {one.key}"
        yield from ((key, known[key], one.undo) for key in found)


def values(language, text, *, long):
    """Values for the placeholders of a text, long ones for what people write."""
    words = Texts(language)
    steps = sorted((words(f"steps.name.{step}") for step in Step), key=len)
    usual = {
        "n": 88, "number": 128, "key": "Alt+Shift+M", "percent": 150, "code": "R-12",
        "version": "2026.11", "current": "2026.12", "time": "15:20", "page": steps[-1],
        "step": steps[-1], "less": steps[-1], "more": steps[-2],
        "numbers": words("sort.between").join(("118", "119", "120")),
    }  # fmt: skip
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name]
    free = LONG[language] if long else SHORT[language]
    return {name: usual.get(name, free) for name in names} | {"n": 88}


@pytest.fixture
def small(desk):
    def opened(language, private, page):
        return desk(language, until=Step.SOLVE, page=page, size=(1024, 700), private=private)

    return opened


@pytest.mark.every_value
@pytest.mark.parametrize(("private", "page"), [(False, "sort"), (False, "wrap_up"),
                                               (True, "sort"), (True, "requests")])  # fmt: skip
def test_every_message_fits_into_the_foot_of_a_small_window(small, language, private, page):
    one = small(language, private, page)
    toast = one.window._toast
    foot = one.window.foot
    told = tuple(toasts(language))
    assert len(told) > 100
    too_long = []
    for key, text, undo in told:
        for long in (False, True)[: 1 + ("{" in text)]:
            sentence = tr(key, **values(language, text, long=long))
            button = tr("frame.undo.button") if undo else ""
            toast.say(sentence, button, (lambda: None) if undo else None)
            one.settle()
            shown = toast._text.text()
            beyond = not foot.rect().contains(toast.geometry())
            untold = shown != sentence and toast.toolTip() != sentence
            cut = not long and shown != sentence and len(shown) < ENOUGH[language]
            if beyond or untold or cut or toast.accessibleName() != sentence:
                too_long.append(f"{key}: {shown}")
    assert not too_long, "\n".join(too_long)
