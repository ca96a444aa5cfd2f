"""Facts: what follows from the records of a workshop, counted and judged in one place.

Each is a function of the snapshot, by subject. Screens, papers, files and the audience display
state facts and neither count nor judge, so that no two of them can differ.
"""
