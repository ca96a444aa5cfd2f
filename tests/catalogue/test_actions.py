"""What the entries propose to put on a to-do list, and steps that presume nothing."""

import re
from collections import Counter

import pytest

from workshop_app.catalogue.loader import load
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.proposed_actions import action_text


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def texts(language):
    """The texts of all entries in one language, by id."""
    return {key: each.text(language) for key, each in load().solutions.items()}


def test_each_entry_proposes_an_action_of_its_own(texts):
    actions = Counter(text.action for text in texts.values())
    assert "" not in actions
    assert [action for action, times in actions.items() if times > 1] == []


def test_an_action_says_what_to_do(texts, language):
    """Japanese ones end in a verb, English ones begin with one, in one line without a stop."""
    begins = re.compile("[A-Z][a-z]+ ") if language == "en" else re.compile(".")
    ends = re.compile("[A-Za-z0-9)]$") if language == "en" else re.compile("[うくすつぬぶむるぐ]$")
    wrong = [t.action for t in texts.values() if not begins.match(t.action)]
    wrong += [t.action for t in texts.values() if not ends.search(t.action)]
    assert wrong == []


def test_an_entry_without_an_action_is_begun_by_its_name(language, texts):
    words = Texts(language)
    entry = texts["check-tcp"]
    assert action_text(entry, words) == entry.action
    without = type(entry)(**{**dict(_fields(entry)), "action": ""})
    assert action_text(without, words) == words("wrap_up.actions.begin", name=entry.name)


def _fields(text):
    return [(name, getattr(text, name)) for name in text.__dataclass_fields__]


def test_first_steps_begin_with_what_the_customer_may_not_have(texts, language):
    """A monitor, a dashboard or mkr is made or installed by a step, unless a problem names it."""
    made = {"ja": ("作る", "入れ", "なければ"), "en": ("create", "add", "install", "get", "new")}
    needed = {
        "ja": ("外形監視の編集", "ダッシュボードの編集", "mkr plugin install", "mkr create"),
        "en": ("external url monitor", "edit a dashboard", "mkr plugin install", "mkr create"),
    }
    wrong = []
    for key, text in texts.items():
        steps = [step.casefold() for step in text.first_steps]
        for number, step in enumerate(steps):
            if any(words in step for words in needed[language]):
                so_far = " ".join(steps[: number + 1])
                if not any(word in so_far for word in made[language]):
                    wrong.append((key, step))
    assert wrong == []
