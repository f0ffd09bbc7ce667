//! Everything that a verb may do, one name each.

use super::{Confidentiality, Subject, standing::Standing};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What an operator wants to do. Every verb asks for one of these.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name),* }

        impl Action {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name, as the table of the tests and the audit chain write it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),* }
            }
        }
    };
}

actions! {
    /// See that a person exists, with surname, name and year of birth.
    PersonList,
    /// Read a person's identity, contacts, relations, household, warnings.
    PersonRead,
    /// Add a person.
    PersonCreate,
    /// Change a person, her contacts, relations, household, parental responsibility, warnings, school.
    PersonWrite,
    /// Read a hidden address or phone.
    PersonReadProtected,
    /// Write a hidden address or phone.
    PersonWriteProtected,
    /// Merge two persons, or separate them again.
    PersonMerge,
    /// See schools and classes.
    SchoolRead,
    /// Add or change schools and classes.
    SchoolWrite,
    /// See who works here.
    StaffList,
    /// Add or change members of staff.
    StaffWrite,
    /// Let somebody stand in for an operator who is away; each case asks for its assignment.
    SubstitutionWrite,
    /// See a case in the list: person, service, state, responsible.
    CaseList,
    /// Open the page of a case.
    CaseRead,
    /// See the board of a service.
    BoardRead,
    /// See the list of the desk's cards, their waiting list and counts.
    DeskList,
    /// Read a card of the desk.
    DeskRead,
    /// Note a contact with the desk, change its card.
    DeskWrite,
    /// Decide about a card: seen, declined, sent elsewhere, taken.
    DeskDecide,
    /// Open a case for a person.
    CaseOpen,
    /// Assign and reassign operators, end an assignment.
    CaseAssign,
    /// Move a case to its next state, suspend and resume it.
    CaseTransition,
    /// Record a paper that a state asks for.
    CasePaper,
    /// Close a case.
    CaseClose,
    /// Reopen a case as a new episode.
    CaseReopen,
    /// Change comune of residence and comune in charge.
    CaseChangeComune,
    /// Read the plans of a case.
    PlanRead,
    /// Write a plan of a case, take its signatures, review it.
    PlanWrite,
    /// Read the requests for access to the records of a case.
    AccessoAttiRead,
    /// Register such a request, answer it.
    AccessoAttiWrite,
    /// See the five phases of a case and what they still lack; each datum asks again where it lives.
    PhaseRead,
    /// Write what the phases of a case ask for and no other record holds.
    PhaseWrite,
    /// Say which other people the case concerns.
    CaseInvolve,
    /// Leave a message for the responsible without reading the file.
    CaseMessageLeave,
    /// Read and settle the messages left for the responsible.
    CaseMessageRead,
    /// Who has seen this case.
    CaseAccesses,
    /// Read an entry of the diary.
    EntryRead,
    /// Write and sign an entry.
    EntryWrite,
    /// Add a rettifica to a signed entry.
    EntryRectify,
    /// Annul a signed entry, a trace remains.
    EntryAnnul,
    /// Classify a paragraph of a signed entry.
    EntryClassify,
    /// Keep a draft, place it in a case, throw it away.
    DraftWrite,
    /// Read an activity of a group, class or school.
    ActivityRead,
    /// Write an activity of a group, class or school.
    ActivityWrite,
    /// See an appointment or next action.
    AgendaRead,
    /// Write an appointment or next action, settle it.
    AgendaWrite,
    /// See Oggi.
    TodayRead,
    /// Search; each hit asks again.
    Search,
    /// Bring in tables of the office, undo an import.
    ImportRun,
    /// Read orders, mandates and hearings.
    CourtRead,
    /// Register orders, mandates, hearings and emergency measures.
    CourtWrite,
    /// See the judicial authorities.
    AuthorityRead,
    /// Add or change judicial authorities.
    AuthorityWrite,
    /// See the facilities that take minors in.
    FacilityRead,
    /// Add or change facilities.
    FacilityWrite,
    /// Read health papers, assessments.
    HealthRead,
    /// Sign an assessment of a case.
    AssessmentWrite,
    /// Read fees, contributions, invoices.
    MoneyRead,
    /// Write rates, bills, budget sheets.
    MoneyWrite,
    /// Read plans, visits and hours of home care.
    HomeCareRead,
    /// Read the whole log of accesses.
    AuditRead,
    /// Check that the log of accesses is whole.
    AuditVerify,
    /// Change one's own settings: lock time, density, theme.
    SettingsOwn,
    /// Change the settings of the office.
    SettingsOffice,
    /// Make a backup copy, look at those there are.
    BackupMake,
    /// Put a backup copy back.
    BackupRestore,
    /// Change one's own passphrase, office recovery.
    KeysChange,
    /// Join an office with the archive.
    OfficeJoin,
    /// Send and receive what waits between archive and office, see what waits or was refused.
    OfficeSynchronise,
    /// Ask the office for what only it does: an assignment, the joining of two persons.
    OfficeAsk,
}

/// Who may know that a thing exists which they may not touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Everybody.
    Everybody,
    /// Those to whom this action is allowed, asked at the widest level.
    WhoMay(Action),
    /// Nobody.
    Nobody,
}

impl Action {
    /// Whether a yes leaves an event of its own on the audit chain. Writes always do; reading a reserved, private
    /// or secret text does unless one reads what one wrote oneself.
    #[must_use]
    pub const fn leaves_trace(self, subject: &Subject) -> bool {
        match self {
            Self::CaseMessageRead => !subject.standing.has(Standing::AUTHOR),
            Self::EntryRead => {
                !matches!(subject.level, Confidentiality::Service) && !subject.standing.has(Standing::AUTHOR)
            }
            Self::PersonList
            | Self::SchoolRead
            | Self::AuthorityRead
            | Self::FacilityRead
            | Self::StaffList
            | Self::CaseList
            | Self::BoardRead
            | Self::DeskList
            | Self::TodayRead
            | Self::ActivityRead
            | Self::AgendaRead
            | Self::DraftWrite
            | Self::SettingsOwn
            | Self::OfficeSynchronise => false,
            _ => true,
        }
    }

    /// When denied: who may know that the thing exists.
    pub(super) const fn shown_when_denied(self, level: Confidentiality) -> Shown {
        match self {
            Self::PersonList | Self::PersonRead | Self::PersonWrite | Self::PersonMerge | Self::OfficeAsk => {
                Shown::WhoMay(Self::PersonList)
            }
            Self::PersonReadProtected | Self::PersonWriteProtected => Shown::WhoMay(Self::PersonRead),
            Self::CaseList
            | Self::CaseRead
            | Self::CaseAssign
            | Self::CaseTransition
            | Self::CasePaper
            | Self::CaseClose
            | Self::CaseReopen
            | Self::CaseChangeComune
            | Self::CaseInvolve
            | Self::PlanRead
            | Self::PlanWrite
            | Self::AccessoAttiRead
            | Self::AccessoAttiWrite
            | Self::PhaseRead
            | Self::PhaseWrite
            | Self::CaseMessageLeave
            | Self::CaseMessageRead
            | Self::CaseAccesses
            | Self::EntryWrite
            | Self::CourtRead
            | Self::CourtWrite
            | Self::HealthRead
            | Self::AssessmentWrite
            | Self::MoneyRead
            | Self::MoneyWrite
            | Self::HomeCareRead => Shown::WhoMay(Self::CaseList),
            Self::EntryRead | Self::EntryRectify | Self::EntryAnnul | Self::EntryClassify => match level {
                // That there is a secret entry may already tell too much.
                Confidentiality::Secret => Shown::Nobody,
                _ => Shown::WhoMay(Self::EntryRead),
            },
            Self::ActivityRead | Self::ActivityWrite => Shown::WhoMay(Self::ActivityRead),
            Self::AgendaRead | Self::AgendaWrite => Shown::WhoMay(Self::AgendaRead),
            Self::DraftWrite => Shown::Nobody,
            _ => Shown::Everybody,
        }
    }

    /// Whether a denied reading still shows that there is something, by whom and when.
    pub(super) const fn leaves_stub(self) -> bool {
        matches!(self, Self::EntryRead | Self::PersonReadProtected)
    }
}
