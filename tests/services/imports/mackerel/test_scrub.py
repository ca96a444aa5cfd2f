"""Secrets and addresses are masked; ordinary names of rules, hosts and metrics are unchanged."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.options import examples
from workshop_app.services.imports.mackerel import scrub as module
from workshop_app.services.imports.mackerel.scrub import KEPT, LONGEST, MASK, scrub

SECRET = "canary7zzQ"


@pytest.mark.parametrize(
    "name",
    [
        "CPU %",
        "connectivity",
        "web01.example.internal",
        "ロードバランサーの5xx (本番)",
        "p95 of {{http.route}}",
        "custom.orders.count",
        "filesystem.vda1.used",
        "#shop-alert",
        "2F スイッチ",
        "nightly 01:30:00",
        "disk full in 14 days",
        "Basic monitoring of the shop",
        "token bucket",
        "v2.3.0 リリース",
        "ProductionDatabaseServer01",
        "i-0a1b2c3d4e5f",
        "https://shop.example.com/",
        "手順 https://wiki.example.com/cpu",
        "GNU/Linux",
        "shop-web:app",
        "mackerel-agent/0.84.2",
        "a@b",
        "パスワード期限切れの監視",
        "トークンの更新に失敗",
        "認証エラーの数",
        "API Gateway 5xx",
        "キーボード",
        "key performance",
        "keyspace hits",
        "アクセスキーの棚卸し",
        "ログイン失敗の回数",
        "PW変更の依頼",
        "電話番号変更フロー",
        "03系サーバー",
        "2026-12-03 の障害",
        "ID 12 の課題",
        "コミュニティ版",
        "community edition",
        "secret manager の料金",
        "password policy",
        "HTTPS 証明書の期限 30日",
        "user time",
        "user mode CPU",
        "user count",
        "ユーザー数",
        "pass rate",
        "PIN 留め",
        "webhook の遅延",
        "/var/log/messages",
        "/home のディスク",
        "/usr/local/bin/check",
        "C:\\Windows\\System32",
        "090 系",
        "v1.2.3.4 の更新",
        "12:34:56",
        "10.5 GB",
        "100-200-300 件",
        "注文数 1200-1300",
        "port 443-8443",
        "1.5.2-3",
        "check-disk -w 20% -c 10% -p /var",
        "check-procs -p nginx",
        "check-load -w 5,4,3 -c 10,8,6",
        "check-http -u https://shop.example.com/",
        "key: value store の監視",
        "トークンバケット",
        "key 数",
        "メールの遅延",
        "Redis の key 数",
        "秘密鍵の更新手順",
        "電話 3 件",
        "user: 3 人",
    ],
)
def test_names_stay_as_they_are(name):
    assert scrub(name) == name


@pytest.mark.parametrize(
    "text",
    [
        f"{SECRET}@example.org",
        f"連絡先は{SECRET}@example.orgです",
        f"{SECRET}＠example.org",
        f"http://user:{SECRET}@proxy.example.internal:3128",
        f"http://{SECRET}:x@proxy.example.internal",
        f"http://user:a/{SECRET}/b@proxy.example.internal",
        f"user:{SECRET}@db",
        f"https://hooks.slack.com/services/T0/B0/{SECRET}",
        f"hooks.slack.com/services/T0/B0/{SECRET}",
        f"通知先はhttps://hook.example.com/{SECRET}です",
        f"https://example.com/webhook/{SECRET}",
        f"https://example.com/page?token={SECRET}",
        f"https://example.com?{SECRET}",
        f"https://example.com/page#{SECRET}",
        f"Bearer {SECRET}",
        f"authorization: bearer {SECRET}",
        f"Authorization: Basic {SECRET}",
        f"API_KEY={SECRET}",
        f'"apikey": "{SECRET}"',
        f"x-api-key: {SECRET}",
        f"MYSQL_PASSWORD='{SECRET} with spaces {SECRET}'",
        f"パスワード：{SECRET}",
        f"check-mysql --password {SECRET}",
        f"check-mysql --user={SECRET}",
        f"-community {SECRET}",
        f"xoxb-{SECRET}",
        f"ghp_{SECRET}0123456789",
    ],
)
def test_secrets_are_masked(text):
    assert SECRET not in scrub(text)
    assert MASK in scrub(text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Basic bW9uaXRvcjoyNDY4", "bW9u"),
        ("key 3yAbQ9xT7LmZ4kPw8VnR2sHc6DfG1jXe", "3yAb"),
        ("AKIAIOSFODNN7INVENTED", "IOSF"),
        ("eyJcanarybird.canary.c2lnbmVk", "eyJ"),
        ("d41d8cd98f00b204e9800998ecf8427e", "d41d"),
        ("ping 192.0.2.11", "192"),
        ("ip-192-0-2-11.example.internal", "192"),
        ("custom.ping.rta.192_0_2_11", "192"),
        ("[2001:db8::11]:80", "db8"),
        ("fe80::1", "fe80"),
        ("02:00:5e:10:00:01", "5e"),
        ("02-00-5e-10-00-01", "5e"),
    ],
)
def test_keys_and_addresses_are_masked(text, secret):
    assert secret not in scrub(text)


@pytest.mark.parametrize(
    "text",
    [
        f"パスワードが{SECRET}です",
        f"パスワードを{SECRET}に変更した",
        f"暗証番号は{SECRET}",
        f"パスは{SECRET}",
        f"PASS：{SECRET}",
        f"ログインPW {SECRET}",
        f"pw={SECRET}",
        f"pswd: {SECRET}",
        f"認証キー：{SECRET}",
        f"アクセスキー={SECRET}",
        f"秘密鍵:{SECRET}",
        f"シークレット：{SECRET}",
        f"トークンは{SECRET}です",
        f"APIトークン: {SECRET}",
        f"合い言葉：{SECRET}",
        f"暗号化キー：{SECRET}",
        f"コミュニティ名：{SECRET}",
        f"SNMPコミュニティ {SECRET}",
        f"rocommunity {SECRET}",
        f"snmpwalk -v2c -c {SECRET} 10.0.0.1",
        f"mysql -uroot -p{SECRET}",
        f"mysql --password={SECRET}",
        f"curl -u admin:{SECRET} https://x.example.com/",
        f"curl -H 'X-Auth-Token: {SECRET}' x",
        f"sshpass -p {SECRET} ssh web01",
        f"PGPASSWORD={SECRET} psql",
        f"redis-cli -a {SECRET} ping",
        f"mongodb://app:{SECRET}@db/prod",
        f"postgres://app:{SECRET}@db:5432/x",
        f"amqp://g:{SECRET}@mq",
        f"AccountKey={SECRET}+/abcdEFGH1234==;EndpointSuffix=core",
        f"SharedAccessKey={SECRET}",
        f"sig={SECRET}%2Babc",
        f"/home/{SECRET}/bin/check.sh",
        f"/Users/{SECRET}/Desktop",
        f"C:\\Users\\{SECRET}\\check.ps1",
        f"~{SECRET}/bin",
        f"ssh {SECRET}@bastion",
        f"sudo -u {SECRET} check",
        f"hooks.example.com/{SECRET} に投げる",
        f"https://discord.com/api/webhooks/123/{SECRET}",
        f"https://outlook.office.com/webhook/{SECRET}",
        f"https://chat.googleapis.com/v1/spaces/A/messages?key={SECRET}",
        f"https://api.telegram.org/bot123:{SECRET}/send",
        f"user={SECRET}",
        f"ユーザー名：{SECRET}",
        f"ID/PW: admin/{SECRET}",
        f"ID：admin パスワード：{SECRET}",
        f"login as {SECRET}",
        f"password is {SECRET}",
        f"the password: {SECRET}",
        f"passwort {SECRET}",
        f"my secret is {SECRET}",
        f"token -> {SECRET}",
        f"key: {SECRET}",
        f"license key {SECRET}",
        f"Authorization: Token {SECRET}",
        f"Authorization: Digest username={SECRET}",
        f"Cookie: sid={SECRET}",
        f"webhook_url: {SECRET}",
        f"client_secret={SECRET}",
        f"private_key={SECRET}",
        f"refresh_token: {SECRET}",
        f"PIN {SECRET}",
        f"PINコード：{SECRET}",
        f"ワンタイムパスワード {SECRET}",
        f"秘密の質問：{SECRET}",
        f"ルートのパスワード「{SECRET}」",
        f"初期パスワード = {SECRET}",
        f"PASSWORD：{SECRET}（変更予定）",
        f"DBパス={SECRET}",
        f"pass {SECRET}",
        f"pass phrase: {SECRET}",
        f"Wi-Fi の暗号化キー {SECRET}",
        f"ログインID：{SECRET}",
        f"ユーザID={SECRET}",
        f"api_key => '{SECRET}'",
        f"apiKey:{SECRET}",
        f"x-amz-security-token: {SECRET}",
        f"bot token {SECRET}",
        f"トークン→{SECRET}",
        f"secret_key: {SECRET}",
        f"SECRET={SECRET}",
        f"ENV DB_PASS={SECRET}",
        f"export MYSQL_PWD={SECRET}",
        f"--passwd {SECRET}",
        f"--auth-token={SECRET}",
        f"-pw {SECRET}",
        f"mysqldump -u root -p{SECRET} shop",
        f"check_snmp -H sw01 -C {SECRET}",
        f"curl --user admin:{SECRET} https://a.example.com",
        f"smbclient -U shop%{SECRET} //nas/x",
        f"ftp://shop:{SECRET}@ftp.example.com",
        f"jdbc:mysql://db/x?user=shop&password={SECRET}",
        f"Server=db;User Id=sa;Password={SECRET};",
        f"DefaultEndpointsProtocol=https;AccountName=x;AccountKey={SECRET};",
        f"redis://:{SECRET}@cache:6379/0",
        f"/home/{SECRET}",
        f"cd /Users/{SECRET}; ls",
        f"D:\\Users\\{SECRET}\\x",
        f"rsync -a {SECRET}@10.0.0.5:/x /y",
        f"scp x {SECRET}@web01:/tmp",
        f"https://hooks.example.com/T000/B000/{SECRET}",
        f"https://maker.ifttt.com/trigger/x/with/key/{SECRET}",
        f"https://example.webhook.office.com/webhookb2/{SECRET}",
        f"https://example.com/x?sig={SECRET}",
        f"chat.example.com/hook/{SECRET} へ通知",
        f"JWT eyJcanarybird.canary.{SECRET}{SECRET}",
        f"AuthToken={SECRET}",
        f"パスワード:「{SECRET}」",
        f"pw は {SECRET}",
        f"合言葉 {SECRET}",
        f"secret '{SECRET}'",
        f'password "{SECRET}"',
        f"鍵は{SECRET}",
        f"Basic認証 shop/{SECRET}",
        f"basic auth: shop:{SECRET}",
    ],
)
def test_a_secret_is_masked_however_people_write_it(text):
    assert SECRET not in scrub(text)


@pytest.mark.parametrize(
    "text",
    [
        "合言葉はひらけごま",
        "合言葉は「ひらけ ごま」です",
        "合い言葉：ひらけ ごま",
        "パスフレーズは ひらけごま、毎月変わる",
        "passphrase: abra ひらけごま",
        "The passphrase is 'ひらけごま'",
        "パスワードは「ひらけごま」",
        "トークンが『ひらけごま』に",
    ],
)
def test_a_secret_of_ordinary_words_is_masked(text):
    masked = scrub(text)
    assert "ごま" not in masked
    assert MASK in masked


@pytest.mark.parametrize("text", ["パスワードは毎月変えています", "トークンを更新する手順"])
def test_a_sentence_about_secrets_is_kept(text):
    assert scrub(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "AWS_SECRET_ACCESS_KEY=wCanAryBird7/FlY2So/hIgHoVerTheSea9ExAmPle",
        "aws secret wCanAryBird7/FlY2So/hIgHoVerTheSea9ExAmPle",
        "AKIA0CANARY0EXAMPLE0",
        "AIzaCanaryBird-canary_bird-canaryBird0",
        "ya29.canary_bird",
        "sk_live_canarybird",
        "SG.canarybird-canary.bird-canary",
        "-----BEGIN RSA PRIVATE KEY----- canarybird",
        "ssh-ed25519 AAAACanAry1BirD2FlIes/OvEr+ThE3SeA4CanAry5BirD6",
        "npm_canarybirdcanarybird",
        "glsa_canarybird",
        "dapi00000000000000000000",
        "hvs.canarybird",
        "連絡先 090-1234-5678",
        "電話：03-1234-5678",
        "+81 90 1234 5678",
        "TEL 0120(123)456",
        "０９０－１２３４－５６７８",
        "(03)1234-5678",
        "fe80::1ff:fe23:4567:890a",
        "10.12.13.14",
        "10 . 12 . 13 . 14",
        "00:1A:2B:3C:4D:5E",
        "001A.2B3C.4D5E",
        "担当 080 1234 5678",
        "電話(045)123-4567",
        "連絡先：０３（１２３４）５６７８",
        "+1-202-555-0143",
        "TEL:0466-12-3456",
        "☎ 07012345678",
        "PINは 482913",
        "暗証番号 482913",
        "暗証番号：4829",
        "PIN: 4829",
    ],
)
def test_keys_numbers_and_addresses_are_masked_by_their_form(text):
    assert MASK in scrub(text)


def test_a_text_is_cut_and_one_of_absurd_length_is_not_looked_at():
    assert len(scrub("あ" * 500)) == KEPT
    assert scrub("https://user:" + "x" * LONGEST + "@example.org") == MASK


pieces = st.lists(
    st.sampled_from(
        ["web", "1", "10", "CPU", "監視", "カ", " ", ".", "-", "%", ":", "/", "@", "://", "zz",
         "password", "bearer ", "hook", "user", "--", "=", "eyJ", "xoxb", "sk", "192.0.2.1",
         "\u0301", "é"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(pieces | st.text(max_size=60))
def test_any_text_becomes_one_short_line_without_an_address(text):
    line = scrub(text)
    assert len(line) <= KEPT
    assert "\n" not in line
    assert not re.search(r"(?<!\d)192\.0\.2\.1(?!\d)", line)


@settings(max_examples=examples(250, 1_000))
@given(pieces)
def test_texts_that_skip_the_check_would_not_have_been_changed(text):
    passed = scrub(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_HARMLESS", re.compile("(?!)"))
        assert scrub(text) == passed
