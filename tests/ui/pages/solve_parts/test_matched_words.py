from ui.components.matched_words import shown_words


def test_words_are_shown_in_their_order_each_once():
    assert shown_words(("FTP", "ポート", "ftp", "監視")) == ("FTP", "ポート", "監視")


def test_single_characters_numbers_and_little_words_tell_nothing():
    assert shown_words(("番", "21", "into", "the", "監視", "UPS")) == ("監視", "UPS")


def test_no_more_than_a_few_are_shown():
    assert shown_words(("一二", "三四", "五六", "七八", "九十")) == ("一二", "三四", "五六", "七八")
