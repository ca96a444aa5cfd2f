"""The options of ``export`` for protected terms, and the report of terms that were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from workshop_app.cli.localised import option
from workshop_app.cli.output import note
from workshop_app.cli.passwords import new_password
from workshop_app.domain.errors import InvalidInput, UserError
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from exports.branding import Branding
    from exports.leak_finding import LeakFinding
    from exports.options import WritingOptions
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

    def of_export(
        self, session: Session, state: WorkshopState, branding: Branding, worksheets: int = 0
    ) -> WritingOptions:
        """Return the options of the export; the names of other customers are those of the store.

        A password is asked for if one is wanted.
        """
        from exports.options import WritingOptions
        from exports.protected import Guard
        from workshop_app.services.queries import other_customers

        guard = Guard(
            others=other_customers(session, state.customer.id),
            masked=self.masked,
            released=self.released,
            anonymous=self.anonymous or state.workshop.anonymous,
        )
        return WritingOptions(
            name_customer=self.name_customer,
            worksheets=worksheets,
            guard=guard,
            password=new_password() if self.password else "",
            branding=branding,
        )


def options() -> list[click.Option]:
    """Return the click options for the fields of `Decisions`."""
    return [
        option("--mask masked", metavar="TERM", multiple=True),
        option("--release released", metavar="TERM", multiple=True),
        option("--anonymous", is_flag=True),
        option("--name-customer", is_flag=True),
        option("--password", is_flag=True),
    ]


def decisions(masked: Sequence[str], released: Sequence[str], **flags: bool) -> Decisions:
    """Return the decisions from the option values of a command; raises InvalidInput."""
    found = Decisions(_stripped(masked), _stripped(released), **flags)
    if both := [term for term in found.masked if term in found.released]:
        raise InvalidInput("cli.export.mask_and_release", term=both[0])
    return found


def _stripped(terms: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, terms)))


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
