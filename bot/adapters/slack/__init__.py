"""Slack: direct messages with the app, its home, modals, a slash command and shortcuts, over HTTP or Socket Mode."""
