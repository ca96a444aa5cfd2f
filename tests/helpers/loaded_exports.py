"""Loads the modules and fonts of exports, in the process from which `forked_exports` forks."""

import importlib
import pkgutil

import pypdfium2  # noqa: F401 - loaded late by previews

import exports
from exports.pdf.fonts import typeface

for module in pkgutil.walk_packages(exports.__path__, "exports."):
    importlib.import_module(module.name)
typeface()
