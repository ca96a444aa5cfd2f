"""A form takes kinds and privacy of its fields from the record, and saves each by itself."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.helpers.sessions import create_workshop, new_session
from ui.forms.form import FieldText, Form, by_command
from ui.widgets.date_field import DateField
from ui.widgets.labelled_field import LabelledField
from ui.widgets.time_field import TimeField
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.services.commands.participants import AddParticipants, EditParticipant
from workshop_app.services.commands.workshops import EditWorkshop

TEXTS = {
    "title": FieldText("題名", "例"),
    "date": FieldText("日付"),
    "start_time": FieldText("開始"),
    "private_note": FieldText("メモ", lines=(2, 4)),
}


class Window:
    """Executes the commands of a form, or refuses them."""

    refuses = False

    def __init__(self, session):
        self.session = session

    def execute(self, command):
        if self.refuses:
            return None
        self.session.execute(command)
        return command


@pytest.fixture
def window(qtbot, tmp_path):
    session = new_session(tmp_path / "store.db")
    create_workshop(session)
    return Window(session)


@pytest.fixture
def form(qtbot, window):
    made = Form(Workshop, TEXTS, by_command(window, EditWorkshop))
    holder = QWidget()
    column = QVBoxLayout(holder)
    for field in made.fields.values():
        column.addWidget(field)
    qtbot.addWidget(holder)
    made.holder = holder
    made.show_record(window.session.state.workshop)
    return made


def type_into(form, name, text):
    form.fields[name].field.selectAll()
    form.fields[name].field.insertPlainText(text)


def test_kinds_and_privacy_come_from_the_record(form):
    kinds = {name: type(field) for name, field in form.fields.items()}
    assert kinds == dict(
        zip(TEXTS, (LabelledField, DateField, TimeField, LabelledField), strict=True)
    )
    assert [name for name, field in form.fields.items() if field.is_area] == ["private_note"]
    private = [name for name, field in form.fields.items() if field.private]
    assert private == ["private_note"]
    assert form.fields["title"].field.accessibleName() == "題名"


def test_each_field_is_saved_by_itself_and_shown_again(form, window):
    for name, text in zip(TEXTS, ("会", "2030-05-06", "9:30", "一行目\n二行目"), strict=True):
        type_into(form, name, text)
    assert form.commit()
    workshop = window.session.state.workshop
    saved = [getattr(workshop, name) for name in TEXTS]
    assert saved == ["会", "2030-05-06", "09:30", "一行目\n二行目"]
    form.show_record(workshop)
    assert form.fields["title"].text() == "会"


def test_a_text_that_is_refused_stays_and_keeps_the_form(form, window):
    type_into(form, "date", "いつか")
    assert not form.commit()
    assert form.fields["date"].error
    assert window.session.state.workshop.date != "いつか"


def test_what_was_typed_is_saved_before_another_record_is_shown(qtbot, window):
    window.execute(AddParticipants(("青木", "馬場"), ("", ""), ("", "")))
    first, second = window.session.state.participants
    form = Form(Participant, {"team": FieldText("所属")}, by_command(window, EditParticipant))
    qtbot.addWidget(form.fields["team"])
    form.show_record(first)
    type_into(form, "team", "基盤")
    form.show_record(second)
    assert form.fields["team"].text() == ""
    assert [who.team for who in window.session.state.participants] == ["基盤", ""]


def test_a_command_that_is_refused_is_told(form, window):
    assert form.save("title", "会")
    window.refuses = True
    assert not form.save("title", "別の会")


def test_a_record_may_be_named_otherwise_or_be_absent(qtbot, window):
    saved = []

    def save(record, name, value):
        saved.append((record, name, value))
        return True

    form = Form(Workshop, {"title": FieldText("題名")}, save)
    field = form.fields["title"]
    qtbot.addWidget(field)
    form.show_record(window.session.state.workshop, "一")
    type_into(form, "title", "会")
    form.show_record(None)
    assert saved == [("一", "title", "会")]
    assert field.text() == ""


def test_values_that_are_saved_together_are_typed_and_brought_back(qtbot):
    form = Form(Workshop, {"title": FieldText("題名"), "date": FieldText("日付")})
    for field in form.fields.values():
        qtbot.addWidget(field)
    form.begin({"title": "会", "date": "2030-05-06"})
    assert form.commit()
    assert form.typed() == {"title": "会", "date": "2030-05-06"}
    type_into(form, "date", "いつか")
    assert not form.commit()
    typed = form.typed()
    form.begin({})
    assert form.typed() == {"title": "", "date": ""}
    form.bring_back(typed)
    assert form.typed() == {"title": "会", "date": "いつか"}
    assert not form.commit()
    assert not any(field.objectName() for field in form.fields.values())
