"""Checks the draft with the summary."""

import email
from email import policy

from tests.truth.cover import on_paper
from tests.truth.facts import Facts, title
from tests.truth.messages import next_meeting, told_of
from tests.truth.plain import differences
from tests.truth.then_now import say_message
from tests.truth.told import Told, noun
from workshop_app.i18n import Texts


def check_summary_mail(facts: Facts, language: str, data: bytes) -> list[str]:
    """Return the faults of the draft with the summary, which is to nobody."""
    message = email.message_from_bytes(data, policy=policy.default)
    words = Texts(language)
    paper = Told(facts, words)
    workshop = facts.workshop
    day = words.date(workshop["date"])
    known = {"title": workshop["title"], "date": day}
    paper.must(words(f"papers.mail.summary{'_of' if day else ''}", **known))
    say_message(paper)
    left = [each for each in facts.listed if each not in facts.solved]
    if 0 < len(left) <= 12:
        paper.must(words("papers.mail.left"))
    for each in left if len(left) <= 12 else ():
        paper.must(words("papers.map.problem", number=each["number"], text=title(each)))
    if earlier := paper.earlier_requests(None):
        paper.must(words("papers.mail.requests_all"))
    for each in earlier:
        paper.must(told_of(facts, words, each))
    paper.asked_of_customer()
    paper.must(*next_meeting(words, workshop, "papers.mail.next"))
    paper.must(workshop["next_note"])
    titles = [words("papers.name.summary_of", kind=noun(facts, words))]
    titles += [words("papers.name.then_now")] if facts.before else []
    attached = words("papers.mail.attached", names=paper.listed(titles))
    paper.must(attached, words("papers.mail.summary_question"))
    files = [*message.iter_attachments()]
    paper.must(workshop["facilitator"])
    subject = words("papers.mail.summary_subject", title=workshop["title"])
    faults = differences("mail with the summary", [message["Subject"]], [subject])
    body = message.get_body()
    assert body is not None
    said = on_paper(body.get_content())
    faults += [] if len(files) == len(titles) else [f"mail with the summary: {len(files)} files"]
    return [*faults, *(f"mail with the summary: {each}" for each in paper.faults(said))]
