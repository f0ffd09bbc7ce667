//! What each command asks of the rights, and an input that reaches the question.

use super::stage::{Heard, Scene, Stage, of_case};
use cartella_app::Session;
use cartella_domain::rights::{Action, Decision, Subject, decide};
use serde_json::{Value, json};

type Input = fn(&Stage, &Scene) -> Value;

/// What a command asks.
pub enum Ask {
    /// This, of the case of the scene.
    Case(Action, Input),
    /// This, of the person of the scene.
    Person(Action, Input),
    /// This, of nothing in particular.
    Office(Action, Input),
    /// What the table gives to everybody; it is shown that it does.
    Everybody(Action),
    /// Nothing by itself: each line or record that it shows or touches asks; the story named here tries it.
    Each(#[expect(dead_code, reason = "for who reads the list")] &'static str),
}

use Action as A;
use Ask::{Case, Each, Everybody, Office, Person};

fn case(_: &Stage, scene: &Scene) -> Value {
    json!({ "case": scene.case })
}

/// Every command of the main window.
#[rustfmt::skip]
pub static WALK: &[(&str, Ask)] = &[
    ("session.suggest_passphrase", Everybody(A::KeysChange)),
    ("session.check_passphrase", Everybody(A::KeysChange)),
    ("archive.change_passphrase", Everybody(A::KeysChange)),
    ("archive.backup", Everybody(A::BackupMake)),
    ("archive.backup_list", Everybody(A::BackupMake)),
    ("session.info", Everybody(A::SettingsOwn)),
    ("session.settings", Everybody(A::SettingsOwn)),
    ("session.change_settings", Everybody(A::SettingsOwn)),
    ("session.keep_view", Everybody(A::SettingsOwn)),
    ("office.settings", Everybody(A::SettingsOwn)),
    ("office.change_settings", Office(A::SettingsOffice, |_, _| json!({ "late_after_days": 4 }))),
    ("access.verify", Everybody(A::AuditVerify)),
    ("today.today", Everybody(A::TodayRead)),
    ("staff.list", Everybody(A::StaffList)),
    ("names.of", Each("names are asked one by one: people.rs")),
    ("find.anything", Office(A::Search, |_, _| json!({ "text": "", "settled": false }))),
    ("access.of_case", Case(A::CaseAccesses, case)),
    ("draft.save", Each("a draft is its author's: diary.rs")),
    ("draft.keep", Each("a draft is its author's: drafts.rs")),
    ("draft.get", Each("a draft is its author's: diary.rs")),
    ("draft.list", Each("a draft is its author's: diary.rs")),
    ("draft.discard", Each("a draft is its author's: diary.rs")),
    ("draft.discarded", Each("a draft is its author's: diary.rs")),
    ("draft.restore", Each("a draft is its author's: diary.rs")),
    ("diary.start", Each("begins a draft: diary.rs")),
    ("diary.template", Each("headings alone: diary.rs")),
    ("diary.files", Each("each file asks: diary.rs")),
    ("diary.readers", Each("each file asks: diary.rs")),
    ("diary.sign", Each("each level asks: levels.rs")),
    ("diary.sign_many", Each("as diary.sign: diary.rs")),
    ("diary.place", Each("as diary.sign: diary.rs")),
    ("diary.list", Each("each entry asks: levels.rs")),
    ("diary.get", Each("each entry asks: levels.rs")),
    ("diary.rectify", Each("each entry asks: levels.rs")),
    ("diary.annul", Each("each entry asks: levels.rs")),
    ("diary.confirm", Each("each entry asks, and must name her: diary.rs")),
    ("diary.activities", Office(A::ActivityRead, |_, _| json!({}))),
    ("diary.activity", Each("as diary.activities, each text asks: diary.rs")),
    ("diary.classify", Each("each entry asks: levels.rs")),
    ("deadlines.of_case", Case(A::AgendaRead, case)),
    ("deadlines.decide", Each("each deadline asks: deadlines.rs")),
    ("deadlines.rules", Everybody(A::SettingsOwn)),
    ("deadlines.change_rules", Office(A::SettingsOffice, |_, _| json!({ "patron": "12-07" }))),
    ("deadlines.calendar", Each("each line asks: deadlines.rs")),
    ("agenda.range", Each("each line asks: agenda.rs")),
    ("agenda.get", Each("each appointment asks: agenda.rs")),
    ("agenda.create", Case(A::CaseList, |_, scene| json!({ "slot": { "on": "2026-03-09" }, "kind": "COLLOQUIO", "participants": [], "cases": [scene.case], "operators": [] }))),
    ("agenda.edit", Each("each appointment asks: agenda.rs")),
    ("agenda.to_entry", Each("each appointment asks: agenda.rs")),
    ("agenda.not_happened", Each("each appointment asks: agenda.rs")),
    ("agenda.actions", Each("each action asks: agenda.rs")),
    ("agenda.action_create", Case(A::CaseList, |_, scene| json!({ "case": scene.case, "what": "Richiamare la scuola" }))),
    ("agenda.action_edit", Each("each action asks: agenda.rs")),
    ("agenda.action_done", Each("each action asks: agenda.rs")),
    ("agenda.action_drop", Each("each action asks: agenda.rs")),
    ("people.list", Each("each line asks: people.rs")),
    ("people.get", Person(A::PersonList, |_, scene| json!({ "id": scene.person }))),
    ("people.create", Office(A::PersonCreate, |_, _| json!({ "person": { "surname": "Nuova" }, "addresses": [], "contacts": [] }))),
    ("people.edit", Person(A::PersonWrite, |_, scene| json!({ "id": scene.person, "person": { "surname": "Rossi" }, "seen": [] }))),
    ("people.check", Each("reads no record: people.rs")),
    ("people.read_code", Each("reads no record: people.rs")),
    ("people.suggest_duplicates", Each("each hint asks: people.rs")),
    ("people.save_address", Each("by its person, hidden or not: people.rs")),
    ("people.save_contact", Each("by its person, hidden or not: people.rs")),
    ("people.save_relation", Person(A::PersonWrite, |_, scene| json!({ "one": scene.person, "other": scene.person, "kind": "FRATELLO", "period": {}, "seen": [] }))),
    ("people.save_household", Person(A::PersonWrite, |_, scene| json!({ "person": scene.person, "household": { "members": [] }, "seen": [] }))),
    ("people.save_responsibility", Person(A::PersonWrite, |stage, scene| json!({ "responsibility": { "minor": scene.person, "adult": stage.free, "kind": "PIENA_CONDIVISA", "period": {} }, "seen": [] }))),
    ("people.save_alert", Person(A::PersonWrite, |_, scene| json!({ "person": scene.person, "kind": "CANE", "seen": [] }))),
    ("people.save_enrolment", Each("as people.save_alert: people.rs")),
    ("people.save_social_tie", Each("as people.save_alert: people.rs")),
    ("people.remove", Each("by the record that goes: people.rs")),
    ("people.merge", Each("asks of both people: people.rs")),
    ("people.unmerge", Each("asks of both people: people.rs")),
    ("pictures.genogram", Person(A::PersonRead, |_, scene| json!({ "person": scene.person }))),
    ("pictures.ecomap", Person(A::PersonRead, |_, scene| json!({ "person": scene.person, "words": {} }))),
    ("pictures.save", Person(A::PersonRead, |_, scene| json!({ "picture": { "genogram": { "person": scene.person } }, "title": "Genogramma", "by": "file" }))),
    ("places.search", Each("reads no record: people.rs")),
    ("places.names", Each("reads no record: people.rs")),
    ("places.citizenships", Each("reads no record: people.rs")),
    ("schools.list", Office(A::SchoolRead, |_, _| json!({}))),
    ("schools.classes", Each("as schools.list: people.rs")),
    ("schools.pupils", Each("as schools.list, each pupil asks: people.rs")),
    ("schools.save_school", Office(A::SchoolWrite, |_, _| json!({ "school": { "name": "Primaria Mazzini" }, "seen": [] }))),
    ("schools.save_class", Each("as schools.save_school: people.rs")),
    ("staff.add", Office(A::StaffWrite, |_, _| json!({ "surname": "Nuovi", "qualifica": "PSICOLOGO" }))),
    ("staff.change", Office(A::StaffWrite, |stage, _| json!({ "id": stage.helper, "form": { "surname": "Riva", "qualifica": "PSICOLOGO" } }))),
    ("cases.services", Each("each service asks: cases")),
    ("cases.codes", Each("reads no record: cases")),
    ("cases.list", Each("each line asks: cases")),
    ("cases.get", Case(A::CaseRead, case)),
    ("visits.printed", Case(A::CaseRead, |_, scene| json!({ "cases": [scene.case] }))),
    ("visits.prepare", Case(A::CaseRead, |_, scene| json!({ "cases": [scene.case] }))),
    ("cases.time_line", Case(A::CaseRead, case)),
    ("cases.open", Each("by the service of the new case: cases")),
    ("cases.assign", Case(A::CaseAssign, |stage, scene| json!({ "case": scene.case, "operator": stage.helper, "role": "mini_equipe" }))),
    ("cases.end_assignment", Case(A::CaseAssign, |_, scene| json!({ "assignment": scene.assignment, "to": "2026-03-31" }))),
    ("cases.move", Case(A::CaseTransition, |_, scene| json!({ "case": scene.case, "step": { "move": "start_plan" } }))),
    ("cases.close", Case(A::CaseClose, case)),
    ("cases.reopen", Case(A::CaseReopen, case)),
    ("cases.complete", Case(A::CasePaper, |_, scene| json!({ "case": scene.case, "which": "consent" }))),
    ("cases.change_comune", Case(A::CaseChangeComune, |_, scene| json!({ "case": scene.case, "change": { "on": "2026-03-02", "residence": "E514", "in_charge": "E514", "placement": false, "costs": null } }))),
    ("cases.involve", Case(A::CaseInvolve, |_, scene| json!({ "case": scene.case, "involved": [], "protected": [] }))),
    ("cases.leave_message", Case(A::CaseMessageLeave, |_, scene| json!({ "case": scene.case, "text": "Richiamare" }))),
    ("cases.messages", Each("each message asks: cases")),
    ("cases.my_messages", Each("each message asks: cases")),
    ("cases.settle_message", Each("each message asks: cases")),
    ("desk.codes", Each("reads no record: desk.rs")),
    ("desk.list", Office(A::DeskList, |_, _| json!({}))),
    ("desk.get", Office(A::DeskRead, |stage, _| json!({ "id": stage.free }))),
    ("desk.save", Office(A::DeskWrite, |_, _| json!({ "card": { "need": "Bonus" }, "seen": [] }))),
    ("desk.take_step", Office(A::DeskDecide, |stage, _| json!({ "id": stage.free, "step": { "step": "see" }, "seen": [] }))),
    ("desk.accept", Office(A::DeskDecide, |stage, _| json!({ "id": stage.free, "case": { "people": [stage.free], "service": "TM" }, "seen": [] }))),
    ("desk.count", Office(A::DeskList, |_, _| json!({ "from": "2026-01-01", "to": "2026-12-31" }))),
    ("desk.heard", Each("at the level of the service: desk.rs")),
    ("assessments.questions", Each("reads no record: assessments.rs")),
    ("assessments.list", Case(A::HealthRead, case)),
    ("assessments.sign", Case(A::AssessmentWrite, |_, scene| json!({ "case": scene.case, "assessment": { "summary": "Sintesi" } }))),
    ("plans.codes", Each("reads no record: plans.rs")),
    ("plans.list", Case(A::PlanRead, case)),
    ("plans.get", Each("asks of the plan's case: plans.rs")),
    ("plans.save", Case(A::PlanWrite, |_, scene| json!({ "case": scene.case, "plan": {}, "goals": [], "seen": [] }))),
    ("plans.share", Each("asks of the plan's case: plans.rs")),
    ("plans.unshare", Each("asks of the plan's case: plans.rs")),
    ("plans.sign_party", Each("asks of the plan's case: plans.rs")),
    ("plans.conclude", Each("asks of the plan's case: plans.rs")),
    ("plans.review", Each("asks of the plan's case: plans.rs")),
    ("tutela.authorities", Office(A::AuthorityRead, |_, _| json!({}))),
    ("tutela.save_authority", Office(A::AuthorityWrite, |_, _| json!({ "authority": { "name": "Tribunale nuovo", "kind": "TPMF" } }))),
    ("tutela.codes", Each("reads no record: tutela")),
    ("tutela.of_case", Case(A::CourtRead, case)),
    ("tutela.register_order", Case(A::CourtWrite, |_, scene| json!({ "cases": [scene.case], "order": { "kind": { "code": "MONIT", "list": "CARTELLA-TIPO-PROVVEDIMENTO", "version": "1" } } }))),
    ("tutela.edit_order", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.end_order", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.add_to_order", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.edit_mandate", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.answer_mandate", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.edit_prescription", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.edit_affidamento", Each("as tutela.register_order, by its file: tutela")),
    ("tutela.add_proceeding", Case(A::CourtWrite, |_, scene| json!({ "cases": [scene.case], "proceeding": { "number": "R.G. 1/2026" } }))),
    ("tutela.edit_proceeding", Each("as tutela.add_proceeding, by its file: tutela")),
    ("tutela.change_responsibility", Each("as tutela.register_order and people.save_responsibility: tutela")),
    ("tutela.open_measure", Case(A::CourtWrite, |_, scene| json!({ "cases": [scene.case], "measure": { "placed": { "at": "2026-03-02T10:00:00.000Z", "on": "2026-03-02", "time": "11:00" } } }))),
    ("tutela.edit_measure", Each("as tutela.open_measure, by its file: tutela")),
    ("tutela.tick_measure", Each("as tutela.open_measure, by its file: tutela")),
    ("tutela.add_step", Each("as tutela.open_measure, by its file: tutela")),
    ("tutela.remove_step", Each("as tutela.open_measure, by its file: tutela")),
    ("tutela.print_measure", Each("as tutela.of_case, by its file: tutela")),
    ("tutela.close_measure", Each("as tutela.open_measure, by its file: tutela")),
    ("placements.codes", Each("reads no record: placements")),
    ("placements.facilities", Office(A::FacilityRead, |_, _| json!({}))),
    ("placements.save_facility", Office(A::FacilityWrite, |_, _| json!({ "facility": { "name": "Casa Aurora" } }))),
    ("placements.of_case", Case(A::CourtRead, case)),
    ("placements.register", Each("each line asks: placements")),
    ("placements.running", Case(A::CourtRead, case)),
    ("placements.save", Case(A::CourtWrite, |_, scene| json!({ "case": scene.case, "placement": {} }))),
    ("placements.step", Each("as placements.save, by its file: placements")),
    ("placements.save_request", Each("as placements.save, by its file: placements")),
    ("placements.save_absence", Each("as placements.save, by its file: placements")),
    ("placements.save_rate", Each("by the money of its file: placements")),
    ("placements.save_bill", Each("by the money of its file: placements")),
    ("placements.remove", Each("by the record that goes: placements")),
    ("placements.budget", Each("by the money of its file: placements")),
    ("placements.sign_budget", Each("by the money of its file: placements")),
    ("placements.print_budget", Each("by the money of its file: placements")),
    ("spazio_neutro.codes", Each("reads no record: spazio_neutro.rs")),
    ("spazio_neutro.paths", Each("each line asks: spazio_neutro.rs")),
    ("spazio_neutro.of_case", Case(A::CourtRead, case)),
    ("spazio_neutro.save_path", Case(A::CourtWrite, |_, scene| json!({ "case": scene.case, "path": {} }))),
    ("spazio_neutro.assign_path", Each("as spazio_neutro.save_path, by its file: spazio_neutro.rs")),
    ("spazio_neutro.take_step", Each("as spazio_neutro.save_path, by its file: spazio_neutro.rs")),
    ("spazio_neutro.remove_step", Each("as spazio_neutro.save_path, by its file: spazio_neutro.rs")),
    ("spazio_neutro.save_meeting", Each("as spazio_neutro.save_path, by its file: spazio_neutro.rs")),
    ("spazio_neutro.to_entry", Each("as diary.sign, by its file: spazio_neutro.rs")),
    ("spazio_neutro.close", Each("as spazio_neutro.save_path, by its file: spazio_neutro.rs")),
    ("spazio_neutro.reopen", Each("as spazio_neutro.save_path, by its file: spazio_neutro.rs")),
    ("office.find", Each("looks at a server, at no record: office_post.rs")),
    ("office.join", Each("as ask_to_join and joined: office_post.rs")),
    ("office.synchronise", Each("as each step of a session: office_post.rs")),
    ("office.stop", Each("stops a session, touches no record: office_post.rs")),
    ("office.now", Each("says that a session runs, no more: office_post.rs")),
    ("office.held", Each("the office answers by its own rights: agreement")),
    ("office.settle_held", Each("the office answers by its own rights: agreement")),
    ("office.passed_to", Each("the office answers by its own rights: agreement")),
    ("office.status", Everybody(A::OfficeSynchronise)),
    ("office.waiting", Everybody(A::OfficeSynchronise)),
    ("office.refused", Everybody(A::OfficeSynchronise)),
    ("office.clashes", Each("as cases.get and people.get, each clash by its scope: agreement")),
    ("office.settle_clash", Each("as the verb that writes the field: agreement")),
    ("office.ask_assignment", Each("only in an archive that joined an office: agreement")),
    ("office.ask_merge", Each("only in an archive that joined an office: agreement")),
    ("office.requests", Everybody(A::OfficeSynchronise)),
    ("import.list", Office(A::ImportRun, |_, _| json!({}))),
    ("import.open", Each("as import.list: imports.rs")),
    ("import.close", Each("touches what import.open read: imports.rs")),
    ("import.preview", Each("as import.list: imports.rs")),
    ("import.begin", Each("as import.list: imports.rs")),
    ("import.proceed", Each("as import.list: imports.rs")),
    ("import.report", Each("as import.list: imports.rs")),
    ("import.undo_check", Each("as import.list: imports.rs")),
    ("import.undo", Each("as import.list: imports.rs")),
];

impl Ask {
    pub fn action(&self) -> Option<Action> {
        match self {
            Case(action, _) | Person(action, _) | Office(action, _) | Everybody(action) => Some(*action),
            Each(_) => None,
        }
    }

    pub fn input(&self, stage: &Stage, scene: &Scene) -> Value {
        match self {
            Case(_, input) | Person(_, input) | Office(_, input) => input(stage, scene),
            Everybody(_) | Each(_) => Value::Null,
        }
    }

    pub fn subject(&self, session: &Session, scene: &Scene) -> Subject {
        match self {
            Case(..) => of_case(session, scene),
            Person(..) => session.person_subject(scene.person).unwrap(),
            Office(..) | Everybody(_) | Each(_) => Subject::nobody(),
        }
    }
}

/// What the table says that the actor shall hear.
pub fn expected(stage: &mut Stage, action: Action, scene: &Scene, ask: &Ask) -> Heard {
    let session = stage.host.session().unwrap();
    let subject = ask.subject(session, scene);
    match decide(&session.actor().unwrap(), action, &subject) {
        Decision::Allowed { .. } => Heard::Yes,
        Decision::Stub | Decision::Forbidden => Heard::No,
        Decision::Hidden => Heard::Nothing,
    }
}
