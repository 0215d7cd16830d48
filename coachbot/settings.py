"""The service's settings: `COACHBOT_…` variables, a `.env` file in the current folder, or files in `COACHBOT_SECRETS_DIR`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import BaseModel, Field, ModelWrapValidatorHandler, PrivateAttr, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NestedSecretsSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as SourceError

from coachbot import forms
from coachbot.forms import LOOPBACK, is_loopback, without_password
from coachbot.variables import unknown_names
from coaching.errors import SettingsError
from coaching.staff import Role

ENV_FILE = ".env"
ALL = "all"  # roles
OF_MEANS = ("COACHBOT_SMTP__", "COACHBOT_PAGING__", "COACHBOT_WATCHDOG__")


class Http(BaseModel):
    """Where the service listens, and the address people reach it at (none: the listening one)."""

    host: str = "127.0.0.1"
    port: int = Field(8080, ge=0, le=65535)
    public_url: str = ""


class Telegram(BaseModel):
    """The bot's token, where the Bot API is (no `/bot`), for webhook mode the public address and its secret, and the coaches' group."""

    token: SecretStr | None = None
    api_base: str = "https://api.telegram.org"
    webhook_secret: SecretStr | None = None
    webhook_url: str = ""
    coach_group: str = ""


class Slack(BaseModel):
    """Tokens of the Slack app; with `app_token` it uses Socket Mode, without it HTTP. `api_base` ends in `/api/`.

    `coach_channel` is the id of the channel in which coaches see who waits.
    """

    bot_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    app_token: SecretStr | None = None
    api_base: str = "https://slack.com/api/"
    coach_channel: str = ""


class Model(BaseModel):
    """The language model in its own process: whether there is one, the folder of another encoder than the shipped one, its kind of number.

    `fast` is the folder that `coachbot model export` writes to ("": one in the data folder); used with the kind "auto". `second` is the
    folder of a classifier for a second opinion.
    """

    on: bool = True
    path: str = ""
    dtype: Literal["auto", "float32", "bfloat16"] = "auto"
    fast: str = ""
    second: str = ""


class Llm(BaseModel):
    """A language model for phrasing, off while neither `path` (a folder) nor `url` (with its `model`) is set; and how often it is asked."""

    path: str = ""
    url: str = ""
    model: str = ""
    key: SecretStr | None = None
    calls_a_day: int = Field(2_000, ge=0)
    calls_a_conversation: int = Field(20, ge=0)

    @property
    def where(self) -> str:
        """local, address, or nothing while it is off."""
        return "local" if self.path else "address" if self.url else ""


class Oidc(BaseModel):
    """The identity provider through which staff sign in (its address, `https` but on this machine), and what we are to it."""

    issuer: str = ""
    client_id: str = ""
    client_secret: SecretStr | None = None


class Console(BaseModel):
    """Who signs in by a code and a number of an authenticator, and never by a code alone: roles, with commas between them, or `all`."""

    second_factor: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(each.strip().lower() for each in self.second_factor.split(",") if each.strip())

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role) if ALL in self.named else frozenset(each for each in Role if each.value in self.named)


class Smtp(BaseModel):
    """The mail server by which staff are told, off while there is no `host`; `port` 0 is the usual one for `tls`, `name` is the login."""

    host: str = ""
    port: int = Field(0, ge=0, le=65535)
    sender: str = ""
    name: str = ""
    password: SecretStr | None = None
    tls: Literal["starttls", "implicit", "none"] = "starttls"


class Paging(BaseModel):
    """The pager: an address that calls people, off while there is no `url`; the `secret` is sent in a header."""

    url: str = ""
    secret: SecretStr | None = None


class Watchdog(BaseModel):
    """Whom the watchdog writes to: e-mail addresses, with commas between them. It calls the pager too, where there is one."""

    to: str = ""

    @property
    def whom(self) -> tuple[str, ...]:
        return tuple(each.strip() for each in self.to.split(",") if each.strip())


class Settings(BaseSettings):
    """Everything that can be set. A default database is a file in the data folder (`data_folder`)."""

    model_config = SettingsConfigDict(
        env_prefix="COACHBOT_",
        env_nested_delimiter="__",
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
    )

    database_url: str = ""
    keys_url: str = ""
    master_key: SecretStr | None = None
    programme: Path | None = None
    log_level: str = "INFO"
    http: Http = Http()
    telegram: Telegram = Telegram()
    slack: Slack = Slack()
    llm: Llm = Llm()
    oidc: Oidc = Oidc()
    console: Console = Console()
    model: Model = Model()
    smtp: Smtp = Smtp()
    paging: Paging = Paging()
    watchdog: Watchdog = Watchdog()

    _unreadable: dict[str, str] = PrivateAttr(default_factory=dict)

    @property
    def unreadable(self) -> Mapping[str, str]:
        """Variables whose value has the wrong type, each with its sentence; the setting has its default instead."""
        return self._unreadable

    @model_validator(mode="wrap")
    @classmethod
    def _without_unreadable(cls, values: Any, handler: ModelWrapValidatorHandler[Settings]) -> Settings:
        """One bad value must not hide what else there is to say."""
        try:
            return handler(values)
        except ValidationError as error:
            told = error.errors(include_input=False, include_url=False)
        rest = deepcopy(values)
        for each in told:
            _leave_out(rest, each["loc"])
        made = handler(rest)
        made._unreadable = {_variable(each["loc"]): f"{_variable(each['loc'])} cannot be used: {each['msg']}." for each in told}
        return made

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


def _leave_out(values: Any, place: tuple[int | str, ...]) -> None:
    for part in place[:-1]:
        values = values.get(part) if isinstance(values, dict) else None
    if isinstance(values, dict):
        values.pop(place[-1], None)


def _variable(place: Iterable[int | str]) -> str:
    return "COACHBOT_" + "__".join(str(part) for part in place).upper()


def read_settings() -> Settings:
    """The settings as they stand, with what cannot be read left at its default (`problems` says what that is)."""
    try:
        return Settings()
    except SourceError as error:
        raise SettingsError(f"The settings cannot be read: {str(error).splitlines()[0]}. Write one variable for each value.") from None
    except (OSError, UnicodeDecodeError):
        where = f"{ENV_FILE} or a file in COACHBOT_SECRETS_DIR"
        raise SettingsError(f"The settings cannot be read: {where} is not UTF-8 text, or this user may not read it.") from None


def data_folder() -> Path:
    """Where databases and the development key are kept when nothing else is said."""
    return Path(os.environ.get("COACHBOT_DATA") or user_data_path("coachbot"))


def database_url(settings: Settings) -> str:
    return settings.database_url or f"sqlite:///{data_folder() / 'coachbot.db'}"


def keys_url(settings: Settings) -> str:
    return settings.keys_url or f"sqlite:///{data_folder() / 'keys.db'}"


def fast_folder(settings: Settings) -> Path:
    """Where the fast encoder is, once it has been exported."""
    return Path(settings.model.fast).expanduser() if settings.model.fast else data_folder() / "model"


def public_url(settings: Settings) -> str:
    """The address people reach the service at."""
    return settings.http.public_url.rstrip("/") or f"http://{settings.http.host}:{settings.http.port}"


def problems(settings: Settings) -> list[str]:
    """Everything about the settings that keeps the service from starting, a sentence each."""
    misspelt = unknown_names(Settings, Path(ENV_FILE))
    return [
        *misspelt,
        *settings.unreadable.values(),
        *_misformed(settings),
        *_platform_problems(settings),
        *_llm_problems(settings),
        *_oidc_problems(settings),
        *_console_problems(settings),
        *_half_means(settings),
        *_sandbox_problems(settings),
    ]


def means_problems(settings: Settings) -> list[str]:
    """What keeps mail and pager from being used, a sentence each; what else may be wrong keeps nobody from being called."""
    unreadable = [said for name, said in settings.unreadable.items() if name.startswith(OF_MEANS)]
    sandbox = _sandbox_problems(settings) if settings.programme is None else []
    return [*unreadable, *chain.from_iterable(_misformed_means(settings)), *_half_means(settings), *sandbox]


def _misformed(settings: Settings) -> list[str]:
    """Values that are of their type and yet cannot be meant."""
    http, telegram, slack = settings.http, settings.telegram, settings.slack
    told = [
        forms.database("COACHBOT_DATABASE_URL", database_url(settings)),
        forms.database("COACHBOT_KEYS_URL", keys_url(settings)),
        forms.log_level("COACHBOT_LOG_LEVEL", settings.log_level),
        forms.telegram_base("COACHBOT_TELEGRAM__API_BASE", telegram.api_base),
        forms.slack_base("COACHBOT_SLACK__API_BASE", slack.api_base),
    ]
    if http.public_url:
        told.append(forms.web_address("COACHBOT_HTTP__PUBLIC_URL", http.public_url, "https://coachbot.example.org"))
    if settings.llm.url:
        told.append(forms.language_model("COACHBOT_LLM__URL", settings.llm.url))
    told += _misformed_means(settings)
    if telegram.webhook_url:
        told.append(forms.webhook("COACHBOT_TELEGRAM__WEBHOOK_URL", telegram.webhook_url))
    told.append(_places(settings))
    secrets = [
        (forms.telegram_token, "COACHBOT_TELEGRAM__TOKEN", telegram.token),
        (forms.telegram_secret, "COACHBOT_TELEGRAM__WEBHOOK_SECRET", telegram.webhook_secret),
        (forms.slack_token, "COACHBOT_SLACK__BOT_TOKEN", slack.bot_token),
        (forms.slack_app_token, "COACHBOT_SLACK__APP_TOKEN", slack.app_token),
    ]
    told += [check(name, secret.get_secret_value()) for check, name, secret in secrets if secret is not None]
    return list(chain.from_iterable(told))


def _misformed_means(settings: Settings) -> list[Iterator[str]]:
    smtp, paging = settings.smtp, settings.paging
    told = [forms.mail_address("COACHBOT_WATCHDOG__TO", whom) for whom in settings.watchdog.whom]
    if smtp.host:
        told.append(forms.host("COACHBOT_SMTP__HOST", smtp.host))
    if smtp.sender:
        told.append(forms.mail_address("COACHBOT_SMTP__SENDER", smtp.sender))
    if paging.url:
        told.append(forms.pager("COACHBOT_PAGING__URL", paging.url))
    if paging.secret is not None:
        told.append(forms.header_secret("COACHBOT_PAGING__SECRET", paging.secret.get_secret_value()))
    return told


def _places(settings: Settings) -> Iterator[str]:
    """Where the coaches are."""
    if channel := settings.slack.coach_channel:
        yield from forms.slack_place("COACHBOT_SLACK__COACH_CHANNEL", channel)
    if group := settings.telegram.coach_group:
        yield from forms.telegram_group("COACHBOT_TELEGRAM__COACH_GROUP", group)


def _platform_problems(settings: Settings) -> list[str]:
    telegram, slack = settings.telegram, settings.slack
    found = []
    if telegram.webhook_url and telegram.webhook_secret is None:
        found.append("COACHBOT_TELEGRAM__WEBHOOK_URL is set without COACHBOT_TELEGRAM__WEBHOOK_SECRET: make a secret of 32 random letters.")
    if slack.bot_token is not None and slack.signing_secret is None and slack.app_token is None:
        found.append("COACHBOT_SLACK__BOT_TOKEN needs COACHBOT_SLACK__SIGNING_SECRET (HTTP) or COACHBOT_SLACK__APP_TOKEN (Socket Mode).")
    if slack.bot_token is None and (slack.signing_secret or slack.app_token):
        found.append("COACHBOT_SLACK__BOT_TOKEN is missing: copy it from the app's page OAuth & Permissions (it begins with xoxb-).")
    if telegram.coach_group and telegram.token is None:
        found.append("COACHBOT_TELEGRAM__COACH_GROUP is set without COACHBOT_TELEGRAM__TOKEN: nobody can write to that group.")
    if slack.coach_channel and slack.bot_token is None:
        found.append("COACHBOT_SLACK__COACH_CHANNEL is set without COACHBOT_SLACK__BOT_TOKEN: nobody can write to that channel.")
    return found


def _llm_problems(settings: Settings) -> list[str]:
    llm, found = settings.llm, []
    if llm.path and llm.url:
        found.append("COACHBOT_LLM__PATH and COACHBOT_LLM__URL are both set: keep the one that is meant, a folder or an address.")
    if llm.url and not llm.model:
        found.append("COACHBOT_LLM__URL is set without COACHBOT_LLM__MODEL: give it the model's name, as that address knows it.")
    if not llm.url and (llm.model or llm.key):
        found.append("COACHBOT_LLM__MODEL and COACHBOT_LLM__KEY are for an address: set COACHBOT_LLM__URL too, or take them away.")
    if llm.path and not (Path(llm.path).expanduser() / "config.json").is_file():
        found.append("COACHBOT_LLM__PATH is no folder with a model in it: there is no config.json that this user may read.")
    if llm.path and find_spec("transformers") is None:
        found.append("COACHBOT_LLM__PATH needs the package transformers, which is not installed: install it with torch, or use an address.")
    return found


def _oidc_problems(settings: Settings) -> list[str]:
    oidc = settings.oidc
    if not oidc.issuer:
        return [f"COACHBOT_OIDC__{name} is set without COACHBOT_OIDC__ISSUER: set the issuer's address too." for name in _set_of(oidc)[:1]]
    found = list(forms.web_address("COACHBOT_OIDC__ISSUER", oidc.issuer, "https://login.example.org"))
    if not found and oidc.issuer.startswith("http:") and not is_loopback(oidc.issuer):
        found.append("COACHBOT_OIDC__ISSUER is not https: who signs in could be anybody. Use the issuer's https address.")
    if not oidc.client_id:
        found.append("COACHBOT_OIDC__ISSUER is set without COACHBOT_OIDC__CLIENT_ID: copy it from where the client was registered.")
    return found


def _console_problems(settings: Settings) -> list[str]:
    unknown = [each for each in settings.console.named if each not in (ALL, *Role)]
    every = f"{', '.join(Role)}, or {ALL}"
    return [f"COACHBOT_CONSOLE__SECOND_FACTOR names {each}, which is no role: the roles are {every}." for each in unknown]


def _set_of(oidc: Oidc) -> list[str]:
    return [name for name, value in (("CLIENT_ID", oidc.client_id), ("CLIENT_SECRET", oidc.client_secret)) if value]


def _half_means(settings: Settings) -> list[str]:
    """Half of a means is none, and nobody would notice before it is needed."""
    smtp, found = settings.smtp, []
    if smtp.host and not smtp.sender:
        found.append("COACHBOT_SMTP__HOST is set without COACHBOT_SMTP__SENDER: give it the address that mail to staff comes from.")
    if not smtp.host and (smtp.sender or smtp.name or smtp.password or smtp.port):
        found.append("COACHBOT_SMTP__HOST is missing: name the mail server, or take the other COACHBOT_SMTP settings away.")
    if bool(smtp.name) != (smtp.password is not None):
        found.append("COACHBOT_SMTP__NAME and COACHBOT_SMTP__PASSWORD belong together: set both, or neither where there is no login.")
    if smtp.host and smtp.tls == "none" and smtp.host not in LOOPBACK:
        found.append("COACHBOT_SMTP__TLS is none, which is for a mail server on this machine alone: use starttls or implicit.")
    if settings.paging.secret is not None and not settings.paging.url:
        found.append("COACHBOT_PAGING__SECRET is set without COACHBOT_PAGING__URL: set the pager's address too, or take the secret away.")
    if settings.watchdog.whom and not smtp.host:
        found.append("COACHBOT_WATCHDOG__TO is set without COACHBOT_SMTP__HOST: name the mail server that takes its letters.")
    return found


def _sandbox_problems(settings: Settings) -> list[str]:
    if settings.programme is not None:
        return _programme_problems(settings)
    reached = platform_addresses(settings) | _other_addresses(settings)
    real = [name for name, url in reached.items() if not is_loopback(url)]
    if not real:
        return []
    return [
        f"COACHBOT_PROGRAMME is not set, so this is the sandbox, and the sandbox talks to nobody real ({', '.join(real)}): "
        "name a programme file with verified crisis lines, or point it at a loopback address."
    ]


def _other_addresses(settings: Settings) -> dict[str, str]:
    """What else the settings reach, and where."""
    host = settings.smtp.host
    mail = f"smtp://{f'[{host}]' if ':' in host else host}" if host else ""
    every = {"the language model": settings.llm.url, "the mail server": mail, "the pager": settings.paging.url}
    return {name: url for name, url in every.items() if url}


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
    """Every effective value by its variable's name, with secrets masked; what could not be read is left out."""
    flat: dict[str, str] = {}
    _flatten(settings.model_dump(), "COACHBOT", flat)
    flat["COACHBOT_DATABASE_URL"] = database_url(settings)
    flat["COACHBOT_KEYS_URL"] = keys_url(settings)
    return {name: without_password(value) for name, value in flat.items() if name not in settings.unreadable}


def _flatten(values: dict[str, object], prefix: str, flat: dict[str, str]) -> None:
    for name, value in values.items():
        key = f"{prefix}{'_' if prefix == 'COACHBOT' else '__'}{name.upper()}"
        if isinstance(value, dict):
            _flatten(value, key, flat)
        else:
            flat[key] = "" if value is None else str(value)
