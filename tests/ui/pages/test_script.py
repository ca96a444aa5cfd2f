"""What the facilitator may say: in the banner of private mode, by a key everywhere, or disabled."""

from PySide6.QtWidgets import QLabel

from tests.helpers.fitting import faults
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


def test_the_script_band_shows_the_sentence_of_each_step(desk, words):
    one = desk(words, private=True)
    for step in Step:
        one.window.resize(1920, 1080)
        one.go(step.value)
        assert tr(f"script.say.{step.value}") in one.seen()
        one.window.resize(1024, 720)
        found = faults(one.window)
        assert [fault for fault in found if "script" in fault or "banner" in fault] == []


def test_a_key_shows_the_sentence_if_there_is_no_band(desk):
    one = desk()
    assert tr("script.say.list") not in one.everything()
    one.press("F4")
    assert tr("script.say.list") in one.seen()


def test_the_script_can_be_switched_off(desk):
    one = desk(private=True)
    one.window.resize(1920, 1080)
    one.go("settings")
    one.page.script.click()
    one.go("list")
    one.press("F4")
    labels = [label.text() for label in one.window.findChildren(QLabel)]
    assert tr("script.say.list") not in labels
