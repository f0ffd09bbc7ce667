//! Mandates, prescriptions and the affidamento of an order, in the files of all its minors.

use super::{
    in_file::{beside, court, writable},
    under::authority_of,
};
use crate::{Act, Code, Error, Result, Session, cases::OneCase};
use cartella_domain::{
    ids::{ActId, CaseId, RecordId},
    people::tidy,
    tutela::{ATTIVITA, AffidamentoEnte, Mandato, Prescrizione, Provvedimento, StatoMandato, TipoAutorita},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What hangs on an order, each with the act that is the same in all files.
pub(super) struct Hanging {
    mandates: Vec<Mandato>,
    prescriptions: Vec<Prescrizione>,
    affidamento: Option<AffidamentoEnte>,
}

/// The same in one file.
pub(super) struct Hung {
    mandates: Vec<(RecordId, Mandato)>,
    prescriptions: Vec<(RecordId, Prescrizione)>,
    affidamento: Option<(RecordId, AffidamentoEnte)>,
}

impl Hanging {
    /// What was typed, tidied; empty lines are left out.
    pub(super) fn of(
        session: &Session,
        mandates: Vec<Mandato>,
        prescriptions: Vec<Prescrizione>,
        affidamento: Option<AffidamentoEnte>,
    ) -> Result<Self> {
        let mut hanging = Self {
            mandates: Vec::new(),
            prescriptions: Vec::new(),
            affidamento: None,
        };
        for mandate in mandates {
            let mandate = accepted_mandate(mandate)?;
            if mandate.activity.is_some() || mandate.words.is_some() {
                hanging.mandates.push(Mandato {
                    act: Some(session.id::<ActId>()),
                    ..mandate
                });
            }
        }
        for prescription in prescriptions {
            let prescription = accepted_prescription(prescription);
            if prescription.words.is_some() {
                hanging.prescriptions.push(Prescrizione {
                    act: Some(session.id::<ActId>()),
                    ..prescription
                });
            }
        }
        hanging.affidamento = affidamento.map(|affidamento| AffidamentoEnte {
            act: Some(session.id::<ActId>()),
            ..accepted_affidamento(affidamento)
        });
        Ok(hanging)
    }

    fn is_empty(&self) -> bool {
        self.mandates.is_empty() && self.prescriptions.is_empty() && self.affidamento.is_none()
    }

    /// Its records in one file, under the order there.
    pub(super) fn in_file(
        &self,
        session: &Session,
        id: RecordId,
        order: &Provvedimento,
        authority: Option<TipoAutorita>,
    ) -> Hung {
        let (case, provvedimento) = (order.case, Some(id));
        let mandates = self.mandates.iter().map(|mandate| {
            let mandate = Mandato {
                case,
                provvedimento,
                state: StatoMandato::Aperto,
                ..mandate.clone()
            };
            mandate.under(order, authority)
        });
        let prescriptions = self.prescriptions.iter().map(|prescription| Prescrizione {
            case,
            provvedimento,
            ..prescription.clone()
        });
        let affidamento = self.affidamento.clone().map(|affidamento| {
            let affidamento = AffidamentoEnte {
                case,
                provvedimento,
                ..affidamento
            };
            affidamento.under(order)
        });
        Hung {
            mandates: mandates.map(|one| (session.id(), one)).collect(),
            prescriptions: prescriptions.map(|one| (session.id(), one)).collect(),
            affidamento: affidamento.map(|one| (session.id(), one)),
        }
    }
}

/// Writes what hangs on an order in one file.
pub(super) fn hang(act: &mut Act<'_>, case: CaseId, hung: &Hung) -> Result<()> {
    let scope = court(case);
    for (id, mandate) in &hung.mandates {
        act.create(scope, *id, mandate)?;
    }
    for (id, prescription) in &hung.prescriptions {
        act.create(scope, *id, prescription)?;
    }
    if let Some((id, affidamento)) = &hung.affidamento {
        act.create(scope, *id, affidamento)?;
    }
    Ok(())
}

/// What is written under an order that is there already.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AddToOrder {
    /// The order, in any of its files.
    pub order: RecordId,
    /// In the files of its other minors too.
    pub everywhere: bool,
    /// What it asks of the service.
    #[serde(default)]
    pub mandates: Vec<Mandato>,
    /// What it asks of others.
    #[serde(default)]
    pub prescriptions: Vec<Prescrizione>,
    /// The eight parts.
    #[serde(default)]
    pub affidamento: Option<AffidamentoEnte>,
}

/// Adds mandates, prescriptions or the affidamento to an order.
///
/// # Errors
/// `forbidden`, `not_found`; `text_missing` where nothing is said; `unknown_code`; the disk is full.
pub fn add_to_order(session: &mut Session, input: AddToOrder) -> Result<OneCase> {
    let (case, row) = writable::<Provvedimento>(session, input.order)?;
    let hanging = Hanging::of(session, input.mandates, input.prescriptions, input.affidamento)?;
    if hanging.is_empty() {
        return Err(Error::field(Code::TextMissing, "words"));
    }
    let kind = authority_of(session, &row.value)?;
    let mut hung = vec![(case, hanging.in_file(session, input.order, &row.value, kind))];
    if input.everywhere {
        for other in beside(session, input.order, &row.value)? {
            if let Some(case) = other.value.case {
                let id = other.typed_id()?;
                hung.push((case, hanging.in_file(session, id, &other.value, kind)));
            }
        }
    }
    session.write(|act| {
        for (case, hung) in &hung {
            hang(act, *case, hung)?;
        }
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}

/// A mandate as stored.
pub(super) fn accepted_mandate(mandate: Mandato) -> Result<Mandato> {
    let foreign = |code: &cartella_domain::codes::Coded| {
        code.list == ATTIVITA.list && code.version == ATTIVITA.version && !ATTIVITA.has(code)
    };
    if mandate.activity.as_ref().is_some_and(foreign) {
        return Err(Error::field(Code::UnknownCode, "activity"));
    }
    Ok(Mandato {
        words: tidy::lines(mandate.words),
        addressee: tidy::text(mandate.addressee),
        every_months: mandate.every_months.filter(|months| *months > 0),
        ..mandate
    })
}

/// A prescription as stored.
pub(super) fn accepted_prescription(prescription: Prescrizione) -> Prescrizione {
    Prescrizione {
        to: tidy::text(prescription.to),
        words: tidy::lines(prescription.words),
        ..prescription
    }
}

/// The eight parts as stored.
pub(super) fn accepted_affidamento(affidamento: AffidamentoEnte) -> AffidamentoEnte {
    AffidamentoEnte {
        placed_with: tidy::lines(affidamento.placed_with),
        service_acts: tidy::lines(affidamento.service_acts),
        placement_acts: tidy::lines(affidamento.placement_acts),
        parents_acts: tidy::lines(affidamento.parents_acts),
        curatore_acts: tidy::lines(affidamento.curatore_acts),
        service_tasks: tidy::lines(affidamento.service_tasks),
        ..affidamento
    }
}
