//! Who works in the azienda.

use super::{
    dice::Dice as _,
    names::{self, COMUNI, Generation},
};
use crate::SeededRandom;
use cartella_app::{Result, Session, staff};
use cartella_domain::{ids::OperatorId, rights::Role, services::Service};

/// A member of staff as the azienda's life needs her.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Her id.
    pub id: OperatorId,
    /// What she signs as.
    pub role: Role,
    /// In which services she works; none means all.
    pub services: Vec<Service>,
    /// She writes under the headings of a template.
    pub headings: bool,
    /// Cases that she works on, as responsible or as psicologo of the pair.
    pub load: Vec<usize>,
    /// A woman.
    pub woman: bool,
}

impl Colleague {
    /// The archive's own operator, who works in every service.
    #[must_use]
    pub const fn own(id: OperatorId) -> Self {
        Self {
            id,
            role: Role::AssistenteSociale,
            services: Vec::new(),
            headings: true,
            load: Vec::new(),
            woman: true,
        }
    }

    /// Whether she can be responsible for a case of a service.
    #[must_use]
    pub fn takes(&self, service: Service) -> bool {
        matches!(self.role, Role::AssistenteSociale | Role::Pedagogista)
            && (self.services.is_empty() || self.services.contains(&service))
    }

    /// Whether she can be the psicologo of a pair.
    #[must_use]
    pub fn pairs(&self, service: Service) -> bool {
        self.role == Role::Psicologo && self.services.contains(&service)
    }
}

const MINORS: &[Service] = &[
    Service::TutelaMinori,
    Service::SpazioNeutro,
    Service::Affidi,
    Service::EducativaDomiciliareOrdinaria,
];
const SCHOOL: &[Service] = &[Service::Aes, Service::AesSecondaria];
const ADULTS: &[Service] = &[
    Service::Sad,
    Service::SadDimissioniProtette,
    Service::ServizioSocialeDiBase,
];

/// Twelve of twelve: who works where.
const STAFF: [(Role, &[Service]); 12] = [
    (Role::AssistenteSociale, MINORS),
    (Role::Psicologo, MINORS),
    (Role::AssistenteSociale, ADULTS),
    (Role::Pedagogista, SCHOOL),
    (Role::Coordinatore, Service::ALL),
    (Role::AssistenteSociale, MINORS),
    (Role::Amministrativo, Service::ALL),
    (Role::AssistenteSociale, ADULTS),
    (Role::Psicologo, MINORS),
    (Role::EducatoreEnte, SCHOOL),
    (Role::AssistenteSocialeComune, ADULTS),
    (Role::Pedagogista, SCHOOL),
];

/// Adds so many members of staff.
///
/// # Errors
/// The disk does not take it.
pub fn engage(session: &mut Session, random: &SeededRandom, count: usize) -> Result<Vec<Colleague>> {
    let mut colleagues = vec![Colleague::own(session.operator())];
    for (role, services) in STAFF.iter().cycle().take(count) {
        let (origin, woman) = (names::italian(), random.chance(82));
        let coordinator = *role == Role::Coordinatore;
        let form = staff::OperatorForm {
            surname: Some(origin.surname(random)),
            name: Some(origin.first(random, woman, Generation::Grown)),
            qualifica: Some(*role),
            services: services.to_vec(),
            coordinates: if coordinator {
                services.to_vec()
            } else {
                Vec::new()
            },
            comune: (*role == Role::AssistenteSocialeComune).then(|| COMUNI[0].1.to_owned()),
            employer: (*role == Role::EducatoreEnte).then(|| "Cooperativa Il Sentiero".to_owned()),
            ..staff::OperatorForm::default()
        };
        let card = staff::add(session, form)?;
        colleagues.push(Colleague {
            id: card.id,
            role: *role,
            services: services.to_vec(),
            headings: random.chance(60),
            load: Vec::new(),
            woman,
        });
    }
    Ok(colleagues)
}
