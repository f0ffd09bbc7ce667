//! What the office keeps for everybody: its staff and its settings.

use crate::files::{case, draft, paragraph, signed};
use cartella_app::{
    Code, ErrorKind,
    commands::Nothing,
    diary::{EntryRef, get},
    session::{ChangeOfficeSettings, change_office_settings, info, office_settings},
    staff::{ChangeOperator, OperatorForm, add, change, list},
};
use cartella_domain::{
    rights::{Office as Answers, Role},
    services::Service,
};
use cartella_testkit::Office;

fn form(surname: &str, role: Role) -> OperatorForm {
    OperatorForm {
        surname: Some(surname.to_owned()),
        qualifica: Some(role),
        ..OperatorForm::default()
    }
}

#[test]
fn staff_is_added_changed_and_asked_for_what_is_missing() {
    let mut office = Office::new(66).unwrap();
    let session = &mut office.session;
    let nameless = add(session, OperatorForm::default()).err().unwrap();
    assert_eq!(nameless.code, Code::OperatorIncomplete);
    let mut riva = form("Riva", Role::Psicologo);
    riva.from = "2026-03-01".parse().ok();
    riva.to = "2026-02-01".parse().ok();
    assert_eq!(
        add(session, riva.clone()).err().unwrap().code,
        Code::LastDayBeforeFirst
    );
    riva.to = None;
    riva.services = vec![Service::TutelaMinori];
    let card = add(session, riva).unwrap();
    assert!(card.clashed.eq(&false) && card.form.services == [Service::TutelaMinori]);
    let mut gone = card.form.clone();
    gone.to = Some(session.today().plus_days(-1));
    gone.from = None;
    let changed = ChangeOperator {
        id: card.id,
        form: gone,
        seen: card.seen,
    };
    assert!(!change(session, changed).unwrap().active);
    let all = list(session, Nothing {}).unwrap();
    assert_eq!(all.iter().filter(|one| one.active).count(), 1);
}

/// Two coordinators change one card without seeing each other: both values stay, and the card says so.
#[test]
fn a_card_changed_twice_from_one_screen_has_two_versions() {
    let mut office = Office::new(67).unwrap();
    let session = &mut office.session;
    let card = add(session, form("Riva", Role::Psicologo)).unwrap();
    for surname in ["Riva Conti", "Riva Galli"] {
        let changed = ChangeOperator {
            id: card.id,
            form: form(surname, Role::Psicologo),
            seen: card.seen.clone(),
        };
        change(session, changed).unwrap();
    }
    let all = list(session, Nothing {}).unwrap();
    let clashed: Vec<_> = all.iter().filter(|one| one.clashed).map(|one| one.id).collect();
    assert_eq!(clashed, [card.id]);
}

/// A card of one's own that could never be changed back is refused.
#[test]
fn nobody_takes_her_own_rights_away() {
    let mut office = Office::new(68).unwrap();
    let session = &mut office.session;
    let me = session.operator();
    let mut own = form("Neri", Role::AssistenteSociale);
    own.to = Some(session.today().plus_days(-1));
    for lost in [own, form("Neri", Role::EducatoreEnte)] {
        let changed = ChangeOperator {
            id: me,
            form: lost,
            seen: Vec::new(),
        };
        assert_eq!(change(session, changed).err().unwrap().code, Code::OwnRightsLost);
    }
    let coordinates = ChangeOperator {
        id: me,
        form: form("Neri", Role::Coordinatore),
        seen: Vec::new(),
    };
    change(session, coordinates).unwrap();
}

#[test]
fn the_office_says_after_how_many_days_a_note_is_late() {
    let mut office = Office::new(69).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let late = |office: &mut Office| {
        let mut content = draft(office, &[aes], vec![paragraph("Telefonata con la scuola.")]);
        content.occurred_on = Some(office.session.today().plus_days(-2));
        let id = signed(office, &content)[0];
        get(&mut office.session, EntryRef { id }).unwrap().entries[0].late
    };
    assert!(!late(&mut office), "three days when nobody says otherwise");
    let one = ChangeOfficeSettings {
        late_after_days: Some(1),
        ..ChangeOfficeSettings::default()
    };
    let answer = change_office_settings(&mut office.session, one.clone()).unwrap();
    assert_eq!((answer.late_after_days, answer.writable), (1, true));
    assert!(late(&mut office));
    // Said again: the same record changes, and a colleague reads it too.
    let two = ChangeOfficeSettings {
        late_after_days: Some(2),
        letterhead: Some("Azienda speciale\nVia Roma 1".into()),
    };
    let answer = change_office_settings(&mut office.session, two).unwrap();
    assert_eq!(answer.letterhead.as_deref(), Some("Azienda speciale\nVia Roma 1"));
    assert!(!late(&mut office));
    let colleague = office.colleague("Riva", Role::Psicologo).unwrap();
    office.session.act_as(colleague);
    office.session.answer_to(Answers::Enrolled);
    let session = &mut office.session;
    let seen = office_settings(session, Nothing {}).unwrap();
    assert_eq!((seen.late_after_days, seen.writable), (2, false));
    assert_eq!(
        change_office_settings(session, one).err().unwrap().kind,
        ErrorKind::Forbidden
    );
    let may = info(session, Nothing {}).unwrap().may;
    assert!(may.schools && !may.write_staff && !may.import);
}
