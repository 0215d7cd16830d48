"""The model at an address: what goes over the wire, and what does not."""

from __future__ import annotations

import asyncio
import logging

import pytest

from coachbot.language.address import AddressModel
from coaching.errors import NoWords
from coaching.phrasing import Prompt
from standins.llm import KEY, MODEL, LanguageStandIn
from standins.llm.server import Way
from tests.phrasing.world import reached

PROMPT = Prompt("Write one line.", "<words>\nI feel tired\n</words>", 60)


async def test_one_request_with_the_prompt_the_model_and_the_key_and_nothing_else() -> None:
    async with LanguageStandIn() as model:
        client = reached(model)
        assert await client.complete(PROMPT, 5) == "It sounds as if tired matters to you."
        await client.close()
        (asked,) = model.asked
        assert (asked.system, asked.ask, asked.key) == (PROMPT.system, PROMPT.ask, KEY)
        assert asked.sent.keys() == {"model", "messages", "max_tokens", "temperature", "n", "stream"}
        assert (asked.sent["model"], asked.sent["max_tokens"], asked.sent["stream"]) == (MODEL, 60, False)


@pytest.mark.parametrize("url", ["{url}", "{url}/", "{url}/chat/completions"])
async def test_the_address_may_be_written_in_its_usual_ways(url: str) -> None:
    async with LanguageStandIn() as model:
        client = AddressModel(url.format(url=model.url), MODEL, KEY, local=True)
        assert await client.complete(PROMPT, 5)
        await client.close()


async def test_a_key_that_is_refused_is_said_so_without_the_key(caplog: pytest.LogCaptureFixture) -> None:
    async with LanguageStandIn() as model:
        client = AddressModel(model.url, MODEL, "sk-wrong", local=True)
        with caplog.at_level(logging.DEBUG), pytest.raises(NoWords, match="status 401") as raised:
            await client.complete(PROMPT, 5)
        await client.close()
        assert "sk-wrong" not in f"{caplog.text}{raised.value!r}{client!r}"
        assert "tired" not in f"{caplog.text}{raised.value!r}"


async def test_nobody_there_is_said_by_its_kind() -> None:
    async with LanguageStandIn() as model:
        client = reached(model)
        await model.down()
        with pytest.raises(NoWords, match="ClientConnectorError"):
            await client.complete(PROMPT, 5)
        await model.up()
        assert await client.complete(PROMPT, 5)
        await client.close()


async def test_a_huge_answer_is_not_read_to_its_end() -> None:
    async with LanguageStandIn() as model:
        model.way = Way.HUGE
        client = reached(model)
        async with asyncio.timeout(2):
            with pytest.raises(NoWords, match="too large"):
                await client.complete(PROMPT, 5)
        await client.close()


async def test_a_redirect_is_not_followed() -> None:
    async with LanguageStandIn() as model:
        model.way = Way.ELSEWHERE
        client = reached(model)
        with pytest.raises(NoWords, match="status 307"):
            await client.complete(PROMPT, 5)
        await client.close()
        assert model.led_away == []


async def test_the_proxy_of_the_machine_is_used_but_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    async with LanguageStandIn() as model, LanguageStandIn() as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        here = reached(model)
        assert await here.complete(PROMPT, 5)
        await here.close()
        assert (len(model.asked), len(proxy.asked)) == (1, 0)
        elsewhere = AddressModel("http://llm.example/v1", MODEL, KEY, local=False)
        assert await elsewhere.complete(PROMPT, 5)  # the stand-in takes the place of a proxy, and answers itself
        await elsewhere.close()
        assert len(proxy.asked) == 1
