"""Where a room can find an answer by itself, without revealing the answer's name."""

from workshop_app.domain.text import match_key
from workshop_app.services.where_to_look import where_to_look


def bare_name(solution, language):
    return match_key(solution.text(language).name.partition("（")[0].partition(" (")[0])


def test_no_entry_is_named(answers, language):
    for solution in answers.entries.values():
        where = where_to_look(solution, language)
        name = bare_name(solution, language)
        for told in (*where.words.split(" "), where.section):
            assert name not in match_key(told), solution.id


def test_a_problem_is_searched_for_in_those_of_its_words_that_the_help_uses(answers, language):
    text = {
        "ja": "夜間バッチの時間帯だけ、アラートを止めたい",
        "en": "Alerts ring on the night of Windows maintenance",
    }
    hit = answers.search(text[language], language)[0]
    where = where_to_look(hit.solution, language, hit=hit, texts=(text[language],))
    assert where.words
    assert any(word in text[language] for word in where.words.split(" "))


def test_section_and_way_come_from_the_help(answers):
    where = where_to_look(answers.solution("downtime"), "ja")
    assert where.section == "監視とアラート通知"
    assert where.hint == ("ダウンタイムを設定する",)
    assert where.address == "https://mackerel.io/ja/docs/"


def test_a_search_is_no_section(answers):
    where = where_to_look(answers.solution("sabapingd"), "ja")
    assert where.section == "ネットワーク監視をおこなう"


def test_typed_words_come_first_unless_they_name_the_answer(answers):
    solution = answers.solution("downtime")
    assert where_to_look(solution, "ja", typed="計画停止").words == "計画停止"
    assert "ダウンタイム" not in where_to_look(solution, "ja", typed="ダウンタイム 設定").words
