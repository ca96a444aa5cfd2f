"""Times of day as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from, text, times

from workshop_app.domain.clock_time import parse_time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:00", "14:00"),
        ("1400", "14:00"),
        ("930", "09:30"),
        ("12", "12:00"),
        ("9", "09:00"),
        ("10.00", "10:00"),
        ("14:00:59", "14:00"),
        ("９：３０", "09:30"),
        ("10am", "10:00"),
        ("10 AM", "10:00"),
        ("2pm", "14:00"),
        ("2:30 pm", "14:30"),
        ("2.30 p.m.", "14:30"),
        ("12 pm", "12:00"),
        ("12am", "00:00"),
        ("14時", "14:00"),
        ("１４時半", "14:30"),
        ("14時5分", "14:05"),
        ("午後2時", "14:00"),
        ("午前 9時15分", "09:15"),
        (" ", ""),
    ],
)
def test_these_are_times(typed, kept):
    assert parse_time(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["24:00", "25", "14:60", "14:5", "0am", "13pm", "14:00 pm", "2 p", "noon", "二時",
     "24時", "14時60分", "午後14時", "-1", "1-2"],
)  # fmt: skip
def test_these_are_no_times(typed):
    with pytest.raises(ValueError, match="not a"):
        parse_time(typed)


@given(
    moment=times(), form=sampled_from(("%H:%M", "%H%M", "%H.%M", "%I:%M %p", "%I.%M%p", "%H:%M:%S"))
)
def test_every_minute_is_read_in_every_form(moment, form):
    assert parse_time(moment.strftime(form)) == moment.strftime("%H:%M")


@given(typed=text(max_size=20))
def test_any_text_becomes_a_time_or_is_refused(typed):
    try:
        kept = parse_time(typed)
    except ValueError:
        return
    assert not kept or time.fromisoformat(kept).strftime("%H:%M") == kept
