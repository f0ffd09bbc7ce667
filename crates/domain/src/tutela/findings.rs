//! What in the papers of a court does not fit or is missing: shown, never a reason to refuse what comes in.

use super::{
    affidamento::{AffidamentoEnte, MAX_MONTHS, MAX_REPORT_MONTHS, Part},
    mandato::Mandato,
    provvedimento::Provvedimento,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One finding about an order and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CourtFinding {
    /// It came in before its own date: it may be antedated, or a date is wrong.
    ReceivedBeforeIssued,
    /// The day on which it came in is not known: its clocks do not run.
    NotReceived,
    /// By which authority is not known.
    NoAuthority,
    /// An order of a kind that our exports have to count has no date or authority (SINBA).
    SinbaIncomplete,
    /// A mandate says no service that shall carry it out.
    MandateWithoutAddressee,
    /// A mandate's term runs from a date that is not known yet.
    TermWithoutStart,
    /// A day of the order changed, and a term still runs from the day before: the order has to be saved again.
    TermStartDiffers,
    /// An order that binds the service has no mandate written down.
    NoMandate,
    /// The order entrusts the minor to the service, and its eight parts are not written down.
    NoAffidamento,
    /// The affidamento lacks parts that the law asks for.
    PartsMissing {
        /// Which.
        parts: Vec<Part>,
    },
    /// It lasts longer than the law allows.
    TooLong,
    /// Its reports are further apart than the law allows.
    ReportsTooRare,
    /// It changes who decides for the minor, and no responsibility was changed by it yet.
    ResponsibilityUnchanged,
}

/// What stands beside an order, as far as the findings look.
pub struct Beside<'a> {
    /// Its mandates.
    pub mandates: &'a [&'a Mandato],
    /// Its affidamento all'ente.
    pub affidamento: Option<&'a AffidamentoEnte>,
    /// A parental responsibility names it.
    pub changes_responsibility: bool,
}

/// The findings about an order.
#[must_use]
pub fn of_order(order: &Provvedimento, beside: &Beside<'_>) -> Vec<CourtFinding> {
    let mut found = Vec::new();
    let mut add = |holds: bool, finding: CourtFinding| {
        if holds {
            found.push(finding);
        }
    };
    let received = order.received_on();
    let early = received
        .zip(order.issued_on)
        .is_some_and(|(received, issued)| received < issued);
    add(early, CourtFinding::ReceivedBeforeIssued);
    add(received.is_none(), CourtFinding::NotReceived);
    add(order.autorita.is_none(), CourtFinding::NoAuthority);
    add(is_incomplete_for_sinba(order), CourtFinding::SinbaIncomplete);
    let orders = !order.ends_others();
    add(orders && beside.mandates.is_empty(), CourtFinding::NoMandate);
    let unsaid = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let open = || beside.mandates.iter().filter(|mandate| mandate.is_open());
    add(
        open().any(|mandate| unsaid(&mandate.addressee)),
        CourtFinding::MandateWithoutAddressee,
    );
    add(
        open().any(|mandate| mandate.from.is_some() && mandate.start_in(order).is_none()),
        CourtFinding::TermWithoutStart,
    );
    add(
        open().any(|mandate| mandate.starts_on != mandate.start_in(order)),
        CourtFinding::TermStartDiffers,
    );
    match beside.affidamento {
        None => add(order.code() == "AFF_ENTE", CourtFinding::NoAffidamento),
        Some(affidamento) => {
            let parts = affidamento.missing();
            add(!parts.is_empty(), CourtFinding::PartsMissing { parts });
            add(
                affidamento.months.is_some_and(|months| months > MAX_MONTHS),
                CourtFinding::TooLong,
            );
            let rare = affidamento
                .report_months
                .is_some_and(|months| months > MAX_REPORT_MONTHS);
            add(rare, CourtFinding::ReportsTooRare);
        }
    }
    add(
        order.is_of_responsibility() && !beside.changes_responsibility,
        CourtFinding::ResponsibilityUnchanged,
    );
    found
}

/// Whether the export of minors cannot say of this order what it must: date, authority and type (scenario 23).
#[must_use]
pub fn is_incomplete_for_sinba(order: &Provvedimento) -> bool {
    !order.ends_others()
        && order.code() != "RICH_INFO"
        && (order.issued_on.is_none() || order.autorita.is_none() || order.kind.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tutela::{TIPI, Termine, codes::Decorrenza};

    fn order(code: &str) -> Provvedimento {
        Provvedimento {
            kind: TIPI.answer(code),
            autorita: Some("TM-MI".into()),
            issued_on: "2026-04-01".parse().ok(),
            arrived_on: "2026-04-02".parse().ok(),
            ..Provvedimento::default()
        }
    }

    fn findings(order: &Provvedimento, mandate: Option<&Mandato>) -> Vec<CourtFinding> {
        let under = mandate.map(|mandate| mandate.clone().under(order, None));
        let mandates: Vec<&Mandato> = under.iter().collect();
        let beside = Beside {
            mandates: &mandates,
            affidamento: None,
            changes_responsibility: false,
        };
        of_order(order, &beside)
    }

    fn mandate() -> Mandato {
        Mandato {
            addressee: Some("Servizio tutela".into()),
            ..Mandato::default()
        }
    }

    #[test]
    fn a_whole_order_has_none_and_a_mandate_may_have_no_term() {
        assert_eq!(findings(&order("MONIT"), Some(&mandate())), []);
    }

    #[test]
    fn an_antedated_order_and_a_mandate_to_nobody_are_said_and_not_refused() {
        let early = Provvedimento {
            arrived_on: "2026-03-30".parse().ok(),
            ..order("MONIT")
        };
        assert_eq!(
            findings(&early, Some(&mandate())),
            [CourtFinding::ReceivedBeforeIssued]
        );
        let at_once = Provvedimento {
            arrived_on: "2026-04-01".parse().ok(),
            ..order("MONIT")
        };
        assert_eq!(
            findings(&at_once, Some(&mandate())),
            [],
            "an order can arrive on its own day"
        );
        let nobody = Mandato {
            from: Some(Decorrenza::Notifica),
            term: Termine::Giorni { days: 60 },
            ..Mandato::default()
        };
        assert_eq!(
            findings(&order("MONIT"), Some(&nobody)),
            [
                CourtFinding::MandateWithoutAddressee,
                CourtFinding::TermWithoutStart
            ]
        );
        assert_eq!(findings(&order("MONIT"), None), [CourtFinding::NoMandate]);
        let moved = mandate().under(&early, None);
        let beside = Beside {
            mandates: &[&moved],
            affidamento: None,
            changes_responsibility: false,
        };
        assert_eq!(
            of_order(&order("MONIT"), &beside),
            [CourtFinding::TermStartDiffers]
        );
    }

    #[test]
    fn scenario_23_an_order_without_its_date_is_named_before_any_export() {
        let undated = Provvedimento {
            issued_on: None,
            ..order("MONIT")
        };
        assert_eq!(
            findings(&undated, Some(&mandate())),
            [CourtFinding::SinbaIncomplete]
        );
    }

    #[test]
    fn an_affidamento_has_eight_parts_two_years_at_most_and_reports_twice_a_year() {
        let whole = || Some("…".to_owned());
        let mut affidamento = AffidamentoEnte {
            placed_with: whole(),
            service_acts: whole(),
            placement_acts: whole(),
            parents_acts: whole(),
            curatore_acts: whole(),
            service_tasks: whole(),
            months: Some(24),
            report_months: Some(6),
            ..AffidamentoEnte::default()
        };
        let mandate = mandate().under(&order("AFF_ENTE"), None);
        let of = |affidamento: &AffidamentoEnte| {
            let beside = Beside {
                mandates: &[&mandate],
                affidamento: Some(affidamento),
                changes_responsibility: false,
            };
            of_order(&order("AFF_ENTE"), &beside)
        };
        assert_eq!(of(&affidamento), []);
        affidamento.months = Some(25);
        affidamento.report_months = Some(7);
        affidamento.curatore_acts = Some("  ".into());
        assert_eq!(
            of(&affidamento),
            [
                CourtFinding::PartsMissing { parts: vec![Part::E] },
                CourtFinding::TooLong,
                CourtFinding::ReportsTooRare
            ]
        );
        assert_eq!(
            findings(&order("AFF_ENTE"), Some(&mandate)),
            [CourtFinding::NoAffidamento]
        );
    }

    #[test]
    fn an_order_about_responsibility_asks_for_the_change_itself() {
        assert_eq!(
            findings(&order("DEC_330"), Some(&mandate())),
            [CourtFinding::ResponsibilityUnchanged]
        );
    }
}
