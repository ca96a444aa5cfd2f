import random

import pytest

from workshop_app.search.scores import WordDocuments, summed_scores


def words_of(chance, count):
    """Return words of different frequency with their weights; some are in every document."""
    words = []
    for holding in (1, 5, 15, 16, 40, count, count):
        numbers = chance.sample(range(count), holding)
        documents = WordDocuments({n: chance.random() for n in numbers}, 1.0)
        words.append((documents, chance.random()))
    return words


@pytest.mark.parametrize("seed", range(5))
def test_scores_are_the_sums_of_the_products_of_the_weights(seed):
    words = words_of(random.Random(seed), 300)
    exact = [sum(w * d.weights.get(n, 0.0) for d, w in words) for n in range(300)]
    scores = summed_scores(words, 300)
    unit = sum(scores) / sum(exact)
    assert [each / unit for each in scores] == pytest.approx(exact, abs=1e-6)


def test_a_thousand_words_of_full_weight_do_not_spill_into_the_next_document():
    full = WordDocuments(dict.fromkeys((0, *range(2, 30)), 1.0), 1.0)
    first, second, third, *_ = summed_scores([(full, 1.0)] * 1_000, 31)
    assert first == third > second == 0


def test_without_words_each_score_is_0():
    assert summed_scores([], 3) == [0, 0, 0]
    nowhere = WordDocuments({}, 1.0)
    assert summed_scores([(nowhere, 1.0)], 3) == [0, 0, 0]
