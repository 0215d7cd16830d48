"""Alembic's environment. The connection and the tables come from `storage.upgrade`; there is no alembic.ini."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.types import UTC


def render(kind: str, thing: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Our own column types by name, with their import: Alembic would write `storage.types.UTC()` and import nothing."""
    if kind == "type" and isinstance(thing, UTC):
        autogen.imports.add("from storage.types import UTC")
        return "UTC()"
    return False


def run() -> None:
    given = context.config.attributes
    context.configure(
        connection=given["connection"],
        target_metadata=given["metadata"],
        version_table=given["version_table"],
        include_object=given["include_object"],
        render_item=render,
        render_as_batch=True,
        transactional_ddl=True,
        compare_server_default=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
