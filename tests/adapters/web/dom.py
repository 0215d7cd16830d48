"""The page as a browser parses it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

ALONE = {"meta", "link", "input", "br"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text, without that of the elements in it."""
        return "".join(child for child in self.children if isinstance(child, str))

    @property
    def all_text(self) -> str:
        return "".join(child if isinstance(child, str) else child.all_text for child in self.children)

    def every(self) -> list[Element]:
        return [self, *(inner for child in self.children if isinstance(child, Element) for inner in child.every())]

    def find(self, tag: str, **attributes: str) -> list[Element]:
        return [
            one for one in self.every() if one.tag == tag and all(one.attributes.get(name) == value for name, value in attributes.items())
        ]

    def fields(self) -> dict[str, str]:
        """What a form sends."""
        inputs = {one.attributes["name"]: one.attributes.get("value", "") for one in self.find("input") if "name" in one.attributes}
        return inputs | {one.attributes["name"]: one.text.removeprefix("\n") for one in self.find("textarea")}

    def form(self, action: str, button: str = "") -> dict[str, str]:
        """The fields of the first form with this action whose button says so."""
        forms = [form for form in self.find("form", action=action) if button in form.all_text]
        return forms[0].fields()


class Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("document", {})
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in ALONE:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parsed(html: str) -> Element:
    """The document; fails where a tag is not closed."""
    tree = Tree()
    tree.feed(html)
    tree.close()
    assert len(tree._open) == 1, f"<{tree._open[-1].tag}> is never closed"
    return tree.top
