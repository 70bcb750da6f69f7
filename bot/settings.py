"""Environment to frozen settings, checked once. The only place that reads the environment."""

from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.errors import SettingsError

_HOME = Path(__file__).parent.parent


class Settings(BaseSettings):
    """Every setting, with the name JOURFIX_<NAME> in the environment or in a file `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="JOURFIX_", env_file=".env", frozen=True, extra="ignore", populate_by_name=True
    )

    policies: Path = Field(default=_HOME / "policies", description="The folder of policy packs.")
    prompts: Path = Field(
        default=_HOME / "prompts", description="The folder of prompts for a language model."
    )
    organisation: Path | None = Field(default=None, description="The organisation file.")
    cache: Path = Field(
        default=Path.home() / ".cache" / "jourfix",
        description="Where compiled policies and the sentence encoder are kept.",
    )
    database: str = Field(
        default="sqlite:///jourfix.db",
        description="The address of the database: sqlite:///file.db or postgresql://server/name.",
    )
    secret: str = Field(
        default="", description="Key for what is encrypted; made on first start when empty."
    )
    host: str = Field(default="127.0.0.1", description="Where the browser chat listens.")
    port: int = Field(default=8080, ge=0, le=65535, description="Its port; 0 takes a free one.")
    draft_days: int = Field(
        default=14, ge=0, le=365, description="Days a draft is kept for comparing."
    )
    review_days: int = Field(
        default=400, ge=1, le=3650, description="Days a review's record is kept."
    )
    slack_signing_secret: str = Field(
        default="",
        validation_alias=AliasChoices("JOURFIX_SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET"),
        description="Slack's signing secret; with it the server listens for Slack.",
    )
    slack_bot_token: str = Field(
        default="",
        validation_alias=AliasChoices("JOURFIX_SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN"),
        description="The bot token of one workspace (xoxb-...).",
    )
    slack_app_token: str = Field(
        default="",
        validation_alias=AliasChoices("JOURFIX_SLACK_APP_TOKEN", "SLACK_APP_TOKEN"),
        description="An app-level token (xapp-...): with it Slack is reached without an open port.",
    )
    slack_client_id: str = Field(
        default="",
        validation_alias=AliasChoices("JOURFIX_SLACK_CLIENT_ID", "SLACK_CLIENT_ID"),
        description="The app's client id: with it several workspaces may install the app.",
    )
    slack_client_secret: str = Field(
        default="",
        validation_alias=AliasChoices("JOURFIX_SLACK_CLIENT_SECRET", "SLACK_CLIENT_SECRET"),
        description="The app's client secret.",
    )
    address: str = Field(
        default="", description="Where browsers reach this installation: https://jourfix.example."
    )
    privacy_page: str = Field(
        default="",
        description="The page that tells people what is kept of them, for the app's page in Teams;"
        " JOURFIX_ADDRESS/privacy when empty.",
    )
    terms_page: str = Field(
        default="",
        description="The page with the terms of use; JOURFIX_ADDRESS/terms when empty.",
    )
    slack_comms_channel: str = Field(
        default="", description="The channel of the comms team (C...); cases go there."
    )
    teams_comms_channel: str = Field(
        default="",
        description="The channel of the comms team in Teams, as its link or id"
        " (19:...@thread.tacv2); cases go there.",
    )
    programme_channel: str = Field(
        default="",
        description="The channel in Slack where agendas and recaps of the jourfix go, as TEAM/C...,"
        " or C... where there is one workspace.",
    )
    teams_programme_channel: str = Field(
        default="", description="The channel in Teams where they go, as its link or id."
    )
    editors: str = Field(
        default="",
        description="Who may answer cases and steer the programme, as slack:WORKSPACE:USER or"
        " teams:TENANT:OBJECT-ID, separated by commas.",
    )
    reviewers: str = Field(
        default="",
        description="Who may answer cases and confirm rules at the comms desk, but not steer the"
        " programme; people as in JOURFIX_EDITORS, or group:NAME.",
    )
    drug_safety: str = Field(
        default="", description="Who sees the cases that were handed to drug safety, and no others."
    )
    readers: str = Field(
        default="", description="Who may read rules and reports at the comms desk."
    )
    desk_sign_in: str = Field(
        default="",
        description="Where the comms team signs in: slack, microsoft or both, separated by commas;"
        " when empty, a link that opens the comms desk once on this machine is shown at start.",
    )
    desk_microsoft_id: str = Field(
        default="",
        description="Another registration to sign in with than JOURFIX_TEAMS_APP_ID: where the bot"
        " has a certificate or is managed, or where there is no Teams.",
    )
    desk_microsoft_secret: str = Field(default="", description="Its client secret.")
    desk_microsoft_tenants: str = Field(
        default="",
        description="Tenants whose people may sign in, separated by commas; those of Teams when"
        " empty.",
    )
    proxies: str = Field(
        default="127.0.0.1,::1",
        description="Addresses of the proxies before us: what they say of who asks is believed, to"
        " count how often somebody tries to sign in.",
    )
    second_pair_of_eyes: bool = Field(
        default=False,
        description="Whether a version of the house rules is confirmed by another colleague, an"
        " editor or reviewer, before it is in force.",
    )
    house_rules_every: Literal["minute", "second"] = Field(
        default="minute",
        description="How often a process looks whether another one published house rules. Each"
        " second is for tests.",
    )
    editor_language: Literal["de", "nl", "en"] = Field(
        default="en", description="The language of the comms team."
    )
    answer_hours: int = Field(
        default=24, ge=1, le=240, description="Hours in which a case is answered; weekends rest."
    )
    slack_a_second: float = Field(
        default=1.0,
        ge=0.1,
        le=1_000,
        description="Messages of mailings to many people that go out in one Slack workspace in a"
        " second. Slack allows one in each conversation and, all together, does not say how many.",
    )
    slack_api: str = Field(
        default="https://slack.com/api/", description="Where Slack's Web API is."
    )
    teams_app_id: str = Field(
        default="", description="The bot's application id; with it the server listens for Teams."
    )
    teams_app_type: Literal["single", "multi", "managed"] = Field(
        default="single",
        description="How the bot is registered: for one tenant, for several (no longer to be had),"
        " or as a user-assigned managed identity.",
    )
    teams_secret: str = Field(default="", description="The client secret of the registration.")
    teams_certificate: Path | None = Field(
        default=None, description="A PEM file with certificate and key, in place of the secret."
    )
    teams_tenant: str = Field(
        default="", description="The tenant in which the bot is registered (its home)."
    )
    teams_tenants: str = Field(
        default="",
        description="Tenants whose people may talk to the bot, separated by commas; the home tenant"
        " when empty.",
    )
    teams_metadata: str = Field(
        default="https://login.botframework.com/v1/.well-known/openidconfiguration",
        description="The OpenID document of whoever signs what Teams posts to us. Another one only"
        " for a government's cloud, or for a test on this machine.",
    )
    teams_login: str = Field(
        default="https://login.microsoftonline.com",
        description="Where we get our own token (https). Another one only for a government's cloud,"
        " or for a test on this machine.",
    )
    teams_api: str = Field(
        default="",
        description="Origins, separated by commas, that messages may be sent to beside Microsoft's"
        " own: for a test on this machine.",
    )
    teams_pace: float = Field(
        default=1.0,
        gt=0,
        le=1_000,
        description="How fast we write in Teams, as so many times what Microsoft allows a bot in a"
        " conversation and in a tenant. More than 1 only for a test on this machine.",
    )
    linkedin_client_id: str = Field(
        default="",
        description="The client id of an application that LinkedIn has given access to members'"
        " post analytics; without it, numbers come from their authors alone.",
    )
    linkedin_client_secret: str = Field(default="", description="Its secret.")
    linkedin_api: str = Field(
        default="https://api.linkedin.com",
        description="Where LinkedIn's API is (https). Another one only for a test on this machine.",
    )
    linkedin_login: str = Field(
        default="https://www.linkedin.com/oauth/v2",
        description="Where people consent on LinkedIn (https). Another one only for a test on this"
        " machine.",
    )
    linkedin_version: str = Field(
        default="202603",
        pattern="^20[0-9]{2}(0[1-9]|1[0-2])$",
        description="The version of LinkedIn's API, as its month; each lives for about a year, this"
        " one until March 2027.",
    )
    feeds: str = Field(
        default="",
        description="Feeds (RSS or Atom, https) of what people in your field write, separated by"
        " commas; once a week they are read for the themes in their headlines.",
    )
    house_hours: int = Field(
        default=24, ge=1, le=240, description="House rule for reporting side effects."
    )
    model_url: str = Field(
        default="",
        description="The API of a language model that speaks OpenAI's chat completions (https, or"
        " http on this machine); https://api.openai.com/v1 when only a key is there.",
    )
    model_key: SecretStr = Field(
        default=SecretStr(""),
        validation_alias=AliasChoices("JOURFIX_MODEL_KEY", "OPENAI_API_KEY"),
        description="The key for it. Alone it switches nothing on: a model must be named.",
    )
    model: str = Field(default="", description="The model's name, for all roles.")
    model_judge: str = Field(default="", description="Another one that reads drafts.")
    model_coach: str = Field(default="", description="Another one that asks and suggests.")
    model_writer: str = Field(default="", description="Another one that writes.")
    model_sees: Literal["masked", "sensitive"] = Field(
        default="masked",
        description="What may leave for it. masked: drafts with an adjust or ask finding on a"
        " patient, an adverse event or an unpublished matter stay here. sensitive: they may leave"
        " too, masked as all others.",
    )
    model_seconds: float = Field(
        default=20.0, ge=1, le=300, description="Seconds that one call may take, all in all."
    )
    model_proxy: str = Field(
        default="",
        description="The address of a proxy on the way to it; the environment's is not used.",
    )
    model_tokens_a_day: int = Field(
        default=2_000_000, ge=0, description="Tokens in a day (UTC), in and out; 0: no limit."
    )
    model_money_a_day: float = Field(
        default=0.0, ge=0, description="Money in a day, in the currency of the prices; 0: no limit."
    )
    model_price_in: float = Field(
        default=0.0, ge=0, description="The price of a million tokens that are sent."
    )
    model_price_out: float = Field(
        default=0.0, ge=0, description="The price of a million tokens that come back."
    )
    model_prices: str = Field(
        default="",
        description="What single models cost, where they differ: model=in/out, model=in/out.",
    )

    @property
    def names_slack(self) -> bool:
        """Say whether something of Slack is set up."""
        return bool(self.slack_bot_token or self.slack_signing_secret or self.slack_client_id)

    @property
    def names_teams(self) -> bool:
        """Say whether something of Teams is set up."""
        named = (self.teams_app_id, self.teams_secret, self.teams_certificate, self.teams_tenant)
        return any(named) or bool(self.teams_tenants)


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: a setting makes no sense; the message names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "JOURFIX_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"The setting {name} makes no sense: {first['msg']}.") from error


def split_list(words: str) -> tuple[str, ...]:
    """Read a list out of a setting: what stands between commas."""
    return tuple(word.strip() for word in words.split(",") if word.strip())
