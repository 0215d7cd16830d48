"""Slack as a test or a newcomer uses it: a workspace with people."""

from __future__ import annotations

from standins.slack.person import Person
from standins.slack.server import Server
from standins.slack.workspace import BOT_USER


class Slack(Server):
    """Start with `async with`. `listen_at` names the app's URL; without one, deliveries go over Socket Mode.

    What can go wrong: `chaos` (calls of the Web API), `sockets` (connections), `pause`/`resume`, `outage`/`back`,
    `api.deduplicates`, `api.keeps_metadata`, `archive`, `deactivate`, `sign_out`.
    """

    def person(self, user: str, name: str = "", kind: str = "") -> Person:
        """Somebody in the workspace; `kind`: guest, connect (of another workspace) or bot."""
        self.space.users.setdefault(user, name or user.lower())
        if kind:
            self.space.kinds[user] = kind
        return Person(self, user)

    def channel(self, name: str, *people: Person) -> str:
        """A public channel (C…) or group message (G…) with the app and these people in it."""
        return self.space.channel(name, BOT_USER, *(person.id for person in people)).id

    def deactivate(self, person: Person) -> None:
        """The person's account is closed."""
        self.space.inactive.add(person.id)
