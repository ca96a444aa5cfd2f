"""The system is asked once to keep the display on; unsupported systems are ignored."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.window.awake import Awake

ROOT = Path(__file__).resolve().parents[3]

SAVER = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, ClassInfo, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from ui.window.awake import Awake

NAME = "org.freedesktop.ScreenSaver"
app = QCoreApplication([])
asked = []

@ClassInfo({"D-Bus Interface": NAME})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, program, why):
        asked.append((program, why))
        return 7

saver = Saver()
bus = QDBusConnection.sessionBus()
assert bus.registerService(NAME)
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver,
                          QDBusConnection.RegisterOption.ExportAllSlots)
before = set(bus.interface().call("ListNames").arguments()[0])
awake = Awake()
awake.set_on(True, "a workshop")

def own_connections():
    return set(bus.interface().call("ListNames").arguments()[0]) - before

def look():
    if not asked:
        QTimer.singleShot(50, look)
        return
    print(asked, len(own_connections()))
    awake.set_on(False)
    end()

def end():
    if own_connections():
        QTimer.singleShot(50, end)
        return
    print(0)
    app.quit()

look()
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a message bus")
def test_a_desktop_is_asked_over_its_message_bus_and_let_go():
    command = ["dbus-run-session", "--", sys.executable, "-c", SAVER]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.stdout.split("\n")[:2] == ["[('Workshop App', 'a workshop')] 1", "0"], done.stderr


def test_it_is_asked_only_when_it_changes():
    told = []

    def hold(why):
        told.append(f"on {why}")
        return lambda: told.append("off")

    awake = Awake(hold)
    for on in (False, True, True, False, False, True):
        awake.set_on(on, "w")
    assert told == ["on w", "off", "on w"]


@pytest.mark.parametrize("fault", [OSError, AttributeError, ImportError])
def test_a_system_that_does_not_offer_it_is_no_fault(fault):
    def hold(_why):
        raise fault

    awake = Awake(hold)
    awake.set_on(True)
    awake.set_on(False)


def test_without_a_message_bus_nothing_happens(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    awake = Awake()
    awake.set_on(True, "w")
    awake.set_on(False)
