"""Every table of the store, a file per noun."""

import storage.engine  # noqa: F401 - names the constraints of every table, so it goes first
from storage.models.audit import AuditEntry
from storage.models.conversations import ChatFile, ChatLine, Memory
from storage.models.documents import (
    ClassifiedCount,
    Direction,
    DocumentKind,
    DocumentState,
    IncomingDocument,
    OutgoingDocument,
    PaperForm,
    Secrecy,
    Urgency,
)
from storage.models.dossiers import (
    Dossier,
    DossierEvent,
    DossierPause,
    DossierState,
    PauseReason,
    SubmittedBy,
)
from storage.models.meetings import (
    Meeting,
    MeetingPaper,
    MeetingState,
    Openness,
    Participant,
    PartOfDay,
)
from storage.models.notices import ItemKind, Message, MessageKind, MessageState, Notice
from storage.models.office import DayKind, DayOverride, OfficeFact, StoreKind, StoreMark
from storage.models.people import Account, Duty, Person, Unit
from storage.models.petitions import Petition, PetitionEvent, PetitionKind, PetitionState
from storage.models.procedures import OnlineLevel, Procedure, TimeUnit
from storage.models.reception import Reception, ReceptionKind

__all__ = [
    "Account",
    "AuditEntry",
    "ChatFile",
    "ChatLine",
    "ClassifiedCount",
    "DayKind",
    "DayOverride",
    "Direction",
    "DocumentKind",
    "DocumentState",
    "Dossier",
    "DossierEvent",
    "DossierPause",
    "DossierState",
    "Duty",
    "IncomingDocument",
    "ItemKind",
    "Meeting",
    "MeetingPaper",
    "MeetingState",
    "Memory",
    "Message",
    "MessageKind",
    "MessageState",
    "Notice",
    "OfficeFact",
    "OnlineLevel",
    "Openness",
    "OutgoingDocument",
    "PaperForm",
    "PartOfDay",
    "Participant",
    "PauseReason",
    "Person",
    "Petition",
    "PetitionEvent",
    "PetitionKind",
    "PetitionState",
    "Procedure",
    "Reception",
    "ReceptionKind",
    "Secrecy",
    "StoreKind",
    "StoreMark",
    "SubmittedBy",
    "TimeUnit",
    "Unit",
    "Urgency",
]
