//! The table of rights: an action a row, a role a column; in the cell how near one must stand.

use super::{Action, Confidentiality, Office, Role, standing::Standing};
/// How near one must stand: any one of the alternatives in it is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell(u16);

/// Never.
const O: Cell = Cell(0);
/// Who is responsible for the case.
const R: Cell = Cell(1);
/// Whoever is assigned to the case.
const A: Cell = Cell(1 << 1);
/// Whoever works in the service of the case.
const S: Cell = Cell(1 << 2);
/// The assistente sociale of the comune of residence or in charge.
const C: Cell = Cell(1 << 3);
/// When the person has no case yet.
const F: Cell = Cell(1 << 4);
/// The author, while assigned to the case.
const OWN: Cell = Cell(1 << 5);
/// The author.
const MINE: Cell = Cell(1 << 6);
/// Who is on the list of named readers, of those who work on the case or in its service.
const NAMED: Cell = Cell(1 << 7);
/// Whoever has the role.
const E: Cell = Cell(1 << 8);

const AS: Cell = A.or(S);
const AF: Cell = A.or(F);
const ASF: Cell = AS.or(F);
const SF: Cell = S.or(F);
const AC: Cell = A.or(C);
const ACF: Cell = AC.or(F);
const R_OWN: Cell = R.or(OWN);
const R_S: Cell = R.or(S);
const S_OWN: Cell = S.or(OWN);
const S_R_OWN: Cell = S.or(R_OWN);
const S_R_MINE: Cell = S.or(R_MINE);
const R_MINE: Cell = R.or(MINE);
const A_MINE: Cell = A.or(MINE);
const AS_MINE: Cell = AS.or(MINE);
const S_MINE: Cell = S.or(MINE);

impl Cell {
    const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn offers(self, alternative: Self) -> bool {
        self.0 & alternative.0 != 0
    }

    /// Whether one alternative is met by who stands so.
    #[must_use]
    pub fn reached_by(self, standing: Standing) -> bool {
        self.offers(E)
            || (self.offers(R) && standing.has(Standing::RESPONSIBLE))
            || (self.offers(A) && standing.has(Standing::ASSIGNED))
            || (self.offers(S) && standing.has(Standing::SERVICE))
            || (self.offers(C) && standing.has(Standing::COMUNE))
            || (self.offers(F) && standing.has(Standing::FREE))
            || (self.offers(OWN) && standing.has(Standing::AUTHOR | Standing::ASSIGNED))
            || (self.offers(MINE) && standing.has(Standing::AUTHOR))
            || (self.offers(NAMED) && standing.has(Standing::NAMED) && standing.sees_the_case())
    }
}

/// When a row speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Always.
    Always,
    /// For texts of this level.
    At(Confidentiality),
    /// For texts of every level but "segretato".
    NotSecret,
    /// In an archive that is its own office, beside the other rows.
    OwnOffice,
}

impl Facet {
    /// Whether the row speaks for an archive of this office and a text of this level.
    #[must_use]
    pub fn holds(self, office: Office, level: Confidentiality) -> bool {
        match self {
            Self::Always => true,
            Self::At(own) => own == level,
            Self::NotSecret => level != Confidentiality::Secret,
            Self::OwnOffice => office == Office::Own,
        }
    }
}

/// One row.
pub(super) struct Row {
    action: Action,
    pub(super) facet: Facet,
    cells: [Cell; Role::ALL.len()],
}

impl Row {
    /// What the row asks of a role.
    pub(super) fn cell(&self, role: Role) -> Cell {
        Role::ALL
            .iter()
            .zip(self.cells)
            .find(|(column, _)| **column == role)
            .map_or(O, |(_, cell)| cell)
    }
}

/// The rows of an action.
pub(super) fn rows(action: Action) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.action == action)
}

const fn row(action: Action, facet: Facet, cells: [Cell; Role::ALL.len()]) -> Row {
    Row { action, facet, cells }
}

use Action as D;
use Confidentiality::{Private, Reserved, Secret, Service};
use Facet::{Always, At, NotSecret, OwnOffice};

/// Columns: assistente sociale, psicologo, pedagogista, educatore of a body, counselor, coordinator,
/// administrative, assistente sociale of a comune, management, auditor, system administrator.
#[rustfmt::skip]
static ROWS: &[Row] = &[
    //                                           AS      PSI     PED     EDU   COU     COO      AMM     ASC     DIR   DPO   SYS
    row(D::PersonList, Always,                  [ASF,    ASF,    ASF,    A,    ASF,    ASF,     SF,     ACF,    O,    O,    O]),
    row(D::PersonRead, Always,                  [AF,     AF,     AF,     A,    AF,     ASF,     SF,     ACF,    O,    O,    O]),
    row(D::PersonCreate, Always,                [E,      E,      E,      O,    O,      E,       E,      E,      O,    O,    O]),
    row(D::PersonWrite, Always,                 [AF,     AF,     AF,     O,    O,      ASF,     SF,     AF,     O,    O,    O]),
    row(D::PersonReadProtected, Always,         [A,      A,      A,      O,    O,      AS,      O,      O,      O,    O,    O]),
    row(D::PersonReadProtected, OwnOffice,      [F,      F,      F,      O,    O,      F,       O,      F,      O,    O,    O]),
    row(D::PersonWriteProtected, Always,        [A,      A,      A,      O,    O,      AS,      O,      O,      O,    O,    O]),
    row(D::PersonWriteProtected, OwnOffice,     [F,      F,      F,      O,    O,      F,       O,      F,      O,    O,    O]),
    row(D::PersonMerge, Always,                 [O,      O,      O,      O,    O,     SF,      O,      O,      O,   O,   O]),
    row(D::PersonMerge, OwnOffice,              [ASF,    ASF,    ASF,    O,    O,      O,       SF,     ACF,    O,    O,    O]),
    row(D::SchoolRead, Always,                  [E,      E,      E,      E,    E,      E,       E,      E,      O,    O,    O]),
    row(D::SchoolWrite, Always,                 [E,      E,      E,      O,    E,      E,       E,      O,      O,    O,    O]),
    row(D::StaffList, Always,                   [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::StaffWrite, Always,                  [O,      O,      O,      O,    O,      E,       O,      O,      O,    O,    E]),
    row(D::StaffWrite, OwnOffice,               [E,      E,      E,      O,    O,      O,       E,      E,      O,    O,    O]),
    row(D::SubstitutionWrite, Always,           [O,      O,      O,      O,    O,      E,       O,      O,      O,    O,    O]),
    row(D::SubstitutionWrite, OwnOffice,        [E,      E,      E,      O,    O,      O,       E,      E,      O,    O,    O]),
    row(D::CaseList, Always,                    [AS,     AS,     AS,     A,    AS,     AS,      S,      AC,     O,    O,    O]),
    row(D::CaseRead, Always,                    [AS,     AS,     AS,     A,    AS,     AS,      S,      AC,     O,    O,    O]),
    row(D::BoardRead, Always,                   [O,      O,      O,      O,    O,      S,       O,      O,      O,    O,    O]),
    row(D::DeskList, Always,                    [S,      S,      S,      O,    O,      S,       S,      S,      O,    O,    O]),
    row(D::DeskRead, Always,                    [S,      S,      S,      O,    O,      S,       S,      S,      O,    O,    O]),
    row(D::DeskWrite, Always,                   [S,      S,      S,      O,    O,      S,       S,      S,      O,    O,    O]),
    row(D::DeskDecide, Always,                  [S,      O,      O,      O,    O,      S,       O,      S,      O,    O,    O]),
    row(D::CaseOpen, Always,                    [S,      S,      S,      O,    O,      S,       S,      C,      O,    O,    O]),
    row(D::CaseAssign, Always,                  [O,      O,      O,      O,    O,      S,       O,      O,      O,    O,    O]),
    row(D::CaseAssign, OwnOffice,               [AS,     AS,     AS,     O,    O,      A,       S,      AC,     O,    O,    O]),
    row(D::CaseTransition, Always,              [A,      A,      A,      O,    O,      AS,      O,      A,      O,    O,    O]),
    row(D::CaseTransition, OwnOffice,           [S,      S,      S,      O,    O,      O,       O,      C,      O,    O,    O]),
    row(D::CasePaper, Always,                   [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::CaseClose, Always,                   [R,      R,      R,      O,    O,     R_S,     O,      R,      O,   O,   O]),
    row(D::CaseReopen, Always,                  [AS,     AS,     AS,     O,    O,      AS,      S,      AC,     O,    O,    O]),
    row(D::CaseChangeComune, Always,            [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::PlanRead, Always,                    [A,      A,      A,      A,    A,      AS,      O,      A,      O,    O,    O]),
    row(D::PlanWrite, Always,                   [A,      A,      A,      O,    O,      AS,      O,      A,      O,    O,    O]),
    row(D::AccessoAttiRead, Always,             [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::AccessoAttiWrite, Always,            [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::PhaseRead, Always,                   [A,      A,      A,      O,    A,      AS,      S,      A,      O,    O,    O]),
    row(D::PhaseWrite, Always,                  [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::CaseInvolve, Always,                 [A,      A,      A,      O,    O,      AS,      O,      A,      O,    O,    O]),
    row(D::CaseMessageLeave, Always,            [AS,     AS,     AS,     A,    AS,     AS,      S,      AC,     O,    O,    O]),
    row(D::CaseMessageRead, Always,             [R_MINE, R_MINE, R_MINE, MINE, R_MINE,S_R_MINE,MINE,   R_MINE, O,   O,   O]),
    row(D::CaseAccesses, Always,                [A,      A,      A,      O,    O,      AS,      O,      A,      O,    E,    O]),
    row(D::EntryRead, At(Service),              [AS,     AS,     AS,     OWN,  AS,     AS,      O,      A,      O,    O,    O]),
    row(D::EntryRead, At(Reserved),             [A,      A,      A,      OWN,  A,      AS,      O,      A,      O,    O,    O]),
    row(D::EntryRead, At(Private),              [R_OWN,  R_OWN,  R_OWN,  OWN,  R_OWN, S_R_OWN, O,      R_OWN,  O,   O,   O]),
    row(D::EntryRead, At(Secret),               [NAMED,  NAMED,  NAMED,  O,    O,      NAMED,   O,      O,      O,    O,    O]),
    row(D::EntryWrite, At(Service),             [A,      A,      A,      O,    A,      A,       O,      A,      O,    O,    O]),
    row(D::EntryWrite, At(Reserved),            [A,      A,      A,      O,    A,      A,       O,      A,      O,    O,    O]),
    row(D::EntryWrite, At(Private),             [A,      A,      A,      A,    A,      A,       O,      A,      O,    O,    O]),
    row(D::EntryWrite, At(Secret),              [A,      A,      A,      O,    O,      A,       O,      O,      O,    O,    O]),
    row(D::EntryRectify, NotSecret,             [R_OWN,  R_OWN,  R_OWN,  OWN,  R_OWN, S_R_OWN, O,      R_OWN,  O,   O,   O]),
    row(D::EntryRectify, At(Secret),            [NAMED,  NAMED,  NAMED,  O,    O,      NAMED,   O,      O,      O,    O,    O]),
    row(D::EntryAnnul, NotSecret,               [OWN,    OWN,    OWN,    OWN,  OWN,   S_OWN,   O,      OWN,    O,   O,   O]),
    row(D::EntryAnnul, At(Secret),              [OWN,    OWN,    OWN,    O,    O,      NAMED,   O,      O,      O,    O,    O]),
    row(D::EntryClassify, At(Service),          [A,      A,      A,      OWN,  A,      AS,      O,      A,      O,    O,    O]),
    row(D::EntryClassify, At(Reserved),         [A,      A,      A,      OWN,  A,      AS,      O,      A,      O,    O,    O]),
    row(D::EntryClassify, At(Private),          [R_OWN,  R_OWN,  R_OWN,  OWN,  R_OWN, S_R_OWN, O,      R_OWN,  O,   O,   O]),
    row(D::EntryClassify, At(Secret),           [NAMED,  NAMED,  NAMED,  O,    O,      NAMED,   O,      O,      O,    O,    O]),
    row(D::DraftWrite, Always,                  [MINE,   MINE,   MINE,   MINE, MINE,   MINE,    MINE,   MINE,   MINE, MINE, MINE]),
    row(D::ActivityRead, Always,                [E,      E,      E,      O,    E,      E,       O,      E,      O,    O,    O]),
    row(D::ActivityWrite, Always,               [E,      E,      E,      O,    E,      E,       O,      E,      O,    O,    O]),
    row(D::AgendaRead, Always,                  [A_MINE, A_MINE, A_MINE, MINE, A_MINE, AS_MINE, S_MINE, A_MINE, MINE, MINE, MINE]),
    row(D::AgendaWrite, Always,                 [A_MINE, A_MINE, A_MINE, MINE, A_MINE, AS_MINE, S_MINE, A_MINE, MINE, MINE, MINE]),
    row(D::TodayRead, Always,                   [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::Search, Always,                      [E,      E,      E,      E,    E,      E,       E,      E,      O,    O,    O]),
    row(D::ImportRun, Always,                   [O,      O,      O,      O,    O,      E,       E,      O,      O,    O,    O]),
    row(D::ImportRun, OwnOffice,                [E,      E,      E,      O,    O,      O,       O,      E,      O,    O,    O]),
    row(D::CourtRead, Always,                   [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::CourtWrite, Always,                  [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::AuthorityRead, Always,               [E,      E,      E,      E,    E,      E,       E,      E,      O,    O,    O]),
    row(D::AuthorityWrite, Always,              [E,      E,      E,      O,    O,      E,       E,      E,      O,    O,    O]),
    row(D::FacilityRead, Always,                [E,      E,      E,      E,    E,      E,       E,      E,      O,    O,    O]),
    row(D::FacilityWrite, Always,               [E,      E,      E,      O,    O,      E,       E,      E,      O,    O,    O]),
    row(D::HealthRead, Always,                  [A,      A,      A,      O,    O,      AS,      O,      A,      O,    O,    O]),
    row(D::AssessmentWrite, Always,             [A,      A,      A,      O,    O,      AS,      O,      A,      O,    O,    O]),
    row(D::MoneyRead, Always,                   [A,      A,      A,      O,    O,      AS,      S,      AC,     O,    O,    O]),
    row(D::MoneyWrite, Always,                  [A,      A,      A,      O,    O,      AS,      S,      A,      O,    O,    O]),
    row(D::HomeCareRead, Always,                [A,      A,      A,      A,    O,      AS,      S,      AC,     O,    O,    O]),
    row(D::AuditRead, Always,                   [O,      O,      O,      O,    O,      O,       O,      O,      O,    E,    O]),
    row(D::AuditVerify, Always,                 [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::SettingsOwn, Always,                 [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::SettingsOffice, Always,              [O,      O,      O,      O,    O,      E,       O,      O,      O,    O,    E]),
    row(D::SettingsOffice, OwnOffice,           [E,      E,      E,      O,    O,      O,       E,      E,      O,    O,    O]),
    row(D::BackupMake, Always,                  [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::BackupRestore, Always,               [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::KeysChange, Always,                  [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::OfficeJoin, Always,                  [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::OfficeSynchronise, Always,           [E,      E,      E,      E,    E,      E,       E,      E,      E,    E,    E]),
    row(D::OfficeAsk, Always,                   [ASF,    ASF,    ASF,    A,    AS,     ASF,     SF,     ACF,    O,    O,    O]),
];
