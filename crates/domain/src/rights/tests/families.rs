//! A family on paper: three siblings, two fathers, two operators, a psicologa, a coordinator, an amministrativo, the comune,
//! a secret entry and a protected address. For each the exact scopes and visible fields, from the rights alone.

use crate::{
    ids::{CaseId, OperatorId, PersonId},
    rights::{
        Actor, AssignedOperator, CaseFacts, Office, Role, case_fields, person_fields, scopes_for,
        standing_in_case, standing_to_person,
    },
    scope::ScopeId,
    services::Service,
    time::CivilDate,
};
use std::collections::BTreeMap;
use uuid::Uuid;

const OFFICE: Uuid = Uuid::from_u128(0xFFFF);
const SECRET: Uuid = Uuid::from_u128(0x5EC);

const fn operator(number: u128) -> OperatorId {
    OperatorId(Uuid::from_u128(0x1000 + number))
}
const SARA: OperatorId = operator(1);
const LUCA: OperatorId = operator(2);
const PIA: OperatorId = operator(3);
const CORA: OperatorId = operator(4);
const ADA: OperatorId = operator(5);
const COMO: OperatorId = operator(6);
const EDO: OperatorId = operator(7);

const fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x2000 + number))
}
const ANNA: PersonId = person(1);
const BRUNO: PersonId = person(2);
const CARLA: PersonId = person(3);
const MOTHER: PersonId = person(4);
const FATHER_1: PersonId = person(5);
const FATHER_2: PersonId = person(6);

const fn case_of(person: PersonId) -> CaseId {
    CaseId(Uuid::from_u128(0x3000_0000 + person.0.as_u128()))
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn assigned(operator: OperatorId, responsible: bool, to: Option<&str>) -> AssignedOperator {
    AssignedOperator {
        operator,
        responsible,
        from: Some(day("2026-01-10")),
        to: to.map(day),
    }
}

fn case(person: PersonId, father: PersonId, responsible: OperatorId) -> CaseFacts {
    CaseFacts {
        case: case_of(person),
        service: Service::TutelaMinori,
        person,
        comuni: vec!["E514".into()],
        involved: vec![MOTHER, father],
        protected: Vec::new(),
        assignments: vec![assigned(responsible, true, None)],
        private_authors: Vec::new(),
        secret_lists: Vec::new(),
    }
}

/// Sara follows Anna and Bruno (first father) with Pia; Luca follows Carla (second father), and replaced Sara on
/// Anna until the end of March. The mother's address is hidden; Anna's case alone works with it. On Anna
/// there is a secret entry for Sara and Pia. The second father has a file of the basic service with the comune.
fn files() -> Vec<CaseFacts> {
    let mut anna = case(ANNA, FATHER_1, SARA);
    anna.protected = vec![MOTHER];
    anna.assignments.push(assigned(PIA, false, None));
    anna.assignments.push(assigned(LUCA, false, Some("2026-03-31")));
    anna.private_authors = vec![SARA, PIA];
    anna.secret_lists = vec![(SECRET, vec![SARA, PIA])];
    let mut bruno = case(BRUNO, FATHER_1, SARA);
    bruno.assignments.push(assigned(PIA, false, None));
    let carla = case(CARLA, FATHER_2, LUCA);
    let mut father = case(FATHER_2, FATHER_2, COMO);
    father.service = Service::ServizioSocialeDiBase;
    father.involved = Vec::new();
    let mut school = case(BRUNO, FATHER_1, PIA);
    school.case = CaseId(Uuid::from_u128(0x4000));
    school.service = Service::Aes;
    school.involved = Vec::new();
    school.assignments = vec![assigned(EDO, false, None)];
    vec![anna, bruno, carla, father, school]
}

fn actor(operator: OperatorId, role: Role) -> Actor {
    let services = match role {
        Role::AssistenteSociale | Role::Psicologo | Role::Amministrativo => vec![Service::TutelaMinori],
        _ => Vec::new(),
    };
    let coordinates = if role == Role::Coordinatore {
        vec![Service::TutelaMinori]
    } else {
        Vec::new()
    };
    Actor {
        operator,
        roles: vec![role],
        services,
        coordinates,
        comune: (role == Role::AssistenteSocialeComune).then(|| "E514".to_owned()),
        office: Office::Enrolled,
    }
}

/// The scopes in words: `core(anna)`.
fn scopes(actor: &Actor, on: &str) -> Vec<String> {
    let files = files();
    let people = [ANNA, BRUNO, CARLA, MOTHER, FATHER_1, FATHER_2];
    let mut names: BTreeMap<Uuid, String> = BTreeMap::from([
        (OFFICE, "office".into()),
        (SECRET, "list".into()),
        (actor.operator.uuid(), "own".into()),
        (Uuid::from_u128(0x4000), "school".into()),
    ]);
    for (person, name) in people
        .iter()
        .zip(["anna", "bruno", "carla", "mother", "father1", "father2"])
    {
        names.insert(person.uuid(), name.into());
        names.insert(case_of(*person).uuid(), name.into());
        for (author, who) in [
            (SARA, "sara"),
            (LUCA, "luca"),
            (PIA, "pia"),
            (COMO, "como"),
            (CORA, "cora"),
        ] {
            let scope = ScopeId::private(case_of(*person).uuid(), author.uuid());
            names.insert(scope.owner, format!("{name} {who}"));
        }
    }
    let edo = ScopeId::private(Uuid::from_u128(0x4000), EDO.uuid());
    names.insert(edo.owner, "school edo".into());
    let held = scopes_for(actor, OFFICE, &files, &people, day(on));
    let mut held: Vec<_> = held
        .iter()
        .map(|scope| format!("{}({})", scope.kind.name(), names[&scope.owner]))
        .collect();
    held.sort();
    held
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<_> = text
        .split(';')
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort();
    words
}

fn case_words(list: &str) -> String {
    let mut all = String::new();
    for entry in list.split(';').map(str::trim).filter(|e| !e.is_empty()) {
        let (name, kinds) = entry.split_once(':').unwrap();
        for kind in kinds.split_whitespace() {
            all.push_str(&format!("{kind}({name});"));
        }
    }
    all
}

const WORKING: &str = "case.core case.diary case.reserved case.court case.health case.money";
const EVERYBODY: &str = "org(office); draft(own);";

#[test]
fn the_responsible_holds_her_own_and_of_the_other_child_what_the_team_may_know() {
    let expected = format!(
        "{EVERYBODY} activities(office); {} private(anna sara); private(anna pia); private(bruno sara); \
         secret(list); person.protected(anna); person.protected(bruno); person.protected(mother); \
         person(anna); person(bruno); person(carla); person(mother); person(father1); person(father2)",
        case_words(&format!(
            "anna: {WORKING}; bruno: {WORKING}; carla: case.core case.diary"
        ))
    );
    assert_eq!(
        scopes(&actor(SARA, Role::AssistenteSociale), "2026-04-14"),
        words(&expected)
    );
}

#[test]
fn the_psicologa_of_the_pair_reads_what_is_reserved_and_only_her_own_private_notes() {
    let expected = format!(
        "{EVERYBODY} activities(office); {} private(anna pia); private(bruno pia); secret(list); \
         person.protected(anna); person.protected(bruno); person.protected(mother); \
         person(anna); person(bruno); person(carla); person(mother); person(father1); person(father2)",
        case_words(&format!(
            "anna: {WORKING}; bruno: {WORKING}; carla: case.core case.diary"
        ))
    );
    assert_eq!(
        scopes(&actor(PIA, Role::Psicologo), "2026-04-14"),
        words(&expected)
    );
}

#[test]
fn a_substitute_reads_what_is_reserved_while_she_is_one_and_never_the_mothers_address_after() {
    let luca = actor(LUCA, Role::AssistenteSociale);
    let while_substitute = scopes(&luca, "2026-03-31");
    for scope in [
        "case.reserved(anna)",
        "person.protected(mother)",
        "private(anna luca)",
    ] {
        assert!(while_substitute.contains(&scope.to_owned()), "{scope}");
    }
    for scope in ["private(anna sara)", "secret(list)"] {
        assert!(!while_substitute.contains(&scope.to_owned()), "{scope}");
    }
    let expected = format!(
        "{EVERYBODY} activities(office); {} private(carla luca); person.protected(carla); \
         person(anna); person(bruno); person(carla); person(mother); person(father1); person(father2)",
        case_words(&format!(
            "carla: {WORKING}; anna: case.core case.diary; bruno: case.core case.diary"
        ))
    );
    assert_eq!(scopes(&luca, "2026-04-01"), words(&expected));
}

#[test]
fn the_coordinator_holds_everything_of_her_service_but_what_is_secret() {
    let expected = format!(
        "{EVERYBODY} activities(office); {} private(anna sara); private(anna pia); \
         person.protected(anna); person.protected(bruno); person.protected(carla); person.protected(mother); \
         person(anna); person(bruno); person(carla); person(mother); person(father1); person(father2)",
        case_words(&format!("anna: {WORKING}; bruno: {WORKING}; carla: {WORKING}"))
    );
    assert_eq!(
        scopes(&actor(CORA, Role::Coordinatore), "2026-04-14"),
        words(&expected)
    );
}

#[test]
fn the_amministrativo_holds_no_diary_and_no_hidden_address() {
    let kinds = "case.core case.court case.money";
    let expected = format!(
        "{EVERYBODY} {} person(anna); person(bruno); person(carla); person(mother); person(father1); person(father2)",
        case_words(&format!("anna: {kinds}; bruno: {kinds}; carla: {kinds}"))
    );
    assert_eq!(
        scopes(&actor(ADA, Role::Amministrativo), "2026-04-14"),
        words(&expected)
    );
}

#[test]
fn the_comune_follows_its_residents_and_reads_the_diary_only_where_assigned() {
    let kinds = "case.core case.money";
    let expected = format!(
        "{EVERYBODY} activities(office); {} private(father2 como); \
         person(anna); person(bruno); person(carla); person(mother); person(father1); person(father2)",
        case_words(&format!(
            "anna: {kinds}; bruno: {kinds}; carla: {kinds}; school: {kinds}; \
             father2: case.core case.diary case.reserved case.health case.money"
        ))
    );
    assert_eq!(
        scopes(&actor(COMO, Role::AssistenteSocialeComune), "2026-04-14"),
        words(&expected)
    );
}

#[test]
fn an_educatore_of_a_body_holds_the_pupil_and_his_own_notes() {
    let expected = format!("{EVERYBODY} case.core(school); private(school edo); person(bruno)");
    assert_eq!(
        scopes(&actor(EDO, Role::EducatoreEnte), "2026-04-14"),
        words(&expected)
    );
}

#[test]
fn who_has_no_personal_data_holds_none() {
    for role in [Role::Direzione, Role::DpoAuditor, Role::AmmSistema] {
        assert_eq!(scopes(&actor(CORA, role), "2026-04-14"), words(EVERYBODY));
    }
}

/// Of the cases of Anna, Bruno, Carla, the second father, the school; of the six people.
const VISIBLE: [(OperatorId, Role, &str); 8] = [
    (
        SARA,
        Role::AssistenteSociale,
        "Full Full List Nothing Nothing | Full Full Name Full Full Name",
    ),
    (
        PIA,
        Role::Psicologo,
        "Full Full List Nothing Nothing | Full Full Name Full Full Name",
    ),
    (
        LUCA,
        Role::AssistenteSociale,
        "List List Full Nothing Nothing | Name Name Full Full Name Full",
    ),
    (
        CORA,
        Role::Coordinatore,
        "Full Full Full Nothing Nothing | Full Full Full Full Full Full",
    ),
    (
        ADA,
        Role::Amministrativo,
        "Administrative Administrative Administrative Nothing Nothing | Full Full Full Full Full Full",
    ),
    (
        COMO,
        Role::AssistenteSocialeComune,
        "Full Full Full Full Full | Full Full Full Full Full Full",
    ),
    (
        EDO,
        Role::EducatoreEnte,
        "Nothing Nothing Nothing Nothing List | Nothing Full Nothing Nothing Nothing Nothing",
    ),
    (
        CORA,
        Role::Direzione,
        "Nothing Nothing Nothing Nothing Nothing | Nothing Nothing Nothing Nothing Nothing Nothing",
    ),
];

#[test]
fn visible_fields_of_cases_and_people_are_exactly_these() {
    let files = files();
    let on = day("2026-04-14");
    let shown = |operator, role| {
        let actor = actor(operator, role);
        let cases: Vec<_> = files
            .iter()
            .map(|case| format!("{:?}", case_fields(&actor, standing_in_case(&actor, case, on))))
            .collect();
        let people: Vec<_> = [ANNA, BRUNO, CARLA, MOTHER, FATHER_1, FATHER_2]
            .iter()
            .map(|person| {
                let standing = standing_to_person(&actor, &files, *person, on);
                format!("{:?}", person_fields(&actor, standing))
            })
            .collect();
        format!("{} | {}", cases.join(" "), people.join(" "))
    };
    for (operator, role, expected) in VISIBLE {
        assert_eq!(shown(operator, role), expected, "{role:?}");
    }
}
