"""Masks possible secrets, people and addresses in texts from a customer's files.

Every text that is stored passes through `scrub`.
"""

import base64
import binascii
import re

from workshop_app.domain.text import clean

MASK = "…"
LONGEST = 2_000
"""Maximum length of a text that is examined; a longer one is not a name."""
KEPT = 200
"""Maximum length of a stored text."""

# Fast path for usual names, which need no masking: short words, each with at most a number.
_LETTERS = "[A-Za-z\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]"
_HARMLESS = re.compile(
    rf"(?!.*(?:bearer|basic|eyj|xox|glpat|hook|-(?:user|pass|pw|token|api|secret|community)))"
    rf"{_LETTERS}{{1,12}}\d{{0,3}}(?:[ .-]{_LETTERS}{{1,12}}\d{{0,3}}){{0,9}}(?: ?%)?",
    re.IGNORECASE,
)
_VALUE = r"(\"[^\"]*\"?|'[^']*'?|\S+)"
_NAMED = re.compile(
    r"(api[-_ ]?key|token|secret|passw(?:or)?d|passphrase|pwd|credentials?|community"
    r"|authorization|cookie|パスワード|暗証番号|合言葉|秘密鍵)"
    r"(\"?'?\s*(?:[:=：＝]|=>)\s*(?:(?:basic|bearer)\s+)?)" + _VALUE,
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"(--?(?:api-?key|token|secret|pass(?:word)?|pw|user(?:name)?|community)[ =]+)" + _VALUE,
    re.IGNORECASE,
)
_BEARER = re.compile(r"(?<![a-z])(bearer\s+)\S+", re.IGNORECASE)
_BASIC = re.compile(r"(?<![a-z])(basic\s+)([A-Za-z0-9+/]+=*)", re.IGNORECASE)
_MAIL = re.compile(
    r"[^\s@＠,;<>()「」、。（）]*[@＠](?=[A-Za-z0-9-]+\.)[A-Za-z0-9.-]+|[^\s@＠]+:[^\s@＠]*[@＠]\S*"
)
_MARKED = re.compile(
    r"(?:AKIA|ASIA)[A-Z0-9]{12,}|xox[a-z]-[\w-]+|gh[opsu]_\w{16,}|github_pat_\w+|glpat-[\w-]+"
    r"|sk-[\w-]{16,}|eyJ[\w-]{8,}(?:\.[\w-]+)*"
)
_RUN = re.compile(r"[A-Za-z0-9]{20,}|[A-Za-z0-9_+=-]{32,}")
_CHANGE = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IPV4 = re.compile(rf"(?<!\d)0*{_BYTE}([._-])0*{_BYTE}\1{_BYTE}\1{_BYTE}(?!\d)")
_COLONS = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
_MAC = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}(?![0-9A-Fa-f])")
_CLOCK = re.compile(r"\d{1,2}:\d\d:\d\d")
_SPACES = re.compile(r"(\s+)")


def scrub(text: str) -> str:
    """Return `text` on one line, with secrets, people and network addresses masked, cut to `KEPT`.

    A text longer than `LONGEST` becomes the mask: if it were cut, a secret in it could be missed.
    """
    if len(text) <= KEPT and _HARMLESS.fullmatch(text):
        return text
    if len(text) > LONGEST:
        return MASK
    line = " ".join(clean(text).split())
    line = _NAMED.sub(rf"\1\2{MASK}", line)
    line = _OPTION.sub(rf"\1{MASK}", line)
    line = _BASIC.sub(_basic, _BEARER.sub(rf"\1{MASK}", line))
    line = "".join(_word(word) for word in _SPACES.split(line))
    line = _MARKED.sub(MASK, line)
    line = _RUN.sub(_run, line)
    line = _MAC.sub(MASK, _COLONS.sub(_colons, _IPV4.sub(MASK, line)))
    return line if len(line) <= KEPT else line[: KEPT - 1] + MASK


def _word(word: str) -> str:
    """Mask the URL path, credentials or e-mail address in one word."""
    scheme, found, rest = word.partition("://")
    if found:
        signed_in = max(rest.rfind("@"), rest.rfind("＠")) + 1
        return f"{scheme}://{f'{MASK}@' if signed_in else ''}{_place(rest[signed_in:])}"
    if "@" in word or "＠" in word:
        word = _MAIL.sub(MASK, word)
    return _place(word) if "/" in word and "hook" in word.casefold() else word


def _place(rest: str) -> str:
    """Return host and path; a query, a fragment, or a path that is itself a key is masked."""
    host, slash, path = rest.partition("/")
    host, query, _ = host.partition("?")
    if not slash and not query:
        return host
    path, asked, _ = path.partition("?")
    whole = f"{host}/{path}".casefold()
    if query or asked or "#" in path or "hook" in whole or "://" in path or ";" in path:
        return f"{host}/{MASK}"
    return f"{host}/{path}"


def _basic(found: re.Match[str]) -> str:
    """Mask a name and password in base64, unless another word follows "basic"."""
    try:
        plain = base64.b64decode(found[2], validate=True)
    except (binascii.Error, ValueError):
        return found[0]
    return found[1] + MASK if b":" in plain else found[0]


def _run(found: re.Match[str]) -> str:
    """Mask a run of letters and digits that alternates between them too often to be words."""
    run = found[0]
    return MASK if 4 * len(_CHANGE.findall(run)) >= len(run) else run


def _colons(found: re.Match[str]) -> str:
    """Mask IPv6 and hardware addresses, but not a time of day."""
    return found[0] if _CLOCK.fullmatch(found[0]) else MASK
