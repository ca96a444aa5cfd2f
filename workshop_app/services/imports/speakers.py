"""Tells who said the lines of a list, and makes the command that adds them."""

from collections.abc import Iterable, Mapping
from datetime import date

from workshop_app.domain.problem import Source
from workshop_app.domain.speaker_matching import Person, meant_by, people_in
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import Texts
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.imports.text import ListLine
from workshop_app.typed_day import past_day

Said = tuple[str, str]
"""A speaker and a department as a list has them."""


def said_by(line: ListLine) -> Said:
    """Return the speaker and the department of a line; both may be empty."""
    return line.speaker, line.team


class Speakers:
    """Whom the speakers of a list mean: one person each, or several among whom to choose.

    `here` are the participants, `elsewhere` the people of the customer's other contacts. `chosen`
    is what a person decided, None for nobody.
    """

    def __init__(
        self,
        lines: Iterable[ListLine],
        here: Iterable[Participant],
        elsewhere: Iterable[Participant] = (),
        chosen: Mapping[Said, Person | None] | None = None,
    ) -> None:
        here = tuple(here)
        met = {who.person_id for who in here}
        people = (*here, *(who for who in elsewhere if who.person_id not in met))
        said = {key: named for key in map(said_by, lines) if (named := people_in(key[0], key[1]))}
        meant = meant_by((who for named in said.values() for who in named), people)
        self.options: dict[Said, tuple[Person, ...]] = {
            key: tuple(dict.fromkeys(person for who in named for person in meant[who]))
            for key, named in said.items()
        }
        """Whom each speaker may mean."""
        self._here = {who.id for who in here}
        self._chosen = dict(chosen or {})

    @property
    def asked(self) -> tuple[Said, ...]:
        """The speakers of whom a person has to say whom they mean, decided or not."""
        return tuple(key for key, options in self.options.items() if len(options) > 1)

    @property
    def undecided(self) -> tuple[Said, ...]:
        """The speakers whom the list leaves open, and nobody decided."""
        return tuple(key for key in self.asked if key not in self._chosen)

    @property
    def newcomers(self) -> tuple[Person, ...]:
        """The people who said something and are not among the participants yet."""
        meant = dict.fromkeys(self._meant(key) for key in self.options)
        return tuple(who for who in meant if who is not None and not self._is_here(who))

    def person(self, line: ListLine, *, adds_people: bool) -> Person | None:
        """Return who said a line, without `adds_people` only if it is a participant."""
        who = self._meant(said_by(line))
        return who if who is not None and (adds_people or self._is_here(who)) else None

    def _meant(self, key: Said) -> Person | None:
        options = self.options.get(key, ())
        return self._chosen.get(key, options[0] if len(options) == 1 else None)

    def _is_here(self, who: Person) -> bool:
        return isinstance(who, Participant) and who.id in self._here


def addition(
    lines: Iterable[ListLine],
    speakers: Speakers | None,
    texts: Texts,
    *,
    source: Source,
    adds_people: bool = True,
    speaker_id: str | None = None,
    heard_at: str = "",
    held: bool = False,
) -> AddProblems:
    """Return the command that adds the lines of a list with what it tells about each.

    Without `speakers`, no line names any, and `speaker_id` said all.
    """
    lines = tuple(lines)
    people: tuple[Person | None, ...] = ()
    if speakers is not None:
        people = tuple(speakers.person(line, adds_people=adds_people) for line in lines)
    today = date.today()
    return AddProblems(
        tuple(line.text for line in lines),
        source=source,
        speaker_id=speaker_id if speakers is None else None,
        people=people,
        teams=tuple(line.team for line in lines) if people else (),
        heard_at=heard_at,
        held=held,
        heard=tuple(past_day(line.day, today, texts.language) for line in lines),
        notes=tuple(
            _note(line, who, texts) for line, who in zip(lines, people or lines, strict=True)
        ),
    )


def _note(line: ListLine, who: object, texts: Texts) -> str:
    """Return what the list tells otherwise of a line, and the speaker who is not known."""
    score = texts("paste.score", score=line.score) if line.score else ""
    said = texts("paste.said_by", name=line.speaker) if line.speaker and who is None else ""
    return "\n".join(part for part in (said, score, line.note) if part)
