import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.search.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "monitor monitors monitored monitoring",
        "notify notifies notified notification notifications",
        "expire expires expired expiry expiration",
        "retire retired retiring retirement",
        "stop stops stopped stopping",
        "certificate certificates",
        "deploy deployed deployment deployments",
        "fail fails failed failing failure",
        "miss misses missed",
        "router routers",
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("service", "server"),
        ("log", "login"),
        ("user", "use"),
        ("host", "hour"),
        ("miss", "missing"),
        ("route", "routers"),
        ("learn", "learning"),
    ],
)
def test_different_words_have_different_stems(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["aws", "ec2", "status", "process", "監視", "r53s"])
def test_short_words_and_those_that_only_look_inflected_stay(word):
    assert stem(word) == word


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=30))
def test_a_stem_is_a_beginning_that_is_left(word):
    assert word.startswith(stem(word))
    assert bool(stem(word)) == bool(word)
