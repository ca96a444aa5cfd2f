"""Run by the Python of an installed app: prints as JSON what the app finds in its package."""

import json
import sys
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication

import exports
import icons
import ui
import workshop_app
from workshop_app.catalogue import loader
from workshop_app.package_files import documents_folder


def files(package: str, *folder: str, ending: str) -> list[Traversable]:
    place = resources.files(package).joinpath(*folder)
    return sorted((file for file in place.iterdir() if file.name.endswith(ending)), key=str)


def can_be_drawn(file: Traversable) -> bool:
    picture = QPixmap()
    return picture.loadFromData(QByteArray(file.read_bytes()), "SVG") and not picture.isNull()


def families(file: Traversable) -> list[str]:
    number = QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
    return QFontDatabase.applicationFontFamilies(number)


def readable(file: Traversable) -> bool:
    return bool(tomllib.loads(file.read_text(encoding="utf-8")))


app = QApplication([])
catalogue = loader.load()
facts = {
    "places": [module.__file__ for module in (exports, icons, ui, workshop_app)],
    "platform": QGuiApplication.platformName(),
    "icons": {file.name: can_be_drawn(file) for file in files("icons", ending=".svg")},
    "fonts": {file.name: families(file) for file in files("exports", "fonts", ending=".ttf")},
    "font licence": [file.name for file in files("exports", "fonts", ending=".txt")],
    "locales": {
        language: {
            file.name: readable(file)
            for file in files("workshop_app", "locale", language, ending=".toml")
        }
        for language in ("ja", "en")
    },
    "documents": [file.name for file in sorted(documents_folder().rglob("*.*"))],
    "solutions": sorted(catalogue.solutions),
    "faults": [str(fault) for fault in catalogue.faults],
}
json.dump(facts, sys.stdout)
