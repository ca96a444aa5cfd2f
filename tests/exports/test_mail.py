"""Mail drafts as read by a mail program."""

from dataclasses import replace
from email import message_from_bytes, policy

import icalendar
import pytest

from exports.job import export
from exports.key_message import key_message
from exports.mail import build, invalid_addresses
from exports.material import Attachment, Material
from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
)
from tests.helpers.papers import sample_state
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import Texts

PDF = Attachment("2026-12-03_summary_ja_abc123.pdf", b"%PDF-1.4 \x00\xff")


def one_paper(attachment):
    """The paper of each reader and the one for all, without those of a second visit."""
    return lambda name, _: attachment if name in ("handout", "summary") else None


def drafts(state, language="ja", attachment: Attachment | None = PDF):
    files = build(Material(state, {}, language, attachment_of=one_paper(attachment)))
    messages = [message_from_bytes(file.data, policy=policy.default) for file in files]
    return [each for each in messages if each["To"]]


def with_summary(state, language="ja", attachment: Attachment | None = PDF):
    """The draft that is to nobody yet."""
    files = build(Material(state, {}, language, attachment_of=one_paper(attachment)))
    (message,) = [
        message for message in (message_from_bytes(f.data, policy=policy.default) for f in files)
        if not message["To"]
    ]  # fmt: skip
    return message


def words(message):
    return message.get_body().get_content()


def test_each_participant_gets_their_own_actions_and_what_they_can_do_alone(language):
    state = sample_state(language)
    made = drafts(state, language)
    assert len(made) == len(state.participants)
    for who, message in zip(state.participants, made, strict=True):
        assert [each.addr_spec for each in message["To"].addresses] == [who.email]
        assert message["To"].addresses[0].display_name == who.name
        assert state.workshop.title in message["Subject"]
        for action in state.actions:
            assert (action.text in words(message)) is (action.owner_id == who.id)
        assert all(line in words(message) for line in who.can_do_alone.splitlines())
        assert not message.defects


def test_a_draft_to_nobody_yet_has_the_message_and_the_summary(language, tmp_path):
    state = sample_state(language)
    files = {each.name: each for each in export(state, {}, tmp_path, ["mail", "summary"]).files}
    (summary,) = [file for name, file in files.items() if name.endswith(".pdf")]
    (draft,) = [
        message
        for name, file in files.items()
        if name.endswith(".eml")
        and not (message := message_from_bytes(file.read_bytes(), policy=policy.default))["To"]
    ]
    (attached,) = draft.iter_attachments()
    assert attached.get_filename() == summary.name
    assert attached.get_content() == summary.read_bytes()
    large, rest = key_message(Material(state, {}, language))
    said = words(draft)
    assert state.workshop.title in draft["Subject"]
    assert all(line in said for line in large.splitlines())
    assert Texts(language)("papers.mail.left") in said
    assert rest.splitlines()[0] in said
    day = Texts(language).date_and_time("2027-01-14", "14:00")
    assert Texts(language)("papers.mail.next", date=day) in said
    assert "@" not in said


def test_the_draft_with_the_summary_needs_no_address_of_a_participant():
    state = a_state(participants=(a_participant(),), problems=(a_problem(),))
    assert drafts(state) == []
    name = Texts("ja")("papers.name.summary_of", kind=Texts("ja")("contacts.noun.workshop"))
    assert Texts("ja")("papers.mail.attached", names=name) in words(with_summary(state))


def test_the_draft_with_the_summary_mentions_no_paper_that_is_not_attached():
    state = a_state(
        problems=(a_problem(1),), participants=(a_participant(email="aoki@example.com"),)
    )
    assert "添付" in words(with_summary(state))
    assert "添付" not in words(with_summary(state, attachment=None))


def test_it_is_a_draft_without_anything_that_changes():
    (message,) = drafts(a_state(participants=(a_participant(email="aoki@example.com"),)))
    assert message["X-Unsent"] == "1"
    assert not {"Date", "Message-ID", "From", "Cc", "Bcc"} & set(message.keys())
    (attached,) = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == (PDF.name, "application/pdf")
    assert attached.get_content() == PDF.data


def test_the_same_workshop_gives_the_same_bytes():
    state = sample_state("ja")
    material = Material(state, {}, "ja", attachment_of=one_paper(PDF))
    first, second = (build(material) for _ in range(2))
    assert first == second


def test_a_draft_without_a_paper_has_no_attachment_and_does_not_mention_one():
    state = a_state(participants=(a_participant(email="aoki@example.com"),))
    (message,) = drafts(state, attachment=None)
    assert not message.is_multipart()
    assert "添付" not in words(message)
    assert "添付" in words(drafts(state)[0])


def test_who_was_absent_is_not_thanked_for_coming():
    absent = {"attendance": Attendance.ABSENT}
    people = (
        a_participant(1, email="a@example.com"),
        a_participant(2, email="b@example.com", **absent),
        a_participant(3, email="c@example.com", arrived="2026-12-03T15:10", **absent),
    )
    came, missed, after_all = (words(each) for each in drafts(a_state(participants=people)))
    assert "ご参加" in after_all
    assert "ご参加" in came
    assert "ご参加" not in missed
    assert "ご協力、ありがとうございます" in missed
    assert "ご協力" not in came


def test_done_actions_and_empty_parts_are_left_out():
    state = a_state(
        participants=(a_participant(email="a@example.com"),),
        actions=(an_action(owner_id="person-1", done=True),),
    )
    text = words(drafts(state)[0])
    assert "check-tcp" not in text
    assert "アクション" not in text
    assert "次回" not in text


@pytest.mark.parametrize(
    "address",
    [
        "aoki", "a@b@c", "青木@example.com", "a b@example.com", "a@example.com, b@example.com",
        "<a@example.com>", "a@example.com\nBcc: b@example.com", "a@-", "@example.com", "a@例え.jp",
    ],
)  # fmt: skip
def test_an_invalid_address_gets_no_draft_and_is_reported(address):
    state = a_state(participants=(a_participant(email=address), a_participant(2)))
    assert drafts(state) == []
    assert invalid_addresses(state) == ("P-1",)


@pytest.mark.parametrize("more", ["", "長い名前," * 40, "long, name <b@example.com> " * 20])
def test_hostile_names_and_titles_add_no_header_and_no_receiver(more):
    hostile = f'x", <b@example.com>\r\nBcc: c@example.com\n\n"{more}'
    state = a_state(
        workshop=a_workshop(title=hostile),
        participants=(a_participant(1, hostile, email="a@example.com"),),
    )
    (message,) = drafts(state)
    assert [each.addr_spec for each in message["To"].addresses] == ["a@example.com"]
    assert {key.lower() for key in message} == {
        "to", "subject", "x-unsent", "mime-version", "content-type",
    }  # fmt: skip


def test_each_draft_has_a_calendar_with_the_readers_own_days_and_the_next_meeting(language):
    state = sample_state(language)
    for who, message in zip(state.participants, drafts(state, language), strict=True):
        *_, attached = message.iter_attachments()
        assert attached.get_content_type() == "text/calendar"
        events = icalendar.Calendar.from_ical(attached.get_content()).subcomponents
        days = {each.decoded("DTSTART").isoformat()[:10] for each in events}
        mine = {a.due for a in state.actions if a.owner_id == who.id and a.due and a.is_open}
        assert days == mine | {state.workshop.next_date}
        assert all(who.name not in str(each["SUMMARY"]) for each in events)


def test_what_was_promised_and_what_becomes_of_requests_is_told_to_those_who_said_it(language):
    people = (a_participant(1, email="a@example.com"), a_participant(2, email="b@example.com"))
    problem = a_problem(1, "Nobody hears of it", speaker_id="person-1")
    helped = a_problem(2, "It is too much", speaker_id="person-1")
    state = a_state(
        participants=people,
        problems=(problem, helped),
        cards=(
            a_card(problem, CardKind.UPDATE),
            a_card(helped, CardKind.HANDS_ON, title="Afternoon", owner_name="Mori"),
        ),
        requests=(a_request(problem, title="Tell us at once"),),
        appraisals=(an_appraisal(problem),),
    )
    told, other = (words(message) for message in drafts(state, language))
    texts = Texts(language)
    becomes = texts("promises.customer.to_send")
    assert texts("papers.mail.with_more", title="Tell us at once", more=becomes) in told
    assert "Afternoon" in told
    assert "Mori" in told
    assert "Tell us at once" not in other
    assert "Afternoon" not in other
    assert all(texts("papers.mail.question") in each for each in (told, other))
    nobody = replace(state, workshop=a_workshop(anonymous=True))
    assert all("Tell us at once" not in words(each) for each in drafts(nobody, language))
