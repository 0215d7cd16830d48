"""The service's settings: `COACHBOT_…` variables, a `.env` file in the current folder, or files in `COACHBOT_SECRETS_DIR`."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import BaseModel, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NestedSecretsSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from coaching.errors import SettingsError

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Http(BaseModel):
    """Where the service listens, and the address people reach it at (none: the listening one)."""

    host: str = "127.0.0.1"
    port: int = Field(8080, ge=0, le=65535)
    public_url: str = ""


class Telegram(BaseModel):
    """The bot's token, where the Bot API is (no `/bot`), and for webhook mode the public address and its secret."""

    token: SecretStr | None = None
    api_base: str = "https://api.telegram.org"
    webhook_secret: SecretStr | None = None
    webhook_url: str = ""


class Slack(BaseModel):
    """Tokens of the Slack app; with `app_token` it uses Socket Mode, without it HTTP. `api_base` ends in `/api/`."""

    bot_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    app_token: SecretStr | None = None
    api_base: str = "https://slack.com/api/"


class Settings(BaseSettings):
    """Everything that can be set. A default database is a file in the data folder (`data_folder`)."""

    model_config = SettingsConfigDict(
        env_prefix="COACHBOT_", env_nested_delimiter="__", env_file=".env", env_file_encoding="utf-8", extra="ignore"
    )

    database_url: str = ""
    keys_url: str = ""
    master_key: SecretStr | None = None
    programme: Path | None = None
    log_level: str = "INFO"
    http: Http = Http()
    telegram: Telegram = Telegram()
    slack: Slack = Slack()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        folder = os.environ.get("COACHBOT_SECRETS_DIR")
        if folder is None:
            return init_settings, env_settings, dotenv_settings
        files = NestedSecretsSettingsSource(file_secret_settings, secrets_dir=folder, secrets_nested_delimiter="__", env_prefix="")
        return init_settings, env_settings, dotenv_settings, files


def read_settings() -> Settings:
    """The settings as they stand. SettingsError lists every one that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_sentence(problem) for problem in error.errors(include_input=False))) from None


def _sentence(problem: object) -> str:
    assert isinstance(problem, dict)
    name = "COACHBOT_" + "__".join(str(part) for part in problem["loc"]).upper()
    return f"{name} cannot be used: {problem['msg']}."


def data_folder() -> Path:
    """Where databases and the development key are kept when nothing else is said."""
    return Path(os.environ.get("COACHBOT_DATA") or user_data_path("coachbot"))


def database_url(settings: Settings) -> str:
    return settings.database_url or f"sqlite:///{data_folder() / 'coachbot.db'}"


def keys_url(settings: Settings) -> str:
    return settings.keys_url or f"sqlite:///{data_folder() / 'keys.db'}"


def public_url(settings: Settings) -> str:
    """The address people reach the service at."""
    return settings.http.public_url.rstrip("/") or f"http://{settings.http.host}:{settings.http.port}"


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine."""
    return (urlsplit(url).hostname or "") in LOOPBACK


def problems(settings: Settings) -> list[str]:
    """Everything about the settings that keeps the service from starting, a sentence each."""
    return [*_platform_problems(settings), *_sandbox_problems(settings)]


def _platform_problems(settings: Settings) -> list[str]:
    telegram, slack = settings.telegram, settings.slack
    found = []
    if telegram.webhook_url and telegram.webhook_secret is None:
        found.append("COACHBOT_TELEGRAM__WEBHOOK_URL is set without COACHBOT_TELEGRAM__WEBHOOK_SECRET: make a secret of 32 random letters.")
    if slack.bot_token is not None and slack.signing_secret is None and slack.app_token is None:
        found.append("COACHBOT_SLACK__BOT_TOKEN needs COACHBOT_SLACK__SIGNING_SECRET (HTTP) or COACHBOT_SLACK__APP_TOKEN (Socket Mode).")
    if slack.bot_token is None and (slack.signing_secret or slack.app_token):
        found.append("COACHBOT_SLACK__BOT_TOKEN is missing: copy it from the app's page OAuth & Permissions (it begins with xoxb-).")
    if not slack.api_base.endswith("/"):
        found.append("COACHBOT_SLACK__API_BASE ends in /api/, with the last stroke.")
    return found


def _sandbox_problems(settings: Settings) -> list[str]:
    if settings.programme is not None:
        return _programme_problems(settings)
    real = [name for name, url in platform_addresses(settings).items() if not is_loopback(url)]
    if not real:
        return []
    return [
        f"COACHBOT_PROGRAMME is not set, so this is the sandbox, and the sandbox talks to nobody real ({', '.join(real)}): "
        "name a programme file with verified crisis lines, or point the platform at a loopback address."
    ]


def _programme_problems(settings: Settings) -> list[str]:
    if settings.master_key is not None:
        return []
    return ["COACHBOT_MASTER_KEY is not set: a programme needs a key of its own (32 random bytes in base64; `openssl rand -base64 32`)."]


def platform_addresses(settings: Settings) -> dict[str, str]:
    """The platforms in use and where they are reached."""
    used = {}
    if settings.telegram.token is not None:
        used["Telegram"] = settings.telegram.api_base
    if settings.slack.bot_token is not None:
        used["Slack"] = settings.slack.api_base
    return used


def shown(settings: Settings) -> dict[str, str]:
    """Every effective value by its variable's name, with secrets masked."""
    flat: dict[str, str] = {}
    _flatten(settings.model_dump(), "COACHBOT", flat)
    flat["COACHBOT_DATABASE_URL"] = _without_password(database_url(settings))
    flat["COACHBOT_KEYS_URL"] = _without_password(keys_url(settings))
    return flat


def _flatten(values: dict[str, object], prefix: str, flat: dict[str, str]) -> None:
    for name, value in values.items():
        key = f"{prefix}{'_' if prefix == 'COACHBOT' else '__'}{name.upper()}"
        if isinstance(value, dict):
            _flatten(value, key, flat)
        else:
            flat[key] = "" if value is None else str(value)


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return url.replace(f":{parts.password}@", ":**********@") if parts.password else url
