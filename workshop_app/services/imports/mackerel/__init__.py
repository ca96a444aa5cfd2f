"""Reads a customer's set-up from files of mkr, of Mackerel's API, and of mackerel-agent.

`kinds` is the table of the kinds of files. Only known fields are stored, and each text passes
`scrub`.
"""
