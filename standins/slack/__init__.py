"""Slack on loopback: its Web API, its deliveries, and the people who use it.

async with Slack(clock) as slack:
    nurse = slack.person("U1")
    slack.listen_at("http://127.0.0.1:8080/slack/events")
    await nurse.says("woop")
    assert nurse.sees[-1].buttons == [...]
"""

from standins.slack.person import Person
from standins.slack.sight import Seen
from standins.slack.slack import Slack
from standins.slack.workspace import Message

__all__ = ["Message", "Person", "Seen", "Slack"]
