"""Which tables are whose, and the few statements that ask for nobody's rights, each with why."""

from collections.abc import Mapping
from dataclasses import dataclass

# Tables with private rows, and the table whose mark a statement on them must bear.
PRIVATE: Mapping[str, str] = {
    "meeting": "meeting",
    "participant": "meeting",
    "meetingpaper": "meeting",
    "incomingdocument": "incomingdocument",
    "outgoingdocument": "outgoingdocument",
    "dossier": "dossier",
    "dossierevent": "dossier",
    "dossierpause": "dossier",
    "dossierapology": "dossier",
    "petition": "petition",
    "petitionevent": "petition",
    "person": "person",
    "auditentry": "auditentry",
    "classifiedcount": "classifiedcount",
}
# Read beside a record that may be seen: who chairs a meeting belongs to the meeting.
NAMED_BESIDE = frozenset({"person"})
# Tables that belong to an account, a chat or a person: a statement says whose, or which row.
OWNED: Mapping[str, frozenset[str]] = {
    "account": frozenset({"id", "person_id", "chat_id", "external_id"}),
    "chatline": frozenset({"chat_id"}),
    "chatfile": frozenset({"chat_id"}),
    "handedfile": frozenset({"id", "chat_id"}),
    "memory": frozenset({"chat_id"}),
    "handover": frozenset({"id", "account_id", "officer_account_id"}),
    "handoverline": frozenset({"handover_id"}),
    "datarequest": frozenset({"id", "account_id"}),
    "dossiergrant": frozenset({"account_id"}),
    "dossierfollow": frozenset({"account_id"}),
    "dossiernews": frozenset({"account_id"}),
    "linkcode": frozenset({"id", "seal", "person_id"}),
    "duty": frozenset({"person_id"}),
    "actsfor": frozenset({"secretary_id", "leader_id"}),
    "message": frozenset({"id", "person_id", "account_id"}),
    "notice": frozenset({"item_id", "person_id", "message_id"}),
    "duepause": frozenset({"item_id"}),
    "duemove": frozenset({"item_id"}),
    "inboundupdate": frozenset({"update_id"}),
    "documentchange": frozenset({"id", "document_id", "by_id"}),
    "dossierchange": frozenset({"id", "dossier_id", "by_id"}),
    "extension": frozenset({"id", "document_id", "decider_id"}),
    "leave": frozenset({"id", "person_id", "stand_in_id"}),
    "shownlist": frozenset({"account_id"}),
}
# Nothing of anybody: what the office publishes, keyed hashes, and the program's own marks.
PUBLIC = frozenset(
    {
        "channelbudget",
        "channelcount",
        "channeltrouble",
        "columnname",
        "dayoverride",
        "exposure",
        "ladderstep",
        "officefact",
        "procedure",
        "reception",
        "storemark",
        "tally",
        "tried",
        "unit",
        "unlearnt",
        "zalogrant",
    }
)

# Functions that run a statement for whoever calls them.
PASSES_ON = frozenset(
    {
        "storage/upserts.py:run",
        "storage/pages.py:screen",
        "storage/notices.py:insert_notices",
        "storage/notices.py:insert_messages",
        "storage/notices.py:put_into_messages",
    }
)


@dataclass(frozen=True)
class Door:
    """Functions, by file and name, that may go without on these tables, and why."""

    why: str
    functions: tuple[str, ...]
    tables: frozenset[str]


def door(why: str, *functions: str, on: str) -> Door:
    """A door to the tables in `on`, in words."""
    return Door(why, functions, frozenset(on.split()))


WORK = (
    "meeting participant meetingpaper incomingdocument outgoingdocument dossier dossierevent "
    "dossierpause dossierapology petition petitionevent person classifiedcount"
)
DOORS = (
    door(
        "who speaks, and who is written to: their own row, by their own number",
        "storage/accounts.py:viewer_of",
        "storage/accounts.py:viewer_of_person",
        on="person",
    ),
    door(
        "whoever gives the code and the second fact of a dossier opens it",
        "storage/dossier_owners.py:open_to",
        on="dossier",
    ),
    door(
        "an account's own acts, told to it with the rest of what is kept about it",
        "storage/own_data.py:_rows",
        on="auditentry",
    ),
    door(
        "who is on duty, or has taken a conversation, is named to whoever asked for a person",
        "storage/handovers.py:_one",
        "storage/handovers.py:units",
        "storage/handovers.py:on_duty",
        "storage/handovers.py:to_be_called",
        "storage/handovers.py:waiting_for",
        "storage/handovers.py:silent",
        on="person",
    ),
    door(
        "the outbox claims whatever is due, and plans what is to be said: ids and dates",
        "storage/messages.py:retire",
        "storage/messages.py:next_due",
        "storage/messages.py:take_back_claims",
        "storage/meeting_notices.py:cancel_superseded_meetings",
        "storage/notices.py:take_up_unsent",
        "storage/quiet.py:something_can_wait",
        "storage/quiet.py:_put_off",
        "storage/notices.py:has_briefs",
        "storage/notices.py:gather_briefs",
        on="message notice datarequest",
    ),
    door(
        "whoever follows a dossier is planned to be told of it: ids and dates",
        "storage/follow_news.py:untold",
        on="dossierfollow dossiernews",
    ),
    door(
        "whose drafts of apologies go into one message: ids and dates",
        "storage/apologies.py:plan_drafts",
        on="notice message",
    ),
    door(
        "whether the news in a message is of something that its reader has to do: yes or no",
        "storage/channel_budgets.py:is_pressing",
        on="dossiernews",
    ),
    door(
        "which results their followers were not told of, for the desk that telephones",
        "storage/reachable_results.py:not_told",
        on="dossierfollow dossiernews",
    ),
    door(
        "how the outbox does its work: numbers and moments, for who keeps the program",
        "storage/outbox_health.py:stuck",
        "storage/outbox_health.py:failing",
        on="message",
    ),
    door(
        "news of a change are found by the change: told anew, or taken back, when it is undone",
        "storage/news.py:take_back",
        "storage/news.py:told",
        on="message",
    ),
    door(
        "what is past its term is deleted, whosever it is",
        "storage/retention.py:_in_batches",
        "storage/audit.py:forget_before",
        on="chatline chatfile handedfile memory handover handoverline datarequest dossiergrant "
        "dossierfollow dossiernews linkcode message notice inboundupdate auditentry shownlist",
    ),
    door(
        "who wrote last to the office's account: told to whoever runs the server, who tries it",
        "storage/channel_people.py:last_on",
        on="account",
    ),
    door(
        "how many people use a channel that serves so many and no more: a number",
        "storage/channel_people.py:people_on",
        on="account",
    ),
    door(
        "how many requests wait for the administrator: a number",
        "storage/data_requests.py:how_many_wait",
        on="datarequest",
    ),
    door(
        "what came in and was not answered before a restart",
        "storage/inbound.py:unanswered",
        on="inboundupdate",
    ),
    door(
        "the files under lines of a chat that were read by its number",
        "storage/conversations.py:files_under",
        on="chatfile",
    ),
    door(
        "whether any right is one that this program does not know, before anything is shown",
        "storage/closed_sets.py:refuse_unknown",
        on="person duty meeting petition",
    ),
    door(
        "whether there is any row at all, before a store may become a demonstration",
        "bot/data/marks.py:_holds_records",
        on=WORK,
    ),
    door(
        "a demonstration is filled, and made new every morning",
        "bot/data/rows.py:clear",
        "bot/data/rows.py:settle_ids",
        "bot/data/demo/people.py:fill",
        "bot/data/demo/fill.py:refresh",
        on=f"{WORK} notice message chatline dossiergrant dossierfollow dossiernews duepause "
        "duemove documentchange dossierchange extension leave shownlist",
    ),
    door(
        "whose session on the page it is: the name of its own person",
        "storage/sessions.py:of_channel",
        on="person",
    ),
    door(
        "where somebody is linked: told to themselves, and all to whoever runs the server",
        "storage/links.py:linked",
        on="account person",
    ),
    door(
        "who may act for whom: told to whoever runs the server",
        "storage/behalf.py:pairs",
        on="actsfor person",
    ),
    door(
        "a table that gets another shape is copied whole",
        "storage/migrate.py:upgrade",
        on=" ".join((*PRIVATE, *OWNED)),
    ),
)


def opened_to(function: str) -> frozenset[str]:
    """The tables on which this function may go without."""
    return frozenset().union(*(one.tables for one in DOORS if function in one.functions))
