"""Which documents contain which fields: the table that all output is compared with.

Each field of the records that may contain words has a line. A document with ``~`` contains some of
them: only those that belong into it. A field must not occur in documents that are not listed.
"""

CARRIED: dict[str, str] = {
    "customer.name": (
        "agenda worksheets handout summary follow_up became_of then_now mail workshop workshop_full"
    ),
    "customer.honorific": (
        "agenda worksheets handout summary follow_up became_of then_now mail workshop workshop_full"
    ),
    "customer.industry": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "customer.architecture": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "customer.private_note": "record workshop_full",
    "workshop.title": (
        "agenda worksheets handout summary follow_up record workbook workbook_internal calendar "
        "mail workshop workshop_full"
    ),
    "workshop.place": "agenda summary record mail workshop workshop_full",
    "workshop.facilitator": (
        "agenda worksheets handout summary dossier mail_team follow_up became_of then_now record "
        "mail workshop workshop_full"
    ),
    "workshop.method_reason": "record workshop workshop_full",
    "workshop.next_place": (
        "handout summary follow_up record calendar mail workshop workshop_full"
    ),
    "workshop.next_note": (
        "agenda handout summary follow_up record calendar mail workshop workshop_full"
    ),
    "workshop.private_note": "record workshop_full",
    "workshop.own_kind": "workshop workshop_full",
    "workshop.heard": "record workshop_full",
    "workshop.consent": "record workshop_full",
    "workshop.expectation_words": "record workshop_full",
    "workshop.next_reason": "record workshop_full",
    "workshop.key_message": "summary record mail workshop workshop_full",
    "workshop.ground_rules": "agenda record workshop workshop_full",
    "workshop.dismissed": "workshop workshop_full",
    "participants.name": (
        "handout summary follow_up became_of~ then_now record actions answers~ workbook "
        "workbook_internal calendar mail workshop workshop_full"
    ),
    "participants.reading": "workshop workshop_full",
    "participants.honorific": (
        "handout summary follow_up became_of~ then_now record actions answers~ workbook "
        "workbook_internal calendar mail workshop workshop_full"
    ),
    **dict.fromkeys(
        ("participants.job", "participants.team"),
        "summary dossier~ mail_team~ record requests~ workbook_internal~ issues~ mail workshop "
        "workshop_full",
    ),
    "participants.email": "mail workshop_full",
    "participants.can_do_alone": "handout record mail workshop workshop_full",
    "participants.thanks": "handout mail workshop workshop_full",
    "participants.private_note": "record workshop_full",
    **dict.fromkeys(
        ("answers.question", "answers.text"),
        "summary record answers workbook_internal mail workshop workshop_full",
    ),
    "themes.name": "handout record problems workbook workbook_internal mail workshop workshop_full",
    "problems.first_wording": (
        "handout summary dossier~ mail_team~ then_now~ follow_up~ became_of~ record problems "
        "outcomes~ requests~ actions~ votes~ workbook workbook_internal issues~ calendar~ mail "
        "workshop workshop_full"
    ),
    "problems.wording": (
        "handout summary dossier~ mail_team~ then_now~ record problems outcomes "
        "requests~ actions~ votes workbook workbook_internal issues~ calendar~ mail workshop "
        "workshop_full"
    ),
    "problems.not_ours_reason": (
        "handout summary dossier mail_team record outcomes workbook workbook_internal mail "
        "workshop workshop_full"
    ),
    "problems.discussion": (
        "dossier~ mail_team~ record problems workbook workbook_internal issues~ workshop "
        "workshop_full"
    ),
    "problems.private_note": "record workshop_full",
    "cards.title": (
        "handout~ summary~ record~ outcomes~ workbook~ workbook_internal~ mail~ workshop "
        "workshop_full"
    ),
    "cards.text": (
        "handout summary record outcomes workbook workbook_internal mail workshop workshop_full"
    ),
    "cards.search_words": (
        "handout record~ outcomes workbook workbook_internal mail workshop workshop_full"
    ),
    "requests.title": (
        "handout summary dossier mail_team follow_up became_of~ record outcomes requests workbook "
        "workbook_internal issues mail workshop workshop_full"
    ),
    "requests.why": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.situation": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.impact": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.workaround": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.good_enough": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.wished_how": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.own_words": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "requests.shortfall": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "news.direction": "record workshop_full",
    "news.architecture": "record workshop_full",
    "news.reason": "record workshop_full",
    "news.until_then": "record workshop_full",
    "news.may_be_told": (
        "handout summary dossier mail_team follow_up became_of then_now record outcomes requests "
        "workbook workbook_internal mail workshop workshop_full"
    ),
    "news.address": "record workshop workshop_full",
    "appraisals.who_ground": (
        "dossier~ mail_team~ record requests~ workbook_internal~ issues~ workshop workshop_full"
    ),
    "appraisals.concrete_ground": (
        "dossier~ mail_team~ record requests~ workbook_internal~ issues~ workshop workshop_full"
    ),
    "appraisals.ours_ground": (
        "dossier~ mail_team~ record requests~ workbook_internal~ issues~ workshop workshop_full"
    ),
    "appraisals.now_ground": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "appraisals.alternative_ground": (
        "dossier~ mail_team~ record requests~ workbook_internal~ issues~ workshop workshop_full"
    ),
    "appraisals.general_ground": (
        "dossier mail_team record requests workbook_internal issues workshop workshop_full"
    ),
    "appraisals.override_reason": (
        "handout summary dossier mail_team record outcomes requests workbook workbook_internal "
        "issues mail workshop workshop_full"
    ),
    "appraisals.override_by": "dossier mail_team record issues workshop workshop_full",
    "appraisals.private_note": "record workshop_full",
    "actions.text": (
        "handout summary follow_up then_now record actions workbook workbook_internal calendar "
        "mail workshop workshop_full"
    ),
    "actions.owner_name": (
        "handout summary dossier~ mail_team~ follow_up then_now record actions workbook "
        "workbook_internal calendar mail workshop workshop_full"
    ),
    "problems.became": (
        "handout summary then_now problems workbook workbook_internal mail workshop workshop_full"
    ),
    "cards.owner_name": (
        "handout summary then_now outcomes workbook workbook_internal mail workshop workshop_full"
    ),
    "cards.link": (
        "handout summary then_now outcomes workbook workbook_internal mail workshop workshop_full"
    ),
    "actions.answer_note": (
        "then_now mail actions workbook workbook_internal workshop workshop_full"
    ),
    "pointers.title": "handout mail workshop workshop_full",
    "pointers.address": "handout mail workshop workshop_full",
    "can_do.text": "then_now mail workshop workshop_full",
    "searches.words": "dossier~ mail_team~ record issues~ workshop workshop_full",
}
IN_ENGLISH = {
    **dict.fromkeys(("customer.honorific", "participants.honorific"), "workshop workshop_full"),
    "problems.discussion": (
        "record problems workbook workbook_internal issues~ workshop workshop_full"
    ),
}
"""Lines that differ in English, which prints no 様 and no 御中, and whose words are longer."""
