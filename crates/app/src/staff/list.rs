//! The members of staff.

use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::{
    Seen,
    rows::{self, Row},
};
use cartella_domain::{
    board::FULL_TIME,
    ids::OperatorId,
    record::AddSet,
    rights::{Action, Role, Subject},
    services::Service,
    staff::Operator,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is written of a member of staff.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OperatorForm {
    /// Surname.
    pub surname: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// What she signs as.
    pub qualifica: Option<Role>,
    /// Further roles.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Role>>")]
    pub further_roles: Vec<Role>,
    /// Services in which she works.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Service>>")]
    pub services: Vec<Service>,
    /// Services that she coordinates.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Service>>")]
    pub coordinates: Vec<Service>,
    /// Comune for which an assistente sociale of a comune works (Belfiore code).
    pub comune: Option<String>,
    /// First day here.
    pub from: Option<CivilDate>,
    /// Last day here.
    pub to: Option<CivilDate>,
    /// The body that employs her.
    pub employer: Option<String>,
    /// How much of a full working time she works, in percent; all of it when not said.
    pub fte: Option<u16>,
}

/// One member of staff.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperatorCard {
    /// Her id.
    pub id: OperatorId,
    /// Surname and name.
    pub label: String,
    /// Works here today.
    pub active: bool,
    /// It is she whose archive this is.
    pub me: bool,
    /// Everything else.
    pub form: OperatorForm,
    /// The writes that made the card: the form gives them back when it saves.
    pub seen: Vec<String>,
    /// Two people wrote it without seeing each other, and somebody still has to choose.
    pub clashed: bool,
}

/// Everybody who works or worked here, by surname.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn list(session: &mut Session, _: Nothing) -> Result<Vec<OperatorCard>> {
    session.allow(Action::StaffList, &Subject::nobody())?;
    let found = rows::select::<Operator>(
        session.archive().db(),
        "NOT deleted ORDER BY surname COLLATE NOCASE, name COLLATE NOCASE, id",
        &[],
    )?;
    found.into_iter().map(|row| card(session, row)).collect()
}

/// A row as the screen shows it.
pub(super) fn card(session: &Session, row: Row<Operator>) -> Result<OperatorCard> {
    let id: OperatorId = row.typed_id()?;
    let Seen(seen) = session.archive().seen(&row.id)?;
    let clashed = row.clashed();
    let operator = row.value;
    Ok(OperatorCard {
        id,
        seen,
        clashed,
        label: label(&operator),
        active: operator.works_on(session.today()),
        me: id == session.operator(),
        form: OperatorForm {
            surname: operator.surname,
            name: operator.name,
            qualifica: operator.qualifica,
            further_roles: operator.further_roles.0,
            services: operator.services.0,
            coordinates: operator.coordinates.0,
            comune: operator.comune,
            from: operator.from,
            to: operator.to,
            employer: operator.employer,
            fte: operator.fte,
        },
    })
}

fn label(operator: &Operator) -> String {
    let parts: Vec<&str> = [operator.surname.as_deref(), operator.name.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" ")
}

impl OperatorForm {
    /// The record of what is written.
    ///
    /// # Errors
    /// `operator_incomplete` without surname or qualifica, `last_day_before_first`.
    pub(super) fn record(self) -> Result<Operator> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Err(Error::field(Code::LastDayBeforeFirst, "to"));
        }
        let said = |text: Option<String>| {
            text.map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty())
        };
        let unnamed = |field| move || Error::field(Code::OperatorIncomplete, field);
        Ok(Operator {
            surname: Some(said(self.surname).ok_or_else(unnamed("surname"))?),
            name: said(self.name),
            qualifica: Some(self.qualifica.ok_or_else(unnamed("qualifica"))?),
            further_roles: AddSet(self.further_roles),
            services: AddSet(self.services),
            coordinates: AddSet(self.coordinates),
            comune: said(self.comune),
            from: self.from,
            to: self.to,
            employer: said(self.employer),
            fte: self.fte.map(|percent| percent.min(FULL_TIME)),
        })
    }
}
