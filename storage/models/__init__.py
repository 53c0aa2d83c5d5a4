"""Every table of the store, a file per noun."""

import sqlmodel

import storage.engine  # noqa: F401 - names the constraints of every table, so it goes first
from storage.models.audit import AuditEntry, RecordKind
from storage.models.budgets import Tally, Tried
from storage.models.channels import (
    ChannelCount,
    ChannelTrouble,
    ChannelTroubleKind,
    HandedFile,
    ZaloGrant,
)
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
    DossierChange,
    DossierEvent,
    DossierGrant,
    DossierPause,
    DossierState,
    PauseReason,
    ResultBy,
    SubmittedBy,
)
from storage.models.due_times import DueMove, DuePause
from storage.models.exposures import Exposure, Level, Noun
from storage.models.follows import DossierApology, DossierFollow, DossierNews
from storage.models.handovers import Handover, HandoverLine, HandoverState
from storage.models.imports import ColumnName, SheetKind
from storage.models.inbound import InboundUpdate
from storage.models.links import ActsFor, LinkCode
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
from storage.models.requests import DataRequest, RequestKind
from storage.models.unlearnt import Unlearnt
from storage.models.work import (
    BudgetPeriod,
    ChannelBudget,
    DocumentAct,
    DocumentChange,
    Extension,
    ExtensionState,
    LadderStep,
    Leave,
    LeaveState,
    ShownList,
    StepAudience,
)

TABLES = sqlmodel.SQLModel.metadata.tables
"""By their names. Taken from here, so that whoever asks for one has them all."""

__all__ = [
    "TABLES",
    "Account",
    "ActsFor",
    "AuditEntry",
    "BudgetPeriod",
    "ChannelBudget",
    "ChannelCount",
    "ChannelTrouble",
    "ChannelTroubleKind",
    "ChatFile",
    "ChatLine",
    "ClassifiedCount",
    "ColumnName",
    "DataRequest",
    "DayKind",
    "DayOverride",
    "Direction",
    "DocumentAct",
    "DocumentChange",
    "DocumentKind",
    "DocumentState",
    "Dossier",
    "DossierApology",
    "DossierChange",
    "DossierEvent",
    "DossierFollow",
    "DossierGrant",
    "DossierNews",
    "DossierPause",
    "DossierState",
    "DueMove",
    "DuePause",
    "Duty",
    "Exposure",
    "Extension",
    "ExtensionState",
    "HandedFile",
    "Handover",
    "HandoverLine",
    "HandoverState",
    "InboundUpdate",
    "IncomingDocument",
    "ItemKind",
    "LadderStep",
    "Leave",
    "LeaveState",
    "Level",
    "LinkCode",
    "Meeting",
    "MeetingPaper",
    "MeetingState",
    "Memory",
    "Message",
    "MessageKind",
    "MessageState",
    "Notice",
    "Noun",
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
    "RecordKind",
    "RequestKind",
    "ResultBy",
    "Secrecy",
    "SheetKind",
    "ShownList",
    "StepAudience",
    "StoreKind",
    "StoreMark",
    "SubmittedBy",
    "Tally",
    "TimeUnit",
    "Tried",
    "Unit",
    "Unlearnt",
    "Urgency",
    "ZaloGrant",
]
