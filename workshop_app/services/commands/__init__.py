"""Commands by noun: everything a user can do to a workshop, each run by `Session.execute`."""
