"""The answer with which the words on what became of a problem begin, as they are typed in a row."""

from workshop_app.domain.action import ActionAnswer
from workshop_app.i18n import Texts

_SEPARATORS = "。、．.:：, \u3000"
"""What may stand between an answer and the rest of a status."""


def split_answer(words: Texts, became: str) -> tuple[ActionAnswer | None, str]:
    """Return the answer with which a status begins, and the rest; None if there is no answer."""
    for answer in ActionAnswer:
        word = words(f"last_time.problems.answer.{answer}")
        if became.startswith(word):
            return answer, became.removeprefix(word).lstrip(_SEPARATORS)
    return None, became
