"""The schema, version by version.

Migrations do not depend on the current records and stay unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils import Migrations as SqliteUtilsMigrations

Migration = Callable[["Database"], None]
_SET = "workshops"


class Migrations:
    """The migrations in order. sqlite-utils, which applies them, is only imported by `load`."""

    def __init__(self) -> None:
        self.all: list[Migration] = []

    def __call__(self) -> Callable[[Migration], Migration]:
        """Register the decorated function as the next migration."""

        def register(migration: Migration) -> Migration:
            self.all.append(migration)
            return migration

        return register

    def add_columns(self, name: str, **columns: _Columns) -> None:
        """Register a migration that only adds columns, by table."""

        def migration(db: Database) -> None:
            _add_columns(db, columns)

        migration.__name__ = name
        self.all.append(migration)

    def applied(self, connection: Connection) -> list[str]:
        """Return the names of the migrations applied to a file. Raises sqlite3.Error."""
        sql = "SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'"
        if not connection.execute(sql).fetchone():
            return []
        sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"
        return [name for (name,) in connection.execute(sql, [_SET])]

    def pending(self, connection: Connection) -> list[str]:
        """Return the names of the migrations that a file requires. Raises sqlite3.Error."""
        applied = {*self.applied(connection)}
        return [each.__name__ for each in self.all if each.__name__ not in applied]

    def apply(self, connection: Connection, *, stop_before: str | None = None) -> None:
        """Apply pending migrations, up to one of them. Raises sqlite3.Error."""
        from sqlite_utils import Database

        self.load().apply(Database(connection, execute_plugins=False), stop_before=stop_before)

    def load(self) -> SqliteUtilsMigrations:
        """Return the migrations for sqlite-utils, whose import is slower than all the rest."""
        from sqlite_utils import Migrations

        found = Migrations(_SET)
        for migration in self.all:
            found()(migration)
        return found


_TEXT = str
_INT = int
_Columns = Mapping[str, str | int | None]
"""New columns, with their values in existing rows; None allows NULL."""


def _add_columns(db: Database, columns: Mapping[str, _Columns]) -> None:
    """Add columns to tables."""
    for table, more in columns.items():
        for column, default in more.items():
            kind = _TEXT if default is None else type(default)
            db.table(table).add_column(column, kind, not_null_default=default)


migrations = Migrations()


_OPTIONAL = {
    "speaker_id", "theme_id", "merged_into", "split_from", "answer_id", "participant_id",
    "owner_id", "card_id", "override",
}  # fmt: skip


def _create(db: Database, name: str, columns: dict[str, Any], refers: dict[str, str]) -> None:
    optional = _OPTIONAL | ({"problem_id"} if name == "action" else set())
    db.table(name).create(
        columns,
        pk="id",
        not_null=set(columns) - optional,
        foreign_keys=[(column, table, "id") for column, table in refers.items()],
        strict=True,
    )
    if "workshop_id" in columns:
        db.table(name).create_index(["workshop_id"])


@migrations()
def v1_workshops(db: Database) -> None:
    """Workshops, the people, the problems and what became of them, and the action log."""
    _people(db)
    _problems(db)
    _outcomes(db)
    _log_and_search(db)


def _people(db: Database) -> None:
    names = ["id", "name", "honorific", "industry", "architecture", "private_note"]
    _create(db, "customer", dict.fromkeys(names, _TEXT), {})
    _create(
        db,
        "workshop",
        dict.fromkeys(
            ["id", "customer_id", "title", "created_at", "language", "date", "start_time",
             "end_time", "place", "facilitator", "method", "method_reason"], _TEXT)
        | dict.fromkeys(["context_skipped", "sort_skipped", "present", "vote_closed"], _INT)
        | dict.fromkeys(
            ["next_date", "next_note", "community", "private_note", "exported_at"], _TEXT)
        | {"is_sample": _INT},
        {"customer_id": "customer"},
    )  # fmt: skip
    _create(
        db,
        "participant",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
        | dict.fromkeys(
            ["name", "code", "reading", "honorific", "job", "team", "email", "attendance",
             "can_do_alone", "private_note"], _TEXT)
        | {"ambassador": _INT},
        {"workshop_id": "workshop"},
    )  # fmt: skip
    _create(
        db,
        "agenda_item",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT, "step": _TEXT, "minutes": _INT},
        {"workshop_id": "workshop"},
    )


def _problems(db: Database) -> None:
    _create(
        db,
        "theme",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT, "name": _TEXT},
        {"workshop_id": "workshop"},
    )
    _create(
        db,
        "context_answer",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
        | dict.fromkeys(["question", "text", "participant_id", "mark"], _TEXT),
        {"workshop_id": "workshop", "participant_id": "participant"},
    )
    _create(
        db,
        "problem",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT, "number": _INT}
        | {"first_wording": _TEXT, "wording": _TEXT, "first_wording_corrected": _INT}
        | dict.fromkeys(
            ["speaker_id", "source", "method", "heard_at", "theme_id", "merged_into",
             "split_from", "answer_id"], _TEXT)
        | {"chosen": _INT}
        | dict.fromkeys(["not_ours_reason", "discussion", "private_note"], _TEXT),
        {
            "workshop_id": "workshop",
            "speaker_id": "participant",
            "theme_id": "theme",
            "merged_into": "problem",
            "split_from": "problem",
            "answer_id": "context_answer",
        },
    )  # fmt: skip
    _create(
        db,
        "tally",
        {"id": _TEXT, "workshop_id": _TEXT, "problem_id": _TEXT, "votes": _INT, "round": _INT},
        {"workshop_id": "workshop", "problem_id": "problem"},
    )


def _outcomes(db: Database) -> None:
    of_problem = {"workshop_id": "workshop", "problem_id": "problem"}
    _create(
        db,
        "played_card",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
        | dict.fromkeys(
            ["problem_id", "kind", "title", "text", "catalogue_id", "catalogue_version",
             "search_words"], _TEXT),
        of_problem,
    )  # fmt: skip
    _create(
        db,
        "request",
        {"id": _TEXT, "workshop_id": _TEXT, "problem_id": _TEXT, "number": _INT}
        | dict.fromkeys(
            ["title", "why", "situation", "impact", "workaround", "good_enough", "wished_how",
             "own_words", "nearest_id", "shortfall"], _TEXT),
        of_problem,
    )  # fmt: skip
    criteria = ("who", "concrete", "ours", "now", "alternative", "general")
    _create(
        db,
        "appraisal",
        dict.fromkeys(["id", "workshop_id", "problem_id"], _TEXT)
        | {column: _TEXT for name in criteria for column in (name, f"{name}_ground")}
        | dict.fromkeys(["override", "override_reason", "override_by", "private_note"], _TEXT),
        of_problem,
    )
    _create(
        db,
        "action",
        {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
        | dict.fromkeys(["text", "owner_id", "owner_name", "due", "problem_id", "card_id"], _TEXT)
        | {"done": _INT},
        of_problem | {"owner_id": "participant", "card_id": "played_card"},
    )


def _log_and_search(db: Database) -> None:
    db.table("action_log").create(
        {"seq": _INT, "workshop_id": _TEXT, "at": _TEXT, "kind": _TEXT, "step": _INT,
         "target": _INT, "merge_key": _TEXT, "place": _TEXT, "version": _INT, "payload": _TEXT},
        pk="seq",
        not_null={"workshop_id", "at", "kind", "step", "place", "version", "payload"},
        strict=True,
    )  # fmt: skip
    db.table("action_log").create_index(["workshop_id", "seq"])
    # Rowids without a declared key change in a VACUUM, so the text index has its own keys.
    db.table("problem_key").create(
        {"key": _INT, "problem_id": _TEXT}, pk="key", not_null={"problem_id"}, strict=True
    )
    db.table("problem_key").create_index(["problem_id"], unique=True)
    db.execute("CREATE VIRTUAL TABLE problem_text USING fts5(words, tokenize='unicode61')")
    db.execute("INSERT INTO problem_text(problem_text, rank) VALUES ('secure-delete', 1)")


@migrations()
def v2_searches_and_setup(db: Database) -> None:
    """Searches, the customer's setup, dots, time spent, and an index on each reference."""
    # A search refers to its problem without a foreign key: it is not removed by undo and may
    # outlive an undone problem until that is redone.
    of_workshop = {"workshop_id": "workshop"}
    head: dict[str, Any] = {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
    names = ["problem_id", "words", "looked_at"]
    _create(db, "search", head | dict.fromkeys(names, _TEXT), of_workshop)
    names = ["kind", "subject", "taken_at", "facts", "left_out"]
    _create(db, "setup_part", head | dict.fromkeys(names, _TEXT), of_workshop)
    names = ["round", "voter", "dots"]
    columns = {"id": _TEXT, "workshop_id": _TEXT, "problem_id": _TEXT} | dict.fromkeys(names, _INT)
    _create(db, "dot", columns, of_workshop | {"problem_id": "problem"})
    _add_columns(db, _MORE)
    # Without them, SQLite scans a whole table for each deleted row.
    for table, columns in _REFERENCES.items():
        for column in columns:
            db.table(table).create_index([column])


_MORE: dict[str, _Columns] = {
    "agenda_item": {"spent": 0},
    "workshop": {"round": 1, "dots": 0, "dots_each": 0, "anonymous": 0, "ground_rules": ""},
    "participant": {"arrived": "", "left": ""},
    "problem": {"held": 0, "parked": 0, "worksheet": 0},
}
_REFERENCES = {
    "dot": ("problem_id",),
    "workshop": ("customer_id",),
    "context_answer": ("participant_id",),
    "problem": ("speaker_id", "theme_id", "merged_into", "split_from", "answer_id"),
    "tally": ("problem_id",),
    "played_card": ("problem_id",),
    "request": ("problem_id",),
    "appraisal": ("problem_id",),
    "action": ("owner_id", "problem_id", "card_id"),
}


migrations.add_columns(
    "v3_numbers_and_dismissed_hints",
    workshop={"last_problem": 0, "last_request": 0, "dismissed": "[]"},
)
"""The highest numbers of removed records, which are not reused, and dismissed hints."""
migrations.add_columns("v4_speakers_shown", workshop={"show_speakers": 0})
"""Whether the room sees who said a problem."""
migrations.add_columns("v5_shown_later", workshop={"shown_later": 0, "holding": 0})
"""Whether the room sees only how many problems there are, and whether new ones are held."""
migrations.add_columns("v6_hands_set_aside", tally={"set_aside": 0})
"""Counts of hands before merging, which are restored by unmerging."""
migrations.add_columns("v7_order_in_themes", problem={"theme_position": 0})
"""The position of a problem in its theme."""


@migrations()
def v8_people(db: Database) -> None:
    """Which participants are the same person; existing ones are all different people."""
    db.table("participant").add_column("person_id", str)
    db.execute("UPDATE participant SET person_id = id")


migrations.add_columns("v9_found", problem={"found": None})
"""How the room came to the answer of a problem."""
migrations.add_columns("v10_requests_handed_over", request={"handed_over_at": ""})
"""When a request was handed over to the product team."""
migrations.add_columns("v11_key_message", workshop={"key_message": ""})
"""The conclusion of the workshop, written by a person."""


@migrations()
def v12_customers_over_time(db: Database) -> None:
    """Contacts, visits and requests of a customer over time."""
    _contacts(db)
    _visits(db)
    _requests(db)
    _evidence(db)


def _contacts(db: Database) -> None:
    """The kind of a contact, what was heard, and the next kind of contact.

    Existing contacts become workshops with all steps; their way of listening is already stored in
    each problem.
    """
    db.execute("ALTER TABLE workshop DROP COLUMN method")
    contact: _Columns = {"kind": "workshop", "own_kind": "", "heard": "", "silent": 0}
    _add_columns(db, {"workshop": contact})
    db.table("workshop").add_column("score", int)
    following: _Columns = {"next_kind": None, "next_reason": ""}
    told = dict.fromkeys(("consent", "expectation", "expectation_words"), "")
    _add_columns(db, {"workshop": {**told, **following}})


def _visits(db: Database) -> None:
    """Follow-up of actions and cards, problems taken over, and the can-do check."""
    _add_columns(db, _VISITS)
    head = {"id": _TEXT, "workshop_id": _TEXT, "position": _INT, "text": _TEXT}
    db.table("can_do_check").create(
        head | {"hands": _INT, "people": _INT, "origin_id": _TEXT},
        pk="id",
        not_null={*head, "people"},
        foreign_keys=[("workshop_id", "workshop", "id")],
        strict=True,
    )
    db.table("can_do_check").create_index(["workshop_id"])


_VISITS: dict[str, _Columns] = {
    "action": {"not_needed": 0, "answered_at": "", "answer_note": ""},
    "problem": {"origin_id": None, "origin_date": "", "became": ""},
    "played_card": {
        "owner_name": "", "due": "", "delivered_on": "", "link": "", "helped": None,
    },
}  # fmt: skip


def _requests(db: Database) -> None:
    """The history of each request: one row per change, including the hand-over."""
    texts = ["request_id", "state", "date", "direction", "architecture",
             "reason", "until_then", "same_as", "may_be_told", "catalogue_id", "address",
             "told_on"]  # fmt: skip
    head = {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
    columns = head | dict.fromkeys(texts, _TEXT)
    _create(db, "request_news", columns, {"workshop_id": "workshop", "request_id": "request"})
    db.table("request_news").create_index(["request_id"])
    empty = ", ".join("''" for _ in texts[3:])
    db.execute(
        f"INSERT INTO request_news ({', '.join(columns)})"  # noqa: S608 - its own names
        f" SELECT id || '-1', workshop_id, 1, id, 'handed_over', substr(handed_over_at, 1, 10),"
        f" {empty} FROM request WHERE handed_over_at <> ''"
    )
    db.execute("ALTER TABLE request DROP COLUMN handed_over_at")


def _evidence(db: Database) -> None:
    """Which problems of different workshops say the same, and indexes to find like ones."""
    # Neither problem is a foreign key: a decision may outlive a problem until undo restores it, and
    # the other one belongs to another workshop.
    _create(
        db,
        "like_problem",
        dict.fromkeys(["id", "workshop_id", "problem_id", "other_id"], _TEXT) | {"is_same": _INT},
        {"workshop_id": "workshop"},
    )
    for table, column in (
        ("like_problem", "problem_id"),
        ("like_problem", "other_id"),
        ("problem", "origin_id"),
        ("played_card", "catalogue_id"),
        ("request", "nearest_id"),
    ):
        db.table(table).create_index([column])


@migrations()
def v13_abilities_and_digests(db: Database) -> None:
    """Who can do which line of the can-do check, and a digest over the rows of each workshop."""
    _who_can_do(db)
    _row_digests(db)


def _who_can_do(db: Database) -> None:
    db.table("participant").add_column("can_do_ids", str)
    db.execute("UPDATE participant SET can_do_ids = '[]'")


def _row_digests(db: Database) -> None:
    """Add the digests; `creation.migrate` computes them, as after any migration."""
    db.table("row_digest").create(
        {"workshop_id": _TEXT, "seq": _INT, "digest": _TEXT},
        pk="workshop_id",
        not_null={"seq", "digest"},
        strict=True,
    )
    db.table("action_log").add_column("digest", str, not_null_default="")


migrations.add_columns("v14_gap_of_request", request={"gap_id": ""})
"""The known gap of the catalogue that a request is based on."""
migrations.add_columns("v15_passing_on", action={"passes_on": 0})
"""Which action is to pass the requests on."""
migrations.add_columns("v16_gap_of_problem", problem={"gap_id": ""})
"""The known gap of the catalogue that was stated for a problem."""
migrations.add_columns("v17_limit_of_answer", played_card={"limit_number": 0})
"""Which limit of a chosen answer is about the problem."""
migrations.add_columns("v18_next_meeting", workshop={"next_time": "", "next_place": ""})
"""The time and the place of the next meeting."""


@migrations()
def v19_community(db: Database) -> None:
    """Pointers to the community, and what a participant is thanked for."""
    head: dict[str, Any] = {"id": _TEXT, "workshop_id": _TEXT, "position": _INT}
    names = ["title", "address", "date", "language"]
    columns = head | dict.fromkeys(names, _TEXT) | {"chosen": _INT}
    _create(db, "pointer", columns, {"workshop_id": "workshop"})
    db.table("participant").add_column("thanks", str, not_null_default="")


migrations.add_columns("v20_checksums_of_actions", action_log={"checksum": 0})
"""A checksum of each row of the log; `row_digests.begin` computes them after any migration."""


@migrations()
def v21_shared_pointers(db: Database) -> None:
    """Which pointers are the same in several workshops: so far, those with the same content."""
    db.table("pointer").add_column("shared_id", str, not_null_default="")
    db.execute(
        "UPDATE pointer SET shared_id = (SELECT min(id) FROM pointer AS same WHERE"
        " (same.title, same.address, same.date, same.language)"
        " = (pointer.title, pointer.address, pointer.date, pointer.language))"
    )


SCHEMA_VERSION = len(migrations.all)
"""Stored in `user_version`; a file with a higher one comes from a newer program."""
