"""What several pages share: the page base, the window's API, panels, queues, papers."""
