"""Alive, and ready: what a watchdog asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from coachbot.phrasing import OFF
from coachbot.road import Road


class Parts(Protocol):
    """What can tell how it is."""

    def state(self) -> Mapping[str, Any]:
        """Facts for `/readyz`; a key "wrong" names what keeps the part from being ready."""
        ...


def routes(
    road: Road, schema: Callable[[], Awaitable[str]], platforms: Parts, understanding: Parts, heart: Parts, rota: Parts, hand_off: Parts
) -> list[Route]:
    """`/healthz`: the loop turns, nothing is touched. `/readyz`: the database answers, and how every part is."""

    async def ready(_request: Request) -> JSONResponse:
        told = await _told(road, schema, platforms, understanding, heart)
        told |= {"rota": dict(rota.state()), "means": dict(hand_off.state())}
        return JSONResponse(told, status_code=503 if told["wrong"] else 200)

    return [Route("/healthz", _alive), Route("/readyz", ready)]


async def _alive(_request: Request) -> JSONResponse:
    return JSONResponse({"alive": True})


async def _told(road: Road, schema: Callable[[], Awaitable[str]], platforms: Parts, understanding: Parts, heart: Parts) -> dict[str, Any]:
    wrong: list[str] = []
    parts: dict[str, Any] = {
        "programme": _programme(road),
        "understanding": dict(understanding.state()),
        "platforms": dict(platforms.state()),
        "heart": dict(heart.state()),
        "language_model": dict(OFF if road.mind.phraser is None else road.mind.phraser.state()),
    }
    try:
        backlog = await road.notebook.backlog()
        parts["database"] = {"schema": await schema()}
        parts["waiting"] = {"inbox": backlog.inbox, "outbox": backlog.outbox, "set_aside": backlog.set_aside}
        parts["cases"] = {"open": backlog.cases, "alerts_waiting": backlog.alerts}
    except Exception as error:  # whatever keeps the database from answering is the answer
        wrong.append(f"database: {type(error).__name__}")
    wrong.extend(f"{name}: {state['wrong']}" for name, state in platforms.state().items() if state.get("wrong"))
    return {"ready": not wrong, "wrong": wrong, **parts}


def _programme(road: Road) -> dict[str, Any]:
    programme = road.mind.programme
    return {"name": programme.name, "crisis_lines": "not verified" if programme.sandbox else "verified"}
