"""A record of the program's behaviour, to compare one commit with another.

``python -m tests.behaviour record --out DIR`` plays whole workshops by keys in both languages and
writes what they leave and show as files; two runs of one commit write the same bytes.
``python -m tests.behaviour compare OLD NEW`` summarises how two such folders differ.

A refactoring is expected to change nothing, another change only what it names:

1. Before the change: ``record --out before``.
2. After it: ``record --out after`` and ``compare before after``. Each difference is either what the
   change is for, or a mistake.

For an earlier commit, copy this folder into a checkout of it and record there. All imports from the
rest of the tests and the program are in ``stage.py``, ``runs.py`` and ``results.py``.

A record has a folder per run and language:

- ``log.txt``: the action log, kinds and changed rows
- ``workshop.json``: the workshop file with private fields
- ``papers``: for each file of each document its digest, its text without line breaks, and its pages
- ``written.txt``: digests of the files that the window wrote itself
- ``steps``: after each key the page, focus, visible texts, audience texts and the accessible tree
- ``screens``, ``audience``: after each key what is painted
"""
