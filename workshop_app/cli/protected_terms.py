"""The options of ``export`` for protected terms, and the report of terms that were found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from workshop_app.cli.localised import option
from workshop_app.cli.output import note
from workshop_app.cli.passwords import new_password
from workshop_app.domain.errors import InvalidInput, UserError
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from exports.leak_finding import LeakFinding
    from exports.protected import Guard
    from workshop_app.domain.state import WorkshopState
    from workshop_app.services.session import Session

_MOST_TERMS = 5


class Decisions(NamedTuple):
    """The options for protected terms, names and passwords."""

    masked: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    anonymous: bool = False
    name_customer: bool = False
    password: bool = False

    def guard(self, session: Session, state: WorkshopState) -> Guard:
        """Return the guard of the export; the names of other customers are read from the store."""
        from exports.protected import Guard
        from workshop_app.services.queries import other_customers

        return Guard(
            others=other_customers(session, state.customer.id),
            masked=self.masked,
            released=self.released,
            anonymous=self.anonymous or state.workshop.anonymous,
        )

    def secret(self) -> str:
        """Return the password if one was requested, otherwise an empty string."""
        return new_password() if self.password else ""


def options() -> list[click.Option]:
    """Return the click options for the fields of `Decisions`."""
    return [
        option("--mask", key="mask", metavar="TERM", multiple=True),
        option("--release", key="release", metavar="TERM", multiple=True),
        option("--anonymous", is_flag=True),
        option("--name-customer", is_flag=True),
        option("--password", is_flag=True),
    ]


def decisions(values: Mapping[str, object]) -> Decisions:
    """Return the decisions from the option values of a command; raises InvalidInput."""
    masked, released = (
        tuple(term.strip() for term in _texts(values.get(name)) if term.strip())
        for name in ("mask", "release")
    )
    both = next((term for term in masked if term in released), None)
    if both is not None:
        raise InvalidInput("cli.export.mask_and_release", term=both)
    flags = (bool(values.get(name)) for name in ("anonymous", "name_customer", "password"))
    return Decisions(masked, released, *flags)


def refuse(findings: tuple[LeakFinding, ...]) -> UserError:
    """Return the error that lists the terms that blocked the export, and where they were found."""
    strong = [each for each in findings if not each.weak]
    lines = [_line(each) for each in strong[:_MOST_TERMS]]
    if len(strong) > _MOST_TERMS:
        lines.append(tr("cli.export.more_terms", n=len(strong) - _MOST_TERMS))
    return UserError("cli.export.stopped", found=tr("cli.export.between").join(lines))


def warn(findings: tuple[LeakFinding, ...]) -> None:
    """Print on standard error the terms that were too short to block the export."""
    weak = [each.text for each in findings if each.weak]
    if weak:
        note(tr("export.warned", found="  ".join(weak)))


def _line(finding: LeakFinding) -> str:
    place = finding.places[0]
    where = tr(f"export.place.{place.place}", file=place.file, at=place.at)
    words = tr(
        "cli.export.term",
        term=finding.text,
        kind=tr(f"export.kind.{finding.kind}"),
        where=where,
        words=f"{place.before}【{place.found}】{place.after}",
    )
    more = tr("export.more", n=finding.count - 1) if finding.count > 1 else ""
    return f"{words} {more}".rstrip()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple) else ()
