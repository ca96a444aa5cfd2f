"""Reading what a customer's Mackerel has set up: files of mkr, of the API, and of mackerel-agent.

Only facts on a list of allowed ones are taken over, and each kept text passes `scrub`.
"""
