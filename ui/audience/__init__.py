"""The audience display: a window that can only paint an ``AudienceView``."""
