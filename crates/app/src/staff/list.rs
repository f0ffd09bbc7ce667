//! The members of staff.

use crate::{Result, Session, commands::Nothing};
use cartella_archive::rows::{self, Row};
use cartella_domain::{
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
    let operator = row.value;
    Ok(OperatorCard {
        id,
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
    /// The record of what is written; `None` where a name is missing.
    pub(super) fn record(self) -> Option<Operator> {
        let said = |text: Option<String>| {
            text.map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty())
        };
        Some(Operator {
            surname: Some(said(self.surname)?),
            name: said(self.name),
            qualifica: Some(self.qualifica?),
            further_roles: AddSet(self.further_roles),
            services: AddSet(self.services),
            coordinates: AddSet(self.coordinates),
            comune: said(self.comune),
            from: self.from,
            to: self.to,
            employer: said(self.employer),
        })
    }
}
