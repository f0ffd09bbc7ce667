//! Deadlines: derived from what records say, the same everywhere they are shown, decided about beside the record.

use crate::files::{assign, case};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Code as Refusal, ErrorKind,
    agenda::{AskRange, range},
    cases::{CasePage, OneCase, get},
    commands::Nothing,
    deadlines::{
        CalendarWords, CaseDeadlines, ChangeRules, DeadlineRules, DeadlineView, DecideDeadline, calendar,
        change_rules, decide, of_case, rules,
    },
    today::today,
};
use cartella_archive::rows;
use cartella_domain::{
    agenda::{AgendaItem, AgendaSource, AgendaView},
    cases::{AssignmentRole, Episode, Paper},
    deadlines::{Code, Decision, LeapBirth, Length, Moment, Office as Terms, State, TermKey},
    ids::{CaseId, EpisodeId, PersonId},
    people::{Person, ResidencePermit},
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

fn person(office: &Office, file: CaseId) -> PersonId {
    office.session.case_facts(file).unwrap().person
}

/// The first episode of a case.
fn taken_in_charge(office: &mut Office, file: CaseId, prosieguo: Option<Paper>) {
    let (id, me): (EpisodeId, _) = (office.session.id(), office.session.operator());
    let episode = Episode {
        case: Some(file),
        number: Some(1),
        prosieguo,
        opened_by: Some(me),
        ..Episode::default()
    };
    let core = ScopeId::new(file.uuid(), ScopeKind::CaseCore);
    office
        .session
        .write(|act| act.create(core, id, &episode))
        .unwrap();
}

/// Changes the card of a case's person.
fn card(office: &mut Office, file: CaseId, change: impl FnOnce(&mut Person)) {
    let id = person(office, file);
    let row = rows::get::<Person>(office.session.archive().db(), &id.to_string()).unwrap();
    let mut card = row.unwrap().value;
    change(&mut card);
    office.session.write(|act| act.edit(id, &card, None)).unwrap();
}

/// Born so that the eighteenth birthday lies so many days from today.
fn comes_of_age(office: &mut Office, file: CaseId, days: i64) {
    let day = office.session.today().plus_days(days);
    let birth = CivilDate::from_ymd(day.year() - 18, 1, 1).unwrap();
    let offset = day.days_since(CivilDate::from_ymd(day.year(), 1, 1).unwrap());
    let text = birth.plus_days(offset).to_string();
    let birth: CivilDate = text.parse().unwrap();
    card(office, file, |card| {
        card.birth = Some(cartella_domain::time::PartialDate::exact(birth));
    });
}

/// A permit that expires so many days from today: its renewal is asked for 60 days before.
fn permit(office: &mut Office, file: CaseId, days: i64) {
    let expires = office.session.today().plus_days(days);
    card(office, file, |card| {
        card.residence_permit = Some(ResidencePermit {
            expires: Some(expires),
            ..ResidencePermit::default()
        });
    });
}

fn asked(office: &mut Office, file: CaseId) -> CaseDeadlines {
    of_case(&mut office.session, OneCase { case: file }).unwrap()
}

fn first(office: &mut Office, file: CaseId) -> DeadlineView {
    asked(office, file).open.remove(0)
}

fn page(office: &mut Office, file: CaseId) -> CasePage {
    get(&mut office.session, OneCase { case: file }).unwrap()
}

fn deadlines(items: &[AgendaItem]) -> Vec<Code> {
    items
        .iter()
        .filter(|item| item.source == AgendaSource::Deadline)
        .filter_map(|item| Some(item.deadline?.key.code))
        .collect()
}

fn is_whole(office: &Office) {
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

fn say(office: &mut Office, file: CaseId, decision: Decision, reason: &str) {
    let key = key(office, file);
    let input = DecideDeadline {
        case: file,
        key,
        decision,
        reason: Some(reason.to_owned()),
    };
    decide(&mut office.session, input).unwrap();
}

fn key(office: &mut Office, file: CaseId) -> TermKey {
    let found = asked(office, file);
    let mut all = found.open.iter().chain(&found.past);
    all.next().unwrap().deadline.key
}

#[test]
fn a_permit_about_to_end_is_the_same_in_oggi_agenda_header_and_case_and_stays_when_it_is_over() {
    let mut office = Office::new(201).unwrap();
    let file = case(&mut office, Service::Sad, "Rossi");
    taken_in_charge(&mut office, file, None);
    assert!(asked(&mut office, file).open.is_empty());
    permit(&mut office, file, 63);
    let due = office.session.today().plus_days(3);
    let view = first(&mut office, file);
    assert_eq!(
        (view.deadline.key.code, view.deadline.due, view.standing.state),
        (Code::PermessoSoggiorno, Moment::Day(due), State::DueSoon)
    );
    assert_eq!((view.standing.days, view.verified), (3, false));
    let shown = page(&mut office, file).header;
    assert_eq!(
        (shown.next_due, shown.next_deadline.map(|next| next.key)),
        (Some(due), Some(view.deadline.key))
    );
    let day = today(&mut office.session, Nothing {}).unwrap();
    assert_eq!(deadlines(&day.due.soon), [Code::PermessoSoggiorno]);
    let ask = AskRange {
        view: AgendaView::Day,
        day: due,
    };
    let on = range(&mut office.session, ask).unwrap();
    assert_eq!(deadlines(&on.days[0].items), [Code::PermessoSoggiorno]);
    assert_eq!(on.days[0].items[0].cases, [file]);
    is_whole(&office);
    office.clock.pass_minutes(400 * 24 * 60);
    let view = first(&mut office, file);
    assert_eq!(view.standing.state, State::Overdue);
    let day = today(&mut office.session, Nothing {}).unwrap();
    assert_eq!(deadlines(&day.due.overdue), [Code::PermessoSoggiorno]);
    assert_eq!(page(&mut office, file).header.next_due, Some(due));
}

#[test]
fn coming_of_age_matters_in_services_for_minors_until_a_court_prolongs_the_care() {
    let mut office = Office::new(202).unwrap();
    let (minor, adult) = (
        case(&mut office, Service::TutelaMinori, "Bianchi"),
        case(&mut office, Service::Sad, "Verdi"),
    );
    for file in [minor, adult] {
        comes_of_age(&mut office, file, 100);
    }
    assert_eq!(first(&mut office, minor).deadline.key.code, Code::MaggioreEta);
    assert!(asked(&mut office, adult).open.is_empty());
    // 180 days before it was told of; of the alert at 90 days Oggi tells when it is reached.
    let mut soon = || deadlines(&today(&mut office.session, Nothing {}).unwrap().due.soon);
    assert_eq!(soon(), []);
    office.clock.pass_minutes(11 * 24 * 60);
    let soon = deadlines(&today(&mut office.session, Nothing {}).unwrap().due.soon);
    assert_eq!(soon, [Code::MaggioreEta]);
    let prosieguo = Paper {
        on: Some(office.session.today()),
        ..Paper::default()
    };
    taken_in_charge(&mut office, minor, Some(prosieguo));
    assert_eq!(first(&mut office, minor).deadline.key.code, Code::ProsieguoFine);
    is_whole(&office);
}

#[test]
fn a_start_that_changes_computes_the_term_anew() {
    let mut office = Office::new(203).unwrap();
    let file = case(&mut office, Service::Sad, "Rossi");
    permit(&mut office, file, 63);
    let before = first(&mut office, file).deadline.key;
    permit(&mut office, file, 163);
    let after = first(&mut office, file).deadline;
    assert_eq!(after.due.date(), office.session.today().plus_days(103));
    assert_ne!(after.key, before, "another paper");
    card(&mut office, file, |card| card.residence_permit = None);
    assert!(asked(&mut office, file).open.is_empty());
    is_whole(&office);
}

#[test]
fn another_end_asks_why_an_extension_counts_when_it_is_granted_and_every_decision_stays() {
    let mut office = Office::new(204).unwrap();
    let file = case(&mut office, Service::Sad, "Rossi");
    taken_in_charge(&mut office, file, None);
    permit(&mut office, file, 63);
    let (day, key) = (office.session.today(), key(&mut office, file));
    let to = |days| Moment::Day(day.plus_days(days));
    let moved = |days| Decision::Moved {
        to: to(days),
        computed: None,
    };
    let without = DecideDeadline {
        case: file,
        key,
        decision: moved(20),
        reason: Some("  ".into()),
    };
    let refused = decide(&mut office.session, without).err().unwrap();
    assert_eq!(refused.code, Refusal::ReasonMissing);
    say(&mut office, file, moved(20), "appuntamento in questura");
    let view = first(&mut office, file);
    assert_eq!((view.deadline.due, view.deadline.computed), (to(20), Some(to(3))));
    assert!(!view.deadline.overridden.as_ref().unwrap().outdated);
    assert_eq!(page(&mut office, file).header.next_due, Some(day.plus_days(20)));
    let until = day.plus_days(40);
    say(
        &mut office,
        file,
        Decision::ExtensionAsked { on: day, until: None },
        "",
    );
    assert_eq!(first(&mut office, file).deadline.due, to(20));
    say(
        &mut office,
        file,
        Decision::ExtensionGranted { on: day, until },
        "",
    );
    let view = first(&mut office, file);
    assert_eq!((view.deadline.due, view.deadline.contested), (to(40), false));
    let sql = "DELETE FROM deadline_change";
    let kept = office.session.archive().db().execute(sql, []);
    assert!(kept.is_err(), "what is signed is kept");
    is_whole(&office);
    office.session.archive().rebuild().unwrap();
    assert_eq!(first(&mut office, file).deadline.due, to(40));
}

#[test]
fn met_lies_in_the_past_and_can_be_taken_back() {
    let mut office = Office::new(208).unwrap();
    let file = case(&mut office, Service::Sad, "Rossi");
    taken_in_charge(&mut office, file, None);
    permit(&mut office, file, 63);
    let (day, key) = (office.session.today(), key(&mut office, file));
    let to = |days| Moment::Day(day.plus_days(days));
    let tomorrow = Decision::Met { at: to(1), by: None };
    let input = DecideDeadline {
        case: file,
        key,
        decision: tomorrow,
        reason: None,
    };
    let refused = decide(&mut office.session, input).err().unwrap();
    assert_eq!(refused.code, Refusal::DayInFuture);
    say(&mut office, file, Decision::Met { at: to(0), by: None }, "");
    let met = asked(&mut office, file);
    assert_eq!((met.open.len(), met.past[0].standing.state), (0, State::Met));
    assert_eq!(met.past[0].decisions.len(), 1);
    assert_eq!(page(&mut office, file).header.next_due, None);
    say(
        &mut office,
        file,
        Decision::Reopened,
        "la ricevuta era di un altro",
    );
    assert_eq!(first(&mut office, file).deadline.due, to(3));
    is_whole(&office);
}

#[test]
fn who_does_not_work_on_the_case_neither_sees_nor_decides() {
    let mut office = Office::new(205).unwrap();
    let file = case(&mut office, Service::Sad, "Rossi");
    permit(&mut office, file, 63);
    let key = key(&mut office, file);
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    office.session.act_as(other);
    let refused = of_case(&mut office.session, OneCase { case: file });
    assert!(refused.is_err());
    let input = DecideDeadline {
        case: file,
        key,
        decision: Decision::Reopened,
        reason: Some("…".into()),
    };
    let refused = decide(&mut office.session, input).err().unwrap();
    assert!(matches!(refused.kind, ErrorKind::Forbidden | ErrorKind::NotFound));
    let day = today(&mut office.session, Nothing {}).unwrap();
    assert_eq!(deadlines(&day.due.soon), []);
    assign(&mut office, file, other, AssignmentRole::Psicologo);
    let day = today(&mut office.session, Nothing {}).unwrap();
    assert_eq!(deadlines(&day.due.soon), [Code::PermessoSoggiorno]);
}

#[test]
fn what_the_office_decides_about_terms_computes_them_anew() {
    let mut office = Office::new(206).unwrap();
    let file = case(&mut office, Service::TutelaMinori, "Bianchi");
    card(&mut office, file, |card| card.birth = "2012-02-29".parse().ok());
    assert_eq!(
        first(&mut office, file).deadline.due.date().to_string(),
        "2030-03-01"
    );
    let coordinator = office.colleague("Sala", Role::Coordinatore).unwrap();
    let me = office.session.operator();
    let decided = Terms {
        leap_birth: LeapBirth::LastOfFebruary,
        patron: "12-07".parse().ok(),
        ..Terms::default()
    };
    office.session.act_as(coordinator);
    let input = ChangeRules {
        office: decided.clone(),
        reason: "Delibera dell’ufficio di piano".into(),
    };
    let stored = change_rules(&mut office.session, input).unwrap();
    assert_eq!((stored.office, stored.rules.len()), (decided, Code::ALL.len()));
    office.session.act_as(me);
    assert_eq!(
        first(&mut office, file).deadline.due.date().to_string(),
        "2030-02-28"
    );
    let seen = rules(&mut office.session, Nothing {}).unwrap();
    assert!(seen.rules.iter().all(|rule| !rule.source.text().is_empty()));
    is_whole(&office);
}

#[test]
fn the_file_for_a_calendar_has_every_open_term_and_nobodys_name() {
    let mut office = Office::new(207).unwrap();
    let file = case(&mut office, Service::Sad, "Brambilla");
    permit(&mut office, file, 63);
    let words = CalendarWords {
        title: "Scadenze".into(),
        codes: [(
            Code::PermessoSoggiorno,
            "Rinnovo del permesso, da chiedere".to_owned(),
        )]
        .into(),
    };
    let made = calendar(&mut office.session, words).unwrap();
    let bytes = base64_of(&made.content);
    let day = office.session.today().plus_days(3).to_string().replace('-', "");
    assert!(bytes.contains(&format!("DTSTART;VALUE=DATE:{day}")));
    assert!(bytes.contains("SUMMARY:Rinnovo del permesso\\, da chiedere (SAD)"));
    assert!(!bytes.contains("Brambilla"));
}

fn base64_of(text: &str) -> String {
    String::from_utf8(STANDARD.decode(text).unwrap()).unwrap()
}

/// Lengths of the office, decided by who acts.
fn decided(office: &mut Office, lengths: &[(Code, Length)], reason: &str) -> Result<DeadlineRules, Refusal> {
    let input = ChangeRules {
        office: Terms {
            lengths: lengths.iter().copied().collect(),
            ..Terms::default()
        },
        reason: reason.into(),
    };
    change_rules(&mut office.session, input).map_err(|error| error.code)
}

#[test]
fn the_office_changes_its_terms_with_a_reason_and_what_held_before_stays_in_the_history() {
    let mut office = Office::new(97).unwrap();
    let coordinator = office.colleague("Sala", Role::Coordinatore).unwrap();
    office.session.act_as(coordinator);
    for (length, reason, refused) in [
        ((Code::TmRelTo, Length::Months(4)), "  ", Refusal::ReasonMissing),
        (
            (Code::C403Trasmissione, Length::Hours(48)),
            "Prova",
            Refusal::RuleIsLaw,
        ),
        ((Code::TmRelTo, Length::Months(0)), "Prova", Refusal::LengthUnfit),
    ] {
        let answer = decided(&mut office, &[length], reason);
        assert_eq!(answer.err(), Some(refused), "{length:?}");
    }
    assert!(rules(&mut office.session, Nothing {}).unwrap().history.is_empty());
    decided(
        &mut office,
        &[(Code::TmRelTo, Length::Months(4))],
        "Programma 2027",
    )
    .unwrap();
    let after = decided(
        &mut office,
        &[
            (Code::TmRelTo, Length::Months(3)),
            (Code::TmRelTm, Length::Months(8)),
        ],
        "Rivisto",
    )
    .unwrap();
    let reasons: Vec<_> = after
        .history
        .iter()
        .map(|one| one.reason.as_deref().unwrap())
        .collect();
    assert_eq!(reasons, ["Rivisto", "Programma 2027"]);
    let last = &after.history[0];
    let length = |office: &Option<Terms>| office.as_ref().unwrap().length(Code::TmRelTo);
    assert_eq!(
        (length(&last.before), length(&last.after)),
        (Some(Length::Months(4)), Some(Length::Months(3)))
    );
    // What is the cookbook's own is no decision of the office.
    assert_eq!(last.after.as_ref().unwrap().lengths.len(), 1);
    assert_eq!(last.author, Some(coordinator));
    let rule = after
        .rules
        .iter()
        .find(|rule| rule.code == Code::TmRelTo)
        .unwrap();
    assert_eq!(
        (rule.usual, rule.length, rule.editable),
        (Some(Length::Months(5)), Some(Length::Months(3)), true)
    );
    is_whole(&office);
}
