//! A case from its opening to its end: opened, assigned, moved and closed by the verbs, on days that fit.

use super::{
    calendar::working_from,
    dice::Dice as _,
    families::{Kin, ages},
    papers::{close, paper, take_in_charge},
    staff::Colleague,
    texts::{Area, Memory, Noun},
};
use crate::SeededRandom;
use cartella_app::{
    Code, Error, Result, Session,
    cases::{self, AssignOperator, MoveCase, OpenCase, PaperKind},
};
use cartella_domain::{
    cases::{
        AssignmentRole, Comuni, Move, Paper, Referral, State, StateName, referral_sources, suspension_reasons,
    },
    ids::{AppointmentId, CaseId, OperatorId, PersonId, SchoolId},
    services::{Audience, Service},
    time::{CivilDate, PartialDate},
};

/// A case in the life of the azienda.
#[derive(Debug, Clone)]
pub struct LivingCase {
    /// The case.
    pub id: CaseId,
    /// Whose.
    pub person: PersonId,
    /// In which service.
    pub service: Service,
    /// How its texts call her.
    pub subject: Noun,
    /// Her birth.
    pub born: CivilDate,
    /// The people around.
    pub kin: Vec<(PersonId, Kin)>,
    /// The parents live apart.
    pub apart: bool,
    /// Who is responsible, by her place in the staff.
    pub responsible: usize,
    /// The psicologo of the pair.
    pub psychologist: Option<usize>,
    /// The first day.
    pub since: CivilDate,
    /// Where it stands.
    pub state: StateName,
    /// The day by which it ends.
    pub ends: CivilDate,
    /// The day of the last entry.
    pub last: Option<CivilDate>,
    /// How many entries it has.
    pub entries: u32,
    /// Entries that are still to be signed.
    pub unsigned: u32,
    /// Promises still open, by their day.
    pub due: Vec<CivilDate>,
    /// Cases of brothers and sisters that were opened with it.
    pub together: Vec<usize>,
    /// The sentences it has had.
    pub memory: Memory,
    /// The school.
    pub school: Option<SchoolId>,
    /// The next appointment.
    pub booked: Option<AppointmentId>,
}

/// What happens to a case next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its team is named.
    Assign,
    /// To "In valutazione".
    Assess,
    /// To "In carico".
    TakeInCharge,
    /// To "Progetto attivo".
    StartPlan,
    /// To "In monitoraggio".
    Monitor,
    /// To "Sospeso".
    Suspend,
    /// Back from it.
    Resume,
    /// To "Non accolto".
    Decline,
    /// To "Chiuso".
    Close,
    /// The new school year.
    Enrol,
}

/// The sort of texts of a service.
#[must_use]
pub const fn area(service: Service) -> Area {
    match service {
        Service::Aes | Service::AesSecondaria => Area::School,
        Service::Sad | Service::SadDimissioniProtette => Area::Home,
        Service::Affidi => Area::Foster,
        Service::SpazioNeutro => Area::Contact,
        Service::EducativaDomiciliareOrdinaria => Area::Educator,
        Service::ServizioSocialeDiBase => Area::Basic,
        _ => Area::Protection,
    }
}

impl LivingCase {
    /// Whether it is worked on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// Whether entries are written of it: somebody has it, and it does not rest.
    #[must_use]
    pub fn is_worked_on(&self) -> bool {
        self.is_open() && !matches!(self.state, StateName::Segnalato | StateName::Sospeso)
    }

    /// The step that follows its state, and the day.
    pub fn next(&self, random: &SeededRandom, day: CivilDate) -> Option<(CivilDate, Step)> {
        let after = |from, to| day.plus_days(random.between(from, to));
        let (when, step) = match self.state {
            StateName::Segnalato => (after(1, 5), Step::Assign),
            StateName::Assegnato | StateName::Riaperto if random.chance(6) => (after(10, 30), Step::Decline),
            StateName::Assegnato | StateName::Riaperto => (after(4, 18), Step::Assess),
            StateName::InValutazione => (after(25, 90), Step::TakeInCharge),
            StateName::InCarico => (after(15, 60), Step::StartPlan),
            StateName::ProgettoAttivo if random.chance(12) => (after(60, 200), Step::Suspend),
            StateName::ProgettoAttivo => (after(150, 420), Step::Monitor),
            StateName::InMonitoraggio => (after(45, 150), Step::Close),
            StateName::Sospeso => (after(20, 60), Step::Resume),
            _ => return None,
        };
        Some(if when >= self.ends {
            (working_from(self.ends), Step::Close)
        } else {
            (working_from(when), step)
        })
    }
}

/// The day by which a case of somebody ends at the latest: before she is too old for the service.
#[must_use]
pub fn end_of(service: Service, born: CivilDate) -> CivilDate {
    let (_, oldest) = ages(service);
    match service.area().audience {
        Audience::Minors if matches!(service, Service::Aes | Service::AesSecondaria) => {
            // The summer after the last year of the school that the service follows.
            CivilDate::from_ymd(born.year() + i32::try_from(oldest).unwrap_or(13) + 1, 6, 30)
                .unwrap_or_default()
        }
        Audience::Minors => CivilDate::from_ymd(born.year() + 17, 12, 1)
            .unwrap_or_default()
            .min(born.plus_days(17 * 365 + 300)),
        _ => born.plus_days(110 * 366),
    }
}

/// What a case is opened with.
pub struct Opening<'a> {
    /// In which service.
    pub service: Service,
    /// For whom: brothers and sisters together.
    pub people: &'a [PersonId],
    /// Who else belongs to it.
    pub involved: Vec<PersonId>,
    /// The comune.
    pub comune: &'a str,
    /// The state of a case that runs already.
    pub running: Option<State>,
    /// The team, unless it is named later.
    pub team: Option<(OperatorId, Option<OperatorId>)>,
}

/// Opens it, one case a person.
///
/// # Errors
/// The verb's own.
pub fn open(session: &mut Session, random: &SeededRandom, opening: Opening<'_>) -> Result<Vec<CaseId>> {
    let today = session.today();
    let began = opening
        .running
        .as_ref()
        .and_then(State::since)
        .and_then(PartialDate::date);
    let referred = began.unwrap_or(today).plus_days(-random.between(0, 6));
    let source = random.word("1|2|3|5|6|7|8");
    let comuni = Comuni {
        since: Some(began.unwrap_or(today)),
        residence: Some(opening.comune.to_owned()),
        in_charge: Some(opening.comune.to_owned()),
        costs: None,
    };
    let (responsible, psychologist) = opening.team.map_or((None, None), |(one, two)| (Some(one), two));
    let alone = opening.service.area().mini_equipe && psychologist.is_none() && responsible.is_some();
    let input = OpenCase {
        people: opening.people.to_vec(),
        service: opening.service,
        referral: Some(Referral {
            on: Some(PartialDate::exact(referred)),
            source: referral_sources().answer(source),
            protocol: Some(random.between(1_000, 48_000).to_string()),
            urgent: random.chance(4),
        }),
        comuni: Some(comuni),
        involved: opening.involved,
        protected: Vec::new(),
        responsible,
        psychologist,
        without_psychologist: alone.then(|| Paper {
            waived: Some("Nessuno psicologo disponibile nel servizio".to_owned()),
            ..Paper::default()
        }),
        assigned_from: responsible.and(began),
        running: opening.running,
        paper_number: None,
    };
    Ok(cases::open(session, input)?.cases)
}

/// Makes a step of a case, by the one who is responsible for it.
///
/// # Errors
/// The verb's own.
pub fn step(
    session: &mut Session,
    random: &SeededRandom,
    staff: &[Colleague],
    case: &mut LivingCase,
    step: Step,
) -> Result<()> {
    let who = |index: usize| staff.get(index).map(|colleague| colleague.id);
    let responsible = who(case.responsible).ok_or_else(|| Error::new(Code::NotFound))?;
    session.act_as(responsible);
    match step {
        Step::Assign => {
            assign(session, case.id, responsible, AssignmentRole::Responsabile)?;
            match case.psychologist.and_then(who) {
                Some(psychologist) => assign(session, case.id, psychologist, AssignmentRole::Psicologo)?,
                None if case.service.area().mini_equipe => {
                    // The state follows when the pair is said not to be had.
                    paper(session, random, case.id, PaperKind::WithoutPsychologist)?;
                    make(session, case.id, Move::Assign)?;
                }
                None => {}
            }
            case.state = StateName::Assegnato;
        }
        Step::Assess => advance(session, case, Move::Assess, StateName::InValutazione)?,
        Step::TakeInCharge => {
            take_in_charge(session, random, case)?;
            case.state = StateName::InCarico;
        }
        Step::StartPlan => {
            paper(session, random, case.id, PaperKind::Plan)?;
            advance(session, case, Move::StartPlan, StateName::ProgettoAttivo)?;
        }
        Step::Monitor => {
            // A case that was entered as running may still lack its plan.
            paper(session, random, case.id, PaperKind::Plan)?;
            advance(session, case, Move::Monitor, StateName::InMonitoraggio)?;
        }
        Step::Suspend => {
            let reason = suspension_reasons().answer(random.word("ATTESA_RISORSE|RICHIESTA|ASSENZA"));
            let until = Some(session.today().plus_days(60));
            advance(session, case, Move::Suspend { until, reason }, StateName::Sospeso)?;
        }
        Step::Resume => advance(session, case, Move::Resume, StateName::ProgettoAttivo)?,
        Step::Decline => {
            let reason = cartella_domain::cases::decline_reasons().answer("BISOGNO_ASSENTE");
            let step = Move::Decline {
                reason,
                sent_to: None,
            };
            advance(session, case, step, StateName::NonAccolto)?;
        }
        Step::Close => {
            close(session, random, case)?;
            case.state = StateName::Chiuso;
        }
        Step::Enrol => {}
    }
    Ok(())
}

fn assign(session: &mut Session, case: CaseId, operator: OperatorId, role: AssignmentRole) -> Result<()> {
    let input = AssignOperator {
        case,
        operator,
        role,
        from: None,
        to: None,
        stands_in_for: None,
    };
    cases::assign(session, input).map(drop)
}

pub(super) fn make(session: &mut Session, case: CaseId, step: Move) -> Result<()> {
    let input = MoveCase {
        case,
        step,
        on: None,
        reason: None,
    };
    cases::move_case(session, input).map(drop)
}

fn advance(session: &mut Session, case: &mut LivingCase, step: Move, reached: StateName) -> Result<()> {
    make(session, case.id, step)?;
    case.state = reached;
    Ok(())
}
