"""The current item of a facilitator's page, from which the audience's view is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_app.domain.record import Record
from workshop_app.domain.steps import Step

if TYPE_CHECKING:
    from workshop_app.domain.audience_view import (
        ShownAnswer,
        ShownStatement,
        SilentWritingView,
        SuggestedAnswer,
    )
    from workshop_app.domain.search_path import WhereToLook
    from workshop_app.domain.voice_counts import VoiceCounts

GROUND_RULES = "promises"
"""The section of Prepare that shows the ground rules."""
LAST_TIME = "last_time."
"""What a section of Prepare begins with that shows last time."""
THREAD = "thread"
"""The section of Sort that shows one problem in its first and its concrete wording."""
CLOSING = "closing"
"""The section of Wrap up that ends the workshop."""
PROBLEM_STEPS = (Step.LIST, Step.SORT, Step.CHOOSE, Step.SOLVE, Step.APPRAISE)
"""The steps whose views hold wordings of problems."""


class AudienceFocus(Record):
    """What the current page focuses on; None as `step` means that no step is shown.

    `record_id` is the question or problem, `number` the displayed number of a question.
    `statement`, `suggestions` and `answer` come from Solve, and `where` alone while the room
    searches; `section` is the section of Prepare, Sort or Wrap up, `writing` is set while everybody
    writes. `voices` are the counts of Appraise, `papers` the names of those that people take home.
    """

    step: Step | None = None
    record_id: str = ""
    number: int = 0
    statement: ShownStatement | None = None
    suggestions: tuple[SuggestedAnswer, ...] = ()
    answer: ShownAnswer | None = None
    where: WhereToLook | None = None
    section: str = ""
    writing: SilentWritingView | None = None
    voices: VoiceCounts | None = None
    papers: tuple[str, ...] = ()
