"""Encrypted files can be opened with their password only, and any change is detected."""

import hashlib
import hmac
import os
import subprocess
import sys
from random import Random

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workshop_app import encryption
from workshop_app.domain.errors import InvalidInput
from workshop_app.encryption import (
    MOST_BYTES,
    Encryption,
    PasswordNeeded,
    WrongPassword,
    decrypted,
    is_encrypted,
    is_encrypted_file,
    normalised_password,
    plain,
    reading_with,
)

WORD = "ひみつ-2026"
PIECE = 1 << 16


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    """Use a low cost, so that the tests are fast."""
    monkeypatch.setattr(encryption, "_COST", 10)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_an_encrypted_file_is_read_only_with_the_password(size):
    data = Random(size).randbytes(size)
    made = Encryption(WORD).encrypted(data)
    assert is_encrypted(made)
    assert decrypted(made, WORD, "a") == data
    assert size < 20 or data[:20] not in made
    for wrong in ("ひみつ-2027", WORD.upper() + " ", "x"):
        with pytest.raises(WrongPassword):
            decrypted(made, wrong, "a")


def test_two_files_of_one_export_share_neither_keys_nor_bytes():
    made = Encryption(WORD)
    one, other = (made.encrypted(b"a" * 100) for _ in range(2))
    assert one[26:] != other[26:]
    assert not set(zip(*[iter(one[106:])] * 16, strict=False)) & set(
        zip(*[iter(other[106:])] * 16, strict=False)
    )


def test_every_changed_byte_is_noticed_and_no_damage_passes_for_a_wrong_password():
    data = b"a" * (2 * PIECE + 50)
    made = Encryption(WORD).encrypted(data)
    random = Random(1)
    places = [*range(130), *(random.randrange(len(made)) for _ in range(60))]
    for place in places:
        changed = bytearray(made)
        changed[place] ^= 1 << random.randrange(8)
        if place < len(encryption.MAGIC):
            assert not is_encrypted(bytes(changed))
            continue
        with pytest.raises(InvalidInput) as caught:
            decrypted(bytes(changed), WORD, "a")
        seal = range(encryption._HEAD - 32, encryption._HEAD)
        assert isinstance(caught.value, WrongPassword) is (place in seal), place


def test_a_piece_lost_doubled_or_moved_is_noticed():
    made = Encryption(WORD).encrypted(os.urandom(3 * PIECE))
    head = encryption._HEAD
    step = PIECE + 16
    pieces = [made[head + n * step : head + (n + 1) * step] for n in range(3)]
    for order in ((0, 1), (0, 2), (1, 0, 2), (0, 1, 1, 2), (0,), (), (2,), (0, 1, 2, 2)):
        with pytest.raises(InvalidInput, match="encrypted_damaged"):
            decrypted(made[:head] + b"".join(pieces[n] for n in order), WORD, "a")


def test_a_head_cannot_ask_for_more_memory_than_the_program_itself_takes():
    made = bytearray(Encryption(WORD).encrypted(b"a"))
    for cost in (0, 9, 18, 40, 255):
        made[9] = cost
        made[42:74] = hashlib.sha256(bytes(made[:42])).digest()
        with pytest.raises(InvalidInput, match="encrypted_too_new"):
            decrypted(bytes(made), WORD, "a")


def test_the_documented_form_is_enough_to_read_one():
    """Follows docs/formats.md without using the program's code."""
    data = b"words " * 30_000
    made = Encryption(WORD).encrypted(data)
    cost, salt, own, head = made[9], made[10:26], made[26:42], made[:106]
    key = hashlib.scrypt(WORD.encode(), salt=salt, n=2**cost, r=8, p=1, dklen=32)
    keys = HKDF(SHA256(), length=64, salt=own, info=b"workshop-app").derive(key)
    assert head[42:74] == hashlib.sha256(head[:42]).digest()
    assert head[74:] == hmac.digest(keys[32:], head[:42], "sha256")
    body = made[106:]
    pieces = [body[place : place + 65_552] for place in range(0, len(body), 65_552)]
    found = b""
    for number, piece in enumerate(pieces):
        nonce = number.to_bytes(11, "big") + bytes([number == len(pieces) - 1])
        found += AESGCM(keys[:32]).decrypt(nonce, piece, head)
    assert found == data


def test_a_reader_gets_the_content_only_with_the_password():
    made = Encryption(WORD).encrypted(b"words")
    assert plain(b"words", "a") == b"words"
    with pytest.raises(PasswordNeeded):
        plain(made, "a")
    with reading_with(WORD):
        assert plain(made, "a") == b"words"
    with pytest.raises(PasswordNeeded):
        plain(made, "a")


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    source = tmp_path / "a.db"
    source.write_bytes(b"a" * 100_000)
    target = tmp_path / "stick" / "a.db.enc"
    Encryption(WORD).encrypt_file(source, target)
    before = target.read_bytes()
    assert is_encrypted_file(target)
    assert decrypted(before, WORD, "a") == source.read_bytes()

    other = Encryption(WORD).encrypted(b"other")

    def other_words(self, plain, file):
        file.write(other)

    monkeypatch.setattr(Encryption, "encrypt", other_words)
    with pytest.raises(OSError, match="read back"):
        Encryption(WORD).encrypt_file(source, target)
    assert target.read_bytes() == before
    assert [*target.parent.iterdir()] == [target]


def test_a_password_is_compared_in_one_form_and_never_cut_short():
    assert normalised_password("ｐａｓｓ") == "pass"
    assert normalised_password("あ" * (MOST_BYTES // 3))
    for bad in ("あ" * MOST_BYTES, "", "   ", "a\nb", "a\x00", "a\ud800"):
        with pytest.raises(InvalidInput):
            normalised_password(bad)


def test_the_library_is_loaded_only_when_a_password_is_wanted():
    code = (
        "import sys; import workshop_app.cli.upkeep, workshop_app.cli.importing, exports.job;"
        "sys.exit('cryptography' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
