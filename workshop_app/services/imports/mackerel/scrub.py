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
    rf"(?!.*(?:bearer|basic|eyj|xox|glpat|hvs|sg\.|hook|token|secret|key|pass|pw|pin|login|user|sudo|ssh"
    rf"|sig|cred|commun|auth|cookie|パス|暗証|言葉|秘密|鍵|キー|トークン|シークレット"
    rf"|コミュニティ|ユーザ|ログイン))"
    rf"{_LETTERS}{{1,12}}\d{{0,3}}(?:[ .-]{_LETTERS}{{1,12}}\d{{0,3}}){{0,9}}(?: ?%)?",
    re.IGNORECASE,
)
_STRONG = (
    r"(?:(?:(?:api|access|account|secret|private|shared|storage|encryption|signing|auth|client"
    r"|licen[cs]e|master)[-_ ]?(?:access[-_ ]?)?key)|sharedaccesskey|token|secret|passw(?:or)?d"
    r"|passwort|pass[- ]?phrase|passcode|pswd|pwd|credentials?|(?:ro|rw)?community|cookie"
    r"|webhook_?url|signature|パスワード|パスフレーズ|パスコード|暗証番号|合い?言葉|秘密鍵|秘密の質問"
    r"|シークレット|トークン|(?:認証|アクセス|秘密|暗号化?|共有|API|ライセンス)\s?キー"
    r"|コミュニティ(?:名|文字列)?)"
)
"""Names whose value is a secret, whatever its form."""
_WEAK = (
    r"(?:(?<![a-z])(?:pass|pw|psw|pin(?:\s?code)?|key|sig|user(?:[-_ ]?(?:name|id))?|login)"
    r"(?![a-z])|パス|PINコード|鍵|ユーザー?\s?(?:名|ID)|ログイン\s?(?:ID|名))"
)
"""Names that are also ordinary words; their value is masked in fewer cases."""
_OF_WORDS = r"(?:pass[- ]?phrase|パスフレーズ|合い?言葉)"
"""Names whose value consists of ordinary words, of any language."""
_VALUE = r"(?:\"[^\"]*\"?|'[^']*'?|\S+)"
_MIXED = r"(?=[!-~]*[0-9])(?=[!-~]*[A-Za-z])[!-~]{6,}"
"""Letters mixed with digits, which does not occur in words."""
_SECRETS = tuple(
    re.compile(rf"({before}){secret}", re.IGNORECASE)
    for before, secret in (
        (r"(?:authorization|cookie)\"?'?\s*(?:=>|[:=：＝])\s*", r"[^\"'\s][^\"',]*"),
        (
            rf"{_OF_WORDS}\"?'?\s*(?:=>|->|→|[:=：＝]|は|が|is\s)\s*[「『“\"']?",
            r"[^」』”\"',;、。]+",
        ),
        (rf"{_STRONG}\s?(?:は|が|を|に)\s*[「『“]", r"[^」』”]+"),
        (rf"{_STRONG}\"?'?\s*(?:=>|->|→|[:=：＝])\s*(?:(?:basic|bearer)\s+)?", _VALUE),
        (rf"{_WEAK}\"?'?\s*(?:=>|[=＝])\s*", _VALUE),
        (rf"{_WEAK}\"?'?\s*(?:[:：]|->|→)\s*", r"(?=[!-~]*[0-9/\\@])[!-~]{4,}"),
        (rf"{_WEAK}\"?'?\s*(?:[:：]|->|→)\s*", r"(?<=user: )[A-Za-z][\w.-]{2,}"),
        (rf"(?:{_STRONG}|{_WEAK})\s?(?:は|が|を|に)\s*[「『“\"']?", r"[!-~]{4,}"),
        (rf"(?:{_STRONG}|{_WEAK})\s?:?\s(?:is|as|was|to|ist)\s[“\"']?", r"[!-~]{4,}"),
        (rf"(?:{_STRONG}|{_WEAK})\s+", _MIXED),
        (rf"{_STRONG}\s*[「『“\"']", r"[!-~]{4,}"),
        (r"(?:暗証番号|PIN(?:\s?(?:code|コード))?)\s*", r"\d{4,}"),
        (r"(?<![a-z])basic\s?(?:認証|auth\w*)\s*[:：]?\s*", r"(?=[!-~]*[:/])[!-~]{4,}"),
        (r"--?(?:api-?key|token|secret|pass(?:word)?|pw|user(?:name)?|community)[ =]+", _VALUE),
        (r"(?<!\S)-p(?!/)", r"(?=\S*\d)(?=\S*[A-Za-z])\S{6,}"),
        (r"(?<![\w-])(?:ssh|scp|sftp|rsync)\s(?:\S+\s){0,6}?", r"[\w.-]+(?=@)"),
        (r"/home/|/Users/|\\Users\\|(?<![\w/])~(?=[\w.-]+/)", r"[^\s/\\、。，,;:\"']+"),
        (r"(?<![a-z])bearer\s+", r"\S+"),
    )
)
"""The text that follows the first group is masked."""
_COMMANDS = tuple(
    (
        re.compile(rf"(?<![\w-]){command}(?=\s).*"),
        re.compile(rf"(\s-{options}\s?)(?![-\s]){_VALUE}"),
    )
    for command, options in (
        (r"(?:check[-_])?(?:mysql|mariadb)[\w-]*", "[pu]"),
        (r"sshpass", "p"),
        (r"(?:redis-cli|check[-_]redis)", "a"),
        (r"(?:check[-_])?snmp[\w-]*", "[cCAX]"),
        (r"(?:curl|wget)", "[uU]"),
        (r"ldap[\w-]*", "[wD]"),
        (r"sudo", "u"),
        (r"smbclient", "U"),
    )
)
"""Commands with one-letter options whose value is a secret or a user name."""
_BASIC = re.compile(r"(?<![a-z])(basic\s+)([A-Za-z0-9+/]+=*)", re.IGNORECASE)
_MAIL = re.compile(
    r"[^\s@＠,;<>()「」、。（）]*[@＠](?=[A-Za-z0-9-]+\.)[A-Za-z0-9.-]+|[^\s@＠]+:[^\s@＠]*[@＠]\S*"
)
_MARKED = re.compile(
    r"(?:AKIA|ASIA)[A-Z0-9]{12,}|xox[a-z]-[\w-]+|xapp-[\w-]+|gh[opsu]_\w{16,}|github_pat_\w+"
    r"|glpat-[\w-]+|sk-[\w-]{16,}|[prs]k_(?:live|test)_\w+|eyJ[\w-]{8,}(?:\.[\w-]+)*"
    r"|AIza[\w-]{20,}|ya29\.[\w.-]+|SG\.[\w-]{10,}\.[\w-]+|npm_\w{20,}|pypi-[\w-]{20,}|glsa_\w+"
    r"|dapi[0-9a-f]{20,}|hvs\.[\w-]+|-----BEGIN .*"
)
_RUN = re.compile(r"[A-Za-z0-9]{20,}|[A-Za-z0-9_+=-]{32,}")
_SLASHED = re.compile(r"(?<![\w/.~-])[A-Za-z0-9+][A-Za-z0-9+/]{30,}={0,2}(?![\w/.-])")
_CHANGE = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IPV4 = re.compile(rf"(?<![\dv])0*{_BYTE}([._-]| ?\. ?)0*{_BYTE}\1{_BYTE}\1{_BYTE}(?!\d)")
_COLONS = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
_MAC = re.compile(
    r"(?<![0-9A-Fa-f.])(?:[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4}){2})"
    r"(?![0-9A-Fa-f.])"
)
_BETWEEN = "[-－‐‑–−ー ()（）]"
_PHONE = re.compile(
    rf"(?<![\w.-])(?:[+＋]\d{{1,3}}|[(（]?[0０]\d{{1,4}}[)）]?){_BETWEEN}{{0,3}}"
    rf"\d{{1,4}}{_BETWEEN}{{1,2}}\d{{3,4}}(?:{_BETWEEN}\d{{3,4}})?(?![\d-])"
    r"|(?<!\d)0[5-9]0\d{8}(?!\d)"
)
_PHONE_DIGITS = range(10, 16)
"""Telephone numbers have 10 or 11 digits in Japan, up to 15 with the country code (E.164)."""
_KEY_IN_PATH = re.compile(r"[#:;]|(?:^|/)(?:key|token|secret|bot)s?/", re.IGNORECASE)
"""Marks a path that is or contains a key."""
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
    for secret in _SECRETS:
        line = secret.sub(rf"\1{MASK}", line)
    for command, option in _COMMANDS:
        line = command.sub(lambda found, option=option: option.sub(rf"\1{MASK}", found[0]), line)
    line = _BASIC.sub(_basic, line)
    line = "".join(_word(word) for word in _SPACES.split(line))
    line = _MARKED.sub(MASK, line)
    line = _RUN.sub(_run, _SLASHED.sub(_slashed, line))
    line = _MAC.sub(MASK, _COLONS.sub(_colons, _IPV4.sub(MASK, line)))
    line = _PHONE.sub(_phone, line)
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
    if query or asked or "hook" in whole or _KEY_IN_PATH.search(path):
        return f"{host}/{MASK}"
    return f"{host}/{path}"


def _phone(found: re.Match[str]) -> str:
    """Mask a number with as many digits as a telephone number has."""
    digits = sum(sign.isdigit() for sign in found[0])
    return MASK if digits in _PHONE_DIGITS else found[0]


def _slashed(found: re.Match[str]) -> str:
    """Mask base64 with slashes, as in cloud keys, but not a path."""
    run = found[0]
    every_kind = all(any(map(kind, run)) for kind in (str.islower, str.isupper, str.isdigit))
    return MASK if every_kind and 6 * len(_CHANGE.findall(run)) >= len(run) else run


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
