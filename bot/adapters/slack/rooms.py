"""The direct message with each person: Slack names it when asked, and always the same."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient


class Rooms:
    """Person → direct message, asked once."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: dict[str, str] = {}

    def seen(self, person: str, place: str) -> None:
        """A delivery has named it."""
        self._known[person] = place

    async def of(self, person: str) -> str:
        """The direct message with this person; raises what the client raises."""
        if person not in self._known:
            answer = await self._client.conversations_open(users=[person])
            self._known[person] = str(answer["channel"]["id"])
        return self._known[person]
