"""What became of a call, read from what came back or did not."""

from __future__ import annotations

from enum import Enum

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError, SlackObjectFormationError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from coaching.delivery import Ambiguous, Delivery, Permanent, Refused

SHORT, LONG = 5.0, 60.0  # seconds to wait after a hiccup of Slack's, and where a person has to mend something


class Fate(Enum):
    """The classes that Slack's errors fall into."""

    GONE = "gone"  # nothing can arrive at this address any more
    WRONG = "wrong"  # this message can never arrive
    LIMITED = "limited"  # too much for this place: not an attempt
    FLOODED = "flooded"  # too much for the whole workspace: not an attempt
    LATER = "later"  # Slack did nothing, and may do it later
    LOCKED = "locked"  # no message can leave until a person mends the app, its token or the workspace
    DOUBTFUL = "doubtful"  # part of it may have been done
    KNOWN = "known"  # it came before, under the same client_msg_id


NAMES: dict[Fate, str] = {
    Fate.GONE: """account_inactive app_access_restricted cannot_dm_bot channel_is_archived channel_not_found is_archived is_inactive
        no_dual_broadcast_content_update not_in_channel posting_to_channel_denied restricted_action
        restricted_action_read_only_channel restricted_action_thread_only_channel user_disabled user_not_found
        user_not_in_channel user_not_visible""",
    Fate.WRONG: """as_user_not_supported attachment_payload_limit_exceeded block_mismatch blocked_file_type cannot_reply_to_message
        cant_broadcast_message cant_update_message deprecated_endpoint draft_already_deleted draft_already_sent draft_has_conflict
        draft_not_found edit_window_closed file_deleted file_is_deleted file_not_found file_share_limit_reached invalid_arg_name
        invalid_arguments invalid_array_arg invalid_attachments invalid_blocks invalid_blocks_format invalid_charset
        invalid_form_data invalid_metadata_format invalid_metadata_schema invalid_post_type is_bot markdown_text_conflict
        max_file_sharing_exceeded message_not_found messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large
        method_deprecated missing_file_data missing_post_type msg_blocks_too_long msg_too_long no_text
        restricted_action_non_threadable_channel restricted_action_thread_locked send_on_behalf_not_allowed
        slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
        slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked slack_connect_lists_sharing_blocked
        thread_not_found too_many_attachments too_many_contact_cards unable_to_share_files unknown_method""",
    Fate.LIMITED: "ratelimited",
    Fate.FLOODED: "rate_limited message_limit_exceeded",
    Fate.LATER: """external_channel_migrating request_timeout service_unavailable streaming_state_conflict update_failed""",
    Fate.LOCKED: """access_denied accesslimited ekm_access_denied enterprise_is_restricted invalid_auth missing_scope no_permission
        not_allowed_token_type not_authed org_login_required team_access_not_granted team_added_to_org team_not_found token_expired
        token_revoked two_factor_setup_required""",
    Fate.DOUBTFUL: "fatal_error internal_error",
    Fate.KNOWN: "duplicate_client_msg_id duplicate_channel_not_found duplicate_message_not_found",
}
FATES = {name: fate for fate, names in NAMES.items() for name in names.split()}


def known_before(error: Exception) -> bool:
    """Whether Slack says that it has had this message already."""
    return FATES.get(error_name(error)) is Fate.KNOWN


def delivery_of(error: Exception) -> Delivery:
    """The outcome of a call that did not say "ok"."""
    match error:
        case SlackApiError():
            return _of_answer(error)
        case SlackObjectFormationError():
            return Permanent("blocks")
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | aiohttp.ClientHttpProxyError():
            return Refused(SHORT)  # it never left
        case _:
            return Ambiguous(type(error).__name__)


CALL_ERRORS = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError, ValueError)  # what a call can end with


def _of_answer(error: SlackApiError) -> Delivery:
    status, name = status_of(error), error_name(error)
    if status == 429:
        return Refused(_retry_after(error), _scope(FATES.get(name)), attempt=False)
    if status >= 500:
        return Refused(SHORT)
    if not name:  # an HTML page or half a document: only a whole answer says what was done
        return Ambiguous("no answer in the answer") if status < 300 else Refused(SHORT)
    return _of_name(name, FATES.get(name), error)


def _of_name(name: str, fate: Fate | None, error: SlackApiError) -> Delivery:
    match fate:
        case Fate.GONE:
            return Permanent(name, gone=True)
        case Fate.WRONG:
            return Permanent(name)
        case Fate.LIMITED | Fate.FLOODED:
            return Refused(_retry_after(error), _scope(fate), attempt=False)
        case Fate.LOCKED:
            return Refused(LONG, scope="global")
        case Fate.DOUBTFUL | Fate.KNOWN:
            return Ambiguous(name)
        case Fate.LATER | None:  # an error nobody knows yet: try again, and give up after the usual attempts
            return Refused(SHORT)


def _scope(fate: Fate | None) -> str:
    return "global" if fate is Fate.FLOODED else ""


def error_name(error: Exception) -> str:
    """Slack's name of the error, or nothing where its answer could not be read."""
    response = error.response if isinstance(error, SlackApiError) else None
    data = response.data if isinstance(response, AsyncSlackResponse) else None
    name = data.get("error") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""


def status_of(error: SlackApiError) -> int:
    """The HTTP status of the answer."""
    response = error.response
    return response.status_code if isinstance(response, AsyncSlackResponse) else int(getattr(response, "status", 0))


def _retry_after(error: SlackApiError) -> float:
    """Seconds to wait; a minute where Slack does not say."""
    headers = getattr(error.response, "headers", None) or {}
    try:
        return max(1.0, float(headers.get("Retry-After", LONG)))
    except ValueError:
        return LONG
