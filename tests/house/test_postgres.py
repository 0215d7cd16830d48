"""The PostgreSQL of the tests."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def test_each_test_has_a_database_of_its_own(postgres_url: str) -> None:
    engine = create_async_engine(postgres_url)
    async with engine.begin() as connection:
        version = await connection.scalar(text("SHOW server_version"))
        tables = await connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
    await engine.dispose()
    assert version.startswith("18")
    assert tables == 0
