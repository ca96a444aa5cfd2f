"""Private data is in no file: searched in the bytes of everything written."""

import base64
import quopri
import re
from dataclasses import replace
from email import message_from_bytes, policy
from io import BytesIO
from zipfile import ZipFile

import pytest

from exports.job import export
from exports.options import WritingOptions
from exports.registry import DOCUMENTS, FILES, NAMES
from tests.exports.pdf.documents.test_privacy import CANARY, with_canaries
from tests.helpers.papers import (
    files_below,
    is_file_of,
    sample_state,
    solutions,
    unpacked,
    words_of,
)


def written(state, folder, names=None, language="ja", **options):
    """The files of an export, by file name."""
    export(state, solutions(), folder, names, language, options=WritingOptions(**options))
    return {file.name: file.read_bytes() for file in files_below(folder)}


def everything_in(name, data):
    """The bytes of a file and of everything packed in it."""
    found = [data, unpacked(data)]
    if name.endswith(".eml"):
        message = message_from_bytes(data, policy=policy.default)
        found += [str(value).encode() for key, value in message.items() if key != "To"]
        found += [
            part.get_payload(decode=True) for part in message.walk() if not part.is_multipart()
        ]
        found.append(quopri.decodestring(data))
    if name.endswith(".xlsx"):
        with ZipFile(BytesIO(data)) as parts:
            found += [parts.read(part) for part in parts.namelist()]
    if name.endswith((".pdf", ".eml")):
        papers = [part for part in found if part.startswith(b"%PDF")]
        found += [words_of(paper).encode() for paper in papers]
    return b"\0".join(found)


def canaries(token):
    """The encodings in which a text may occur in bytes."""
    forms = [token.encode(encoding) for encoding in ("utf-8", "utf-16-be", "utf-16-le")]
    packed = [base64.b64encode(b"x" * pad + token.encode())[4:-4] for pad in range(3)]
    return [*forms, *packed]


def test_private_texts_are_in_no_file(tmp_path, language):
    files = written(with_canaries(sample_state(language)), tmp_path, None, language)
    documents = ("summary", "dossier", "problems", "issues", "calendar", "workshop")
    assert all(any(is_file_of(each, name) for name in files) for each in documents)
    for name, data in files.items():
        held = everything_in(name, data)
        assert [form for form in canaries(CANARY) if form in held] == [], name


def test_only_the_full_workshop_file_contains_them_and_only_on_request(tmp_path):
    assert "workshop_full" not in NAMES
    state = with_canaries(sample_state("ja"))
    ((name, data),) = written(state, tmp_path, ["workshop_full"]).items()
    held = everything_in(name, data)
    assert all(f"{CANARY}{number}".encode() in held for number in range(1, 6))
    assert b'"ambassador": true' in held


def test_an_address_is_only_in_its_own_draft(tmp_path):
    state = sample_state("ja")
    files = written(state, tmp_path)
    drafts = [name for name in files if name.endswith(".eml")]
    # those with the summary and to the product team have no address
    assert len(drafts) == len(state.participants) + 2
    held = {name: everything_in(name, data) for name, data in files.items()}
    for who in state.participants:
        holders = [name for name, data in held.items() if who.email.encode() in data]
        assert holders == [name for name in drafts if who.name.replace(" ", "") in name]


def test_the_mark_of_an_ambassador_changes_no_byte(tmp_path):
    state = sample_state("ja")
    turned = tuple(replace(who, ambassador=not who.ambassador) for who in state.participants)
    plain = written(state, tmp_path / "a", FILES)
    assert written(replace(state, participants=turned), tmp_path / "b", FILES) == plain


def test_no_file_names_a_folder_a_machine_or_its_user(tmp_path):
    folder = tmp_path / "gashapon-folder"
    for name, data in written(sample_state("ja"), folder).items():
        held = everything_in(name, data)
        assert b"gashapon" not in held, name
        assert not re.search(rb"(?<![\w.~}/])/(?:root|home|tmp|Users)/\w", held), name


@pytest.mark.parametrize("name", [name for name, each in DOCUMENTS.items() if each.internal])
def test_internal_files_name_the_customer_only_on_request(tmp_path, name):
    if name.startswith("workshop"):
        return  # a workshop that moves to another laptop keeps its customer
    state = sample_state("ja")
    first, *others = state.answers
    told = replace(first, text="みなとまち通販では夜に鳴る")
    state = replace(state, answers=(told, *others))
    hidden = written(state, tmp_path / "a", [name])
    assert hidden
    assert all(
        "みなとまち通販" not in everything_in(n, d).decode(errors="ignore")
        for n, d in hidden.items()
    )
    named = written(state, tmp_path / "b", [name], name_customer=True)
    assert any(
        "みなとまち通販" in everything_in(n, d).decode(errors="ignore") for n, d in named.items()
    )


def test_the_same_workshop_gives_the_same_bytes(tmp_path):
    state = sample_state("ja")
    assert written(state, tmp_path / "a") == written(state, tmp_path / "b")
