//! Records what a case lacks: a paper by date and protocol, the referral, the dates of a case that was running.

use super::{OneCase, loaded::Loaded};
use crate::{Code, Result, Session};
use cartella_domain::{
    cases::{CaseFile, Comuni, Episode, Paper, Referral, State},
    ids::CaseId,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// Informativa privacy.
    PrivacyNotice,
    /// Consent to the plan.
    Consent,
    /// The order of the court.
    CourtMandate,
    /// The act that ended it.
    MandateEnded,
    /// The signed plan.
    Plan,
    /// Prosieguo amministrativo.
    Prosieguo,
    /// Why it goes without a psicologo.
    WithoutPsychologist,
    /// The final report of a closed case.
    FinalReport,
    /// The handover of a transferred case.
    Handover,
}

/// What is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CompleteCase {
    /// The case.
    pub case: CaseId,
    /// A paper.
    pub which: Option<PaperKind>,
    /// That paper; `None` takes back what was recorded.
    pub paper: Option<Paper>,
    /// How the office learnt of it.
    pub referral: Option<Referral>,
    /// The present state with what was missing: its name may not change.
    pub state: Option<State>,
    /// Comune of residence and comune in charge, where none was recorded.
    pub comuni: Option<Comuni>,
}

/// Records it.
///
/// # Errors
/// `forbidden`, `not_found`; `no_such_move` if the state given is another one; the disk is full.
pub fn complete(session: &mut Session, input: CompleteCase) -> Result<OneCase> {
    let loaded = Loaded::of(session, input.case, Action::CasePaper)?;
    let (id, episode) = loaded.episode()?;
    let mut episode = episode.clone();
    if let Some(state) = input.state {
        if state.name() != episode.state.name() {
            return Err(Code::NoSuchMove.into());
        }
        episode.state = state;
    }
    if let Some(referral) = input.referral {
        episode.referral = Some(referral);
    }
    if let Some(which) = input.which {
        put(&mut episode, which, input.paper)?;
    }
    let mut file = loaded.file.clone();
    if file.comuni.is_none() {
        file.comuni = input.comuni;
    }
    if file.first_referral.is_none() {
        file.first_referral = episode.referral.as_ref().and_then(|referral| referral.on);
    }
    store(session, input.case, &file, (id, &episode))
}

fn store(
    session: &mut Session,
    case: CaseId,
    file: &CaseFile,
    episode: (cartella_domain::ids::EpisodeId, &Episode),
) -> Result<OneCase> {
    session.write(|act| {
        act.edit(episode.0, episode.1, None)?;
        act.edit(case, file, None)?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}

fn put(episode: &mut Episode, which: PaperKind, paper: Option<Paper>) -> Result<()> {
    let place = match which {
        PaperKind::PrivacyNotice => &mut episode.privacy_notice,
        PaperKind::Consent => &mut episode.consent,
        PaperKind::CourtMandate => &mut episode.court_mandate,
        PaperKind::MandateEnded => &mut episode.mandate_ended,
        PaperKind::Plan => &mut episode.plan,
        PaperKind::Prosieguo => &mut episode.prosieguo,
        PaperKind::WithoutPsychologist => &mut episode.without_psychologist,
        PaperKind::FinalReport => match &mut episode.state {
            State::Chiuso { final_report, .. } => final_report,
            _ => return Err(Code::NoSuchMove.into()),
        },
        PaperKind::Handover => match &mut episode.state {
            State::Trasferito { handover, .. } => handover,
            _ => return Err(Code::NoSuchMove.into()),
        },
    };
    *place = paper;
    Ok(())
}
