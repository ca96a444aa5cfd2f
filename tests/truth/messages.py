"""Checks calendars and drafts of mails: each entry and each line, and nothing else."""

import email
import email.message
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from email import policy

from tests.truth.facts import ANSWERED, Facts, Record, as_kept, is_open, outcome, title
from tests.truth.plain import differences
from workshop_app.i18n import Texts

_ESCAPED = re.compile(r"\\([nN\\;,])")


def check_calendar(
    facts: Facts, language: str, data: bytes, owner: Record | None = None
) -> list[str]:
    """Return the faults of a calendar of everybody's actions, or of those of one person."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    said: list[str] = []
    alarm = ""
    for line in lines:
        key, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            said.append("")
        elif line in ("BEGIN:VALARM", "END:VALARM"):
            alarm = "ALARM " if line[0] == "B" else ""
        elif key.partition(";")[0] in (
            "UID",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "LOCATION",
            "DESCRIPTION",
        ):
            value = _ESCAPED.sub(lambda found: {"n": "", "N": ""}.get(found[1], found[1]), value)
            said[-1] += f"{alarm}{key.partition(';')[0]}={value} "
    return differences("calendar", said, list(_events(facts, Texts(language), owner)))


def _events(facts: Facts, words: Texts, owner: Record | None) -> Iterable[str]:
    workshop = facts.workshop
    for each in facts.actions:
        mine = facts.owner(each)
        if not each["due"] or not is_open(each) or (owner is not None and mine is not owner):
            continue
        name = words.organisation(mine["name"], mine["honorific"]) if mine else each["owner_name"]
        summary = each.get("raw", each["text"])
        if name and owner is None:
            summary = words("papers.calendar.action", text=summary, who=name)
        more = _remark(words, each)
        carried = facts.before is not None and "raw" in each
        from_ = facts.before.workshop if facts.before and carried else workshop
        more += words("papers.calendar.from", title=from_["title"])
        for one in facts.purposes(each):
            name = facts.name(words, *one)
            more += words("papers.calendar.problem", problem=name, title=title(one[1]))
        yield _event(f"action-{each['id']}", each["due"], summary, more)
    if workshop["next_date"]:
        summary = words("papers.calendar.next", title=workshop["title"])
        day, clock = workshop["next_date"], workshop["next_time"]
        place, note = workshop["next_place"], workshop["next_note"]
        event = _event(f"next-{workshop['id']}", day, summary, note, clock, place)
        if clock:
            begin = datetime.fromisoformat(f"{day}T{clock}")
            end = f"DTEND={begin + timedelta(minutes=_minutes(facts)):%Y%m%dT%H%M%S}"
            event = event.replace(" SUMMARY=", f" {end} SUMMARY=", 1)
        yield f"{event} ALARM DESCRIPTION={summary}"


def _minutes(facts: Facts) -> int:
    """Return how long the meeting was planned to take, an hour if that is unknown."""
    times = [facts.workshop["start_time"], facts.workshop["end_time"]]
    if all(re.fullmatch(r"\d\d:\d\d", each) for each in times):
        begin, end = (60 * int(each[:2]) + int(each[3:]) for each in times)
        if end > begin:
            return end - begin
    return sum(each["minutes"] for each in facts.file["agenda"]) or 60


def _event(uid: str, iso: str, summary: str, more: str, clock: str = "", place: str = "") -> str:
    day = date.fromisoformat(iso)
    end = day + timedelta(days=1)
    fields = {
        "UID": f"{uid}@workshop-app",
        "DTSTART": f"{day:%Y%m%d}" + (f"T{clock[:2]}{clock[3:]}00" if clock else ""),
        "DTEND": "" if clock else f"{end:%Y%m%d}",
        "SUMMARY": summary,
        "LOCATION": place,
        "DESCRIPTION": more,
    }
    return " ".join(f"{key}={value}" for key, value in fields.items() if value)


def check_mail(facts: Facts, language: str, data: bytes, code: str) -> list[str]:
    """Return the faults of the draft to the participant with `code`, and of its calendar."""
    message = email.message_from_bytes(data, policy=policy.default)
    who = next(each for each in facts.people if each["code"] == code)
    words = Texts(language)
    body = message.get_body()
    assert body is not None
    heads = [message["To"].addresses[0].addr_spec, message["Subject"]]
    subject = words("papers.mail.subject", title=facts.workshop["title"])
    faults = differences(f"mail to {code}", heads, [who["email"], subject])
    said = [line for line in body.get_content().splitlines() if line.strip()]
    attached = {each.get_content_type(): each for each in message.iter_attachments()}
    titles = [words(f"papers.name.{name}") for name in ("handout", "became_of")]
    true = list(_body(facts, words, who, attached_papers(words, message, titles)))
    faults += differences(f"mail to {code}", said, true)
    calendar = attached.get("text/calendar")
    if calendar is not None and calendar.get_content_charset() != "utf-8":
        faults.append(f"mail to {code}: the charset of the calendar is not said")
    due = calendar.get_payload(decode=True) if calendar is not None else b""
    assert isinstance(due, bytes)
    return faults + check_calendar(facts, language, due, who)


def attached_papers(words: Texts, message: email.message.EmailMessage, titles: list[str]) -> str:
    """Return which of the papers with these titles a draft has, in words."""
    files = [str(each.get_filename()) for each in message.iter_attachments()]
    found = [each for each in titles if any(each.replace(" ", "-") in name for name in files)]
    names = words("papers.head.separator").join(found)
    return words("papers.mail.attached", names=names) if found else ""


def _body(facts: Facts, words: Texts, who: Record, attached: str) -> Iterable[str]:
    workshop = facts.workshop
    day = words.date(workshop["date"])
    yield words("papers.mail.dear", name=words.organisation(who["name"], who["honorific"]))
    talk = workshop["kind"] in ("interview", "workshop", "meetup")
    away = who["attendance"] == "absent" and not who["arrived"]
    about = "sent" if away else "thanks" if talk else "told"
    yield words(f"papers.mail.{about}{'_of' if day else ''}", title=workshop["title"], date=day)
    yield from _listed(words("papers.mail.actions"), _mine(facts, words, who))
    mine = [each for each in facts.actions if each["owner_id"] == who["id"] and is_open(each)]
    if any("" < each["due"] < workshop["date"] for each in mine):
        yield words("papers.mail.new_day")
    thanked = [as_kept(words, each) for each in facts.kept if each["owner_id"] == who["id"]]
    yield from _listed(words("papers.own.thanks"), thanked)
    from tests.truth.told import Told  # which imports this module

    yield from _listed(words("papers.since.own"), Told(facts, words).own_since(who))
    yield from _listed(words("papers.mail.alone"), who["can_do_alone"].splitlines())
    said = [] if workshop["anonymous"] else facts.listed
    own = [each for each in said if who in facts.speakers(each)]
    yield from _listed(words("papers.mail.promised"), _promised(facts, words, own))
    earlier = Told(facts, words).earlier_requests(who)
    requests = [*_requests(facts, words, own), *(told_of(facts, words, each) for each in earlier)]
    yield from _listed(words("papers.mail.requests"), requests)
    yield from next_meeting(words, workshop, "papers.mail.next")
    yield from workshop["next_note"].splitlines()
    if attached:
        yield attached
    yield words("papers.mail.question")
    if workshop["facilitator"]:
        yield workshop["facilitator"]


def next_meeting(words: Texts, workshop: Record, key: str) -> Iterable[str]:
    """Return the sentences on when and where the next meeting is, as far as that is known."""
    if workshop["next_date"]:
        at = {"ja": " ", "en": " at "}[words.language] if workshop["next_time"] else ""
        day = words.date(workshop["next_date"])
        yield words(key, date=f"{day}{at}{workshop['next_time']}")
    if workshop["next_place"]:
        yield words("papers.next.place", place=workshop["next_place"])


def _listed(heading: str, lines: Iterable[str]) -> Iterable[str]:
    found = [f"- {line.strip()}" for line in lines if line.strip()]
    return [heading, *found] if found else []


def _mine(facts: Facts, words: Texts, who: Record) -> Iterable[str]:
    for each in facts.actions:
        if each["owner_id"] != who["id"] or not is_open(each):
            continue
        about = facts.problem_words(words, each)
        if each["due"]:
            late = each["due"] < facts.workshop["date"]
            key = "overdue" if late else "due"
            about.append(words(f"papers.mail.{key}", due=words.date(each["due"])))
        more = words("papers.head.separator").join(about)
        text = each.get("raw", each["text"])
        text = words("papers.mail.action", text=text, about=more) if more else text
        gap = "\u3000" if words.language == "ja" else "   "
        yield gap.join(filter(None, (text, _remark(words, each))))


def _remark(words: Texts, action: Record) -> str:
    """Return what was said of an action of the visit before that is not done."""
    note = action["answer_note"] if "raw" in action else ""
    return words("last_time.so_far", note=note) if note else ""


def _promised(facts: Facts, words: Texts, own: list[Record]) -> Iterable[str]:
    for problem in own:
        if "card" not in facts.promises(problem):
            continue
        for card in facts.cards(problem):
            if outcome(card) == "card" and not card["delivered_on"]:
                yield _with_more(words, card["title"], delivery(words, card))


def _requests(facts: Facts, words: Texts, own: list[Record]) -> Iterable[str]:
    found = [each for each in map(facts.request, own) if each]
    for request in sorted(found, key=lambda each: each["number"]):
        yield _with_more(words, request["title"], said_of_request(facts, words, request))


def told_of(facts: Facts, words: Texts, request: Record) -> str:
    """Return a request of the visit before with what is told of it."""
    assert facts.before is not None
    return _with_more(words, request["title"], said_of_request(facts.before, words, request))


def said_of_request(facts: Facts, words: Texts, request: Record) -> str:
    """Return what the customer is told of a request, with the reason where there is one."""
    promise = facts.promise_of_request(request)
    text = words(f"promises.customer.{promise}")
    problem = facts.root(request["problem_id"])
    assert problem is not None
    if promise in (*ANSWERED, "waiting"):
        told = facts.told(request)
        return words("promises.told", text=text, told=told) if told else text
    if promise not in ("later", "not_sent", "not_ours", "ask_again"):
        return text
    reason = facts.reason(words, problem, promise).rstrip("。.")
    return words("promises.because", text=text.rstrip("。."), reason=reason) if reason else text


def _with_more(words: Texts, name: str, more: str) -> str:
    return words("papers.mail.with_more", title=name, more=more) if more else name


def delivery(words: Texts, card: Record) -> str:
    """Return who delivers a card and by when, or when it was delivered, and where it is."""
    held = card["delivered_on"]
    day = words.day(held, short=True) if held else words.date(card["due"], year=False)
    known = {"who": card["owner_name"], "day": day}
    key = {(True, True): "by", (True, False): "who", (False, True): "due"}.get(
        (bool(known["who"]), bool(day)), ""
    )
    if card["delivered_on"]:
        key = "held" if card["kind"] == "hands_on" else "done"
    said = words(f"promises.delivery.{key}", **known) if key else ""
    return f"{said}\n{card['link']}" if card["link"] else said
