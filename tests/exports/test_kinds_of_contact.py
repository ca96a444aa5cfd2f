"""Papers of contacts other than workshops name their kind, and do not mention votes."""

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

from exports.job import export
from exports.registry import DOCUMENTS, written_by_default
from tests.helpers.papers import pages_of, sample_state, solutions, squeezed
from workshop_app.domain.contact import ContactKind
from workshop_app.i18n import Texts

KINDS = [kind for kind in ContactKind if kind is not ContactKind.WORKSHOP]


def contact(language, kind):
    """The sample's problems as if heard in another way, where all count as chosen."""
    state = sample_state(language)
    return replace(
        state,
        workshop=replace(state.workshop, kind=kind, own_kind="定例会", title="聞いたこと"),
        problems=tuple(replace(each, chosen=True, method=kind) for each in state.problems),
        tallies=(),
    )


def read(files) -> dict[str, str]:
    said = {}
    for path in files:
        if path.suffix == ".pdf":
            text = "".join(pages_of(path.read_bytes()))
        elif path.suffix == ".eml":
            draft = message_from_bytes(path.read_bytes(), policy=policy.default)
            body = draft.get_body()
            text = f"{draft['Subject']} {body.get_content() if body is not None else ''}"
        elif path.suffix in (".md", ".csv", ".ics"):
            text = path.read_text(encoding="utf-8")
        else:
            continue
        said[path.name] = squeezed(text)
    return said


def test_no_paper_of_another_contact_calls_it_a_workshop(tmp_path, language):
    word = {"ja": "ワークショップ", "en": "workshop"}[language]
    chosen = {"ja": ("選んだ課題", "選んだ1件", "票の多い"), "en": ("chose", "mostvotes")}[language]
    for kind in (ContactKind.INTERVIEW, ContactKind.SUPPORT, ContactKind.OWN):
        state = contact(language, kind)
        state = replace(state, workshop=replace(state.workshop, method_reason=""))
        result = export(
            state,
            solutions(),
            Path(tmp_path / kind),
            ["summary", "handout", "dossier", "follow_up", "issues", "mail"],
            language,
        )
        for name, text in read(result.files).items():
            assert word not in text.casefold(), (kind, name)
            assert not [each for each in chosen if each in text.casefold()], (kind, name)


def test_the_summary_names_the_kind(language):
    words = Texts(language)
    titles = {DOCUMENTS["summary"].title(words, contact(language, kind).workshop) for kind in KINDS}
    assert len(titles) == len(KINDS)
    assert any("定例会" in title for title in titles)


def test_only_where_people_sit_together_there_is_an_agenda():
    for kind in ContactKind:
        names = written_by_default(contact("ja", kind))
        assert ("agenda" in names, "worksheets" in names) == (kind.is_talk, kind.is_talk)
