//! The parties sign, one after the other; with the last signature the plan is signed for ever, and answers what "Progetto
//! attivo" asks.

use super::{
    PlanRef,
    loaded::{Loaded, core, refused},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::queries;
use cartella_domain::{
    cases::{Episode, Paper},
    ids::{EpisodeId, RecordId},
    plans::{self, Goal, Party, Plan, PlanSignature, PlanState, PlanVersion, SignedHow},
    rights::Action,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who signs which plan, and how.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SignParty {
    /// The plan.
    pub id: RecordId,
    /// Who, as the plan names him.
    pub party: Party,
    /// How. An operator of the service signs as herself alone.
    pub how: SignedHow,
    /// The day; today without.
    pub on: Option<CivilDate>,
}

/// Takes a signature; with the last one the plan is signed.
///
/// # Errors
/// `forbidden`, `not_found`; `plan_other_state` where it is not shared; `not_a_party` for who is not to sign;
/// `signature_missing` where nothing was drawn and nothing says why; `day_in_future`; the disk is full.
pub fn sign_party(session: &mut Session, input: SignParty) -> Result<PlanRef> {
    let loaded = Loaded::of(session, input.id, Action::PlanWrite)?;
    if !matches!(loaded.plan.state, PlanState::Condiviso { .. }) {
        return Err(Code::PlanOtherState.into());
    }
    if !loaded.plan.parties.iter().any(|party| *party == input.party) {
        return Err(Error::field(Code::NotAParty, "party"));
    }
    if !input.how.answers() {
        return Err(Error::field(Code::SignatureMissing, "signature"));
    }
    if let SignedHow::Operator { operator } = input.how
        && operator != session.operator()
    {
        return Err(Code::Forbidden.into());
    }
    let on = input.on.unwrap_or_else(|| session.today());
    if on > session.today() {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    let signature = PlanSignature {
        plan: Some(input.id),
        case: Some(loaded.case),
        party: Some(input.party),
        how: Some(input.how),
        on: Some(on),
        by: Some(session.operator()),
    };
    let mut signatures = current(&loaded, session)?;
    signatures.push(signature.clone());
    let done = conclusion(session, &loaded, signatures)?;
    let id: RecordId = session.id();
    session.write(|act| {
        act.about(loaded.case);
        act.create(core(loaded.case), id, &signature)?;
        if let Some(done) = &done {
            done.write(act, &loaded)?;
        }
        Ok(PlanRef { id: input.id })
    })
}

/// All have signed, on several computers: the plan is signed.
///
/// # Errors
/// `forbidden`, `not_found`; `plan_other_state`; `plan_unsigned` with how many have not signed; the disk is full.
pub fn conclude(session: &mut Session, input: PlanRef) -> Result<PlanRef> {
    let loaded = Loaded::of(session, input.id, Action::PlanWrite)?;
    let signatures = current(&loaded, session)?;
    plans::sign(&loaded.plan, &signatures, session.today()).map_err(|refusal| refused(&refusal))?;
    let done = conclusion(session, &loaded, signatures)?;
    session.write(|act| {
        act.about(loaded.case);
        if let Some(done) = &done {
            done.write(act, &loaded)?;
        }
        Ok(input)
    })
}

fn current(loaded: &Loaded, session: &Session) -> Result<Vec<PlanSignature>> {
    let rows = loaded.signatures(session)?;
    Ok(rows.into_iter().map(|row| row.value).collect())
}

/// What the last signature makes of a plan.
struct Conclusion {
    plan: Plan,
    id: RecordId,
    version: PlanVersion,
    on: CivilDate,
    /// The episode whose state asks for a signed plan, where none was recorded.
    episode: Option<(EpisodeId, Episode)>,
}

/// None while somebody has not signed.
fn conclusion(
    session: &Session,
    loaded: &Loaded,
    signatures: Vec<PlanSignature>,
) -> Result<Option<Conclusion>> {
    let Ok(state) = plans::sign(&loaded.plan, &signatures, session.today()) else {
        return Ok(None);
    };
    let PlanState::Firmato { on } = state else {
        return Ok(None);
    };
    let plan = Plan {
        state,
        ..loaded.plan.clone()
    };
    let goals: Vec<Goal> = loaded.goals(session)?.into_iter().map(|row| row.value).collect();
    let episodes = queries::cases::episodes(session.archive().db(), loaded.case)?;
    let episode = episodes
        .into_iter()
        .next()
        .filter(|row| !Paper::is_there(row.value.plan.as_ref()));
    let paper = Paper {
        on: Some(on),
        ..Paper::default()
    };
    let episode = episode
        .map(|row| {
            let id: EpisodeId = row.typed_id()?;
            let plan = Some(paper);
            Ok::<_, Error>((id, Episode { plan, ..row.value }))
        })
        .transpose()?;
    let version = PlanVersion {
        plan: Some(loaded.id),
        case: Some(loaded.case),
        on: Some(on),
        signed_at: Some(session.now()),
        author: Some(session.operator()),
        content: Some(plan.clone()),
        goals: Some(goals),
        signatures: Some(signatures),
    };
    Ok(Some(Conclusion {
        plan,
        id: session.id(),
        version,
        on,
        episode,
    }))
}

impl Conclusion {
    fn write(&self, act: &mut crate::Act<'_>, loaded: &Loaded) -> Result<()> {
        act.edit(loaded.id, &self.plan, None)?;
        act.sign(core(loaded.case), self.id, &self.version, &self.on.to_string())?;
        if let Some((id, episode)) = &self.episode {
            act.edit(*id, episode, None)?;
        }
        Ok(())
    }
}
