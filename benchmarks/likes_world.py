"""A generated world of 40 customers, some of whom have the same need and word it differently.

The same number makes the same world. Who says what is drawn from ``labelled/likes.toml``, where
people of two languages say each need in several ways; within a theme different needs sound alike,
and the noise of each workshop occurs nowhere else.
"""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.ids import new_id, person_code
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Customer, Participant, Workshop
from workshop_app.store.store import Store

CUSTOMERS = 40
_NEEDS_EACH = 4
_NOISE_EACH = 4
_JOBS = ("基盤", "開発", "夜間当番", "ネットワーク担当", "SRE", "On-call")
_FIRST_DAY = date(2026, 1, 5)
_LABELLED = Path(__file__).parent / "labelled" / "likes.toml"


@dataclass(frozen=True)
class World:
    """The workshops of a store, and the actual need behind each problem (empty: noise)."""

    workshops: tuple[str, ...]
    need_of: dict[str, str]
    workshop_of: dict[str, str]

    @property
    def pairs(self) -> set[frozenset[str]]:
        """The pairs of problems of different workshops with the same need."""
        by_need: dict[str, list[str]] = {}
        for problem, need in self.need_of.items():
            if need:
                by_need.setdefault(need, []).append(problem)
        return {
            frozenset(pair)
            for problems in by_need.values()
            for pair in combinations(problems, 2)
            if self.workshop_of[pair[0]] != self.workshop_of[pair[1]]
        }


def fill(store: Store, part: str, seed: int) -> World:
    """Write a world into an empty store; `part` is ``tuning`` or ``held_out``."""
    chance = random.Random(seed)
    labelled = tomllib.loads(_LABELLED.read_text(encoding="utf-8"))
    needs = labelled[part]
    (noise,) = labelled["noise"]
    need_of: dict[str, str] = {}
    workshop_of: dict[str, str] = {}
    workshops = []
    with store.action() as changes:
        for number in range(CUSTOMERS):
            language = "ja" if chance.random() < 0.7 else "en"
            day = (_FIRST_DAY + timedelta(days=6 * number)).isoformat()
            customer = Customer(id=new_id(), name=f"Example {number + 1}")
            workshop = Workshop(
                id=new_id(), customer_id=customer.id, title=f"Workshop {number + 1}",
                created_at=f"{day}T10:00:00", date=day, language=language,
            )  # fmt: skip
            store.insert(customer)
            store.insert(workshop)
            workshops.append(workshop.id)
            people = [
                Participant(
                    id=new_id(), workshop_id=workshop.id, position=place, name=f"Person {place}",
                    code=person_code(place), job=chance.choice(_JOBS), person_id=new_id(),
                )
                for place in range(3)
            ]  # fmt: skip
            for who in people:
                store.insert(who)
            said = [
                (need["id"], chance.choice(need[language]))
                for need in chance.sample(needs, _NEEDS_EACH)
            ]
            said += [("", text) for text in chance.sample(noise[language], _NOISE_EACH)]
            method = chance.choice((*ContactKind, ContactKind.WORKSHOP))
            for place, (need, text) in enumerate(said):
                problem = Problem(
                    id=new_id(), workshop_id=workshop.id, position=place, number=place + 1,
                    first_wording=text, speaker_id=chance.choice(people).id, method=method,
                )  # fmt: skip
                store.insert(problem)
                need_of[problem.id] = need
                workshop_of[problem.id] = workshop.id
        changes.clear()
    return World(tuple(workshops), need_of, workshop_of)
