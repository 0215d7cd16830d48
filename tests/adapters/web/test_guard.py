"""What every answer carries, and what is refused."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from bot.adapters.web.page import LABELS, Pages
from coaching.errors import ContentError
from tests.adapters.web.dom import parsed
from tests.adapters.web.hostile import HOSTILE
from tests.adapters.web.world import World, labels

PACKAGE = files("bot.adapters.web")
ACTIVE = {"script", "img", "svg", "iframe", "object", "embed", "video", "audio", "style", "base", "math", "marquee", "body", "link", "meta"}


def strictness(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


@pytest.mark.parametrize("path", ["/", "/talk", "/events", "/back", "/static/page.css", "/static/chat.css", "/static/chat.js"])
def test_every_answer_carries_the_headers(path: str) -> None:
    headers = World().browser().get(path).headers
    policy = strictness(headers["content-security-policy"])
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == ("no-cache" if path.startswith("/static/") else "no-store")


def test_the_cookie_ends_with_the_browser() -> None:
    cookie = World().browser().get("/").headers["set-cookie"]
    assert re.fullmatch(r"visit=[A-Z0-9]{32}; HttpOnly; Path=/; SameSite=lax", cookie)


def test_over_https_the_cookie_is_bound_to_the_host() -> None:
    world = World("https://coach.example")
    client = world.browser()
    response = client.get("/")
    assert re.fullmatch(r"__Host-visit=[A-Z0-9]{32}; HttpOnly; Path=/; SameSite=lax; Secure", response.headers["set-cookie"])
    assert response.headers["strict-transport-security"]
    client.get("/")
    assert len(world.visits.held) == 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://testserver.evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://testserver", "sec-fetch-site": "cross-site"}, 403),
        ({}, 303),
    ],
)
def test_a_form_on_another_site_does_nothing(headers: dict[str, str], status: int) -> None:
    world = World()
    client = world.browser()
    client.get("/")
    del client.headers["sec-fetch-site"]
    assert client.post("/say", data={"text": "hello"}, headers=headers).status_code == status
    assert len(world.texts) == (1 if status == 303 else 0)


def test_behind_a_proxy_the_public_address_is_ours() -> None:
    world = World("https://coach.example")
    client = world.browser()
    client.get("/")
    del client.headers["sec-fetch-site"]
    assert (
        client.post("/say", data={"text": "hello"}, headers={"origin": "https://coach.example", "host": "127.0.0.1:8080"}).status_code
        != 403
    )


def test_a_look_from_a_monitor_begins_nothing() -> None:
    world = World()
    assert world.browser().head("/").status_code == 200
    assert not world.visits.held


@pytest.fixture(scope="module")
def crowded() -> World:
    """One world for all of them."""
    return World()


@pytest.mark.shows("E3", side="the browser chat")
@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(crowded: World, words: str) -> None:
    """Said, pressed, refused, kept in the page or spoken by a coach's name: nothing in it runs."""
    client = crowded.browser(words)
    page = parsed(client.get("/").text)
    client.post("/say", data=page.form("/say") | {"text": words})
    client.post("/press", data={"label": words, "choice": words, "question": words})
    crowded.road.add(list(crowded.persons())[-1], words, words)
    pages = [
        client.get("/"),
        client.get("/talk"),
        client.post("/say", data={"text": words + "w" * 4_000}),
        client.get("/", params={"lines": words}),
    ]
    client.post("/leave")
    pages += [client.post("/say", data={"text": words}), client.post("/back", data={"code": words, "draft": words})]
    for response in pages:
        assert executable(response.text) == []


def executable(html: str) -> list[str]:
    """Whatever would run or fetch, apart from the page's own script, style and icon."""
    own = {"/static/chat.js", "/static/page.css", "/static/chat.css", "/static/icon.svg"}
    page = parsed(html)
    found = [one for one in page.every() if one.tag in ACTIVE and one.attributes.get("src", one.attributes.get("href")) not in own]
    found = [one for one in found if one.tag not in ("body", "meta") or set(one.attributes) - {"charset", "name", "content", "http-equiv"}]
    handlers = [
        name for one in page.every() for name in one.attributes if name.startswith("on") or name in ("style", "srcdoc", "formaction")
    ]
    links = [one.attributes["href"] for one in page.find("a") if not re.fullmatch(r"/(back|\?lines=\d+)?|#end", one.attributes["href"])]
    return [one.tag for one in found] + handlers + links


def test_the_corpus_would_be_noticed() -> None:
    assert len(HOSTILE) >= 100
    assert executable("<p onclick='x()'>a</p>") == ["onclick"]
    assert executable("<script>alert(1)</script>") == ["script"]
    assert executable("<a href='javascript:alert(1)'>a</a>") == ["javascript:alert(1)"]


def test_templates_hold_no_script_no_style_and_no_sentence() -> None:
    for template in (PACKAGE / "templates").iterdir():
        html = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", template.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", html)
        assert not re.search(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", "", html)), template.name


def test_every_label_is_used_and_every_used_label_is_there() -> None:
    sources = [source.read_text("utf-8") for source in (PACKAGE / "templates").iterdir()] + [
        (PACKAGE / name).read_text("utf-8") for name in ("app.py", "page.py")
    ]
    used = {f"web.{name}" for source in sources for name in re.findall(r'say\("([a-z_.]+)"', source)}
    named = {
        f"web.{name}" for source in sources for name in re.findall(r'"((?:back\.|hidden\.|too_|not_)[a-z_]+|elsewhere|you|bot)"', source)
    }
    assert used <= LABELS
    assert used | named | {"web.back.title", "web.back.about", "web.hidden.title", "web.hidden.about"} >= LABELS
    assert set(labels()) == LABELS


def test_a_missing_label_is_named() -> None:
    with pytest.raises(ContentError, match=r"web\.send"):
        Pages(dict.fromkeys(LABELS - {"web.send"}, "x"), [], "en-GB", [])


def test_the_script_is_small() -> None:
    assert len((PACKAGE / "static/chat.js").read_text("utf-8").splitlines()) <= 80
