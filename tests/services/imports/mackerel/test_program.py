"""Of a command line only the bare name of the program is kept, never an argument."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.options import examples
from workshop_app.services.imports.mackerel.program import program_of


@pytest.mark.parametrize(
    ("command", "program"),
    [
        ("check-tcp --service SMTP -H mail", "check-tcp"),
        (["check-ping", "-H", "192.0.2.1"], "check-ping"),
        ("/usr/bin/mackerel-plugin-mysql -password x", "mackerel-plugin-mysql"),
        ("mkr wrap -- check-log -f x", "mkr"),
        (["/usr/local/bin/mkr", "wrap", "--", "x"], "mkr"),
        (r"C:\Program\check-log.exe -f x", "check-log"),
        (r'"C:\Program Files\Mackerel\check-disk.exe" -w 10', "check-disk"),
        ("'/opt/my scripts/inventory.sh' --all", "inventory.sh"),
        ("PGPASSWORD='a b c' check-postgresql connection", "check-postgresql"),
        ("sudo -u monitor /usr/bin/check-log -f x", "check-log"),
        ("sudo /opt/own.sh", "sudo"),
        ("bash -c '[ -f x ] && check-file-age x'", "bash"),
        ("sh -c 'check-http -u http://user:secret@host'", "check-http"),
        (["env", "TOKEN=hunter2", "mackerel-plugin-redis"], "mackerel-plugin-redis"),
        ("timeout 10 python3 x.py", "timeout"),
        ("python3 /opt/check-own.py", "python3"),
        ("", ""),
        ([], ""),
        ([1, "check-tcp"], ""),
        (None, ""),
        (7, ""),
        ('TOKEN="never closed check-tcp', ""),
        ("https://user:secret@host/", ""),
        ("secret@example.org", ""),
        ("/opt/3yAbQ9xT7LmZ4kPw8VnR2sHc6DfG1jXe", ""),
        ("ONLY=assignment", ""),
        ("https://hooks.slack.com/services/T0123ABCD/B0456EFGH/abcdEFGHijkl1234MNOPqrst", ""),
        ("hooks.slack.com/services/T0/B0/abcdEFGHijkl --x", ""),
        (["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "x"], ""),
        ("/opt/aoki/bin/check-own.sh -x", "check-own.sh"),
    ],
)
def test_the_program_is_named_without_its_arguments(command, program):
    assert program_of(command) == program


words = st.text("abc/\\ '\"=-$(){};|\t\n", max_size=12)


@settings(max_examples=examples(250, 1_000))
@given(st.lists(words, max_size=4), st.sampled_from(["check-tcp", "sudo", "bash", "A=1", "x"]))
def test_no_argument_is_ever_kept(before, program):
    secret = "canary7zz"
    line = " ".join([program, *before, f"-p {secret} --token={secret} '{secret}'"])
    assert secret not in program_of(line)
    assert secret not in program_of([program, *before, f"-p{secret}", f"x {secret}"])
