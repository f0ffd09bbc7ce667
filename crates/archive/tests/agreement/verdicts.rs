//! What a verdict does to an own change, and that it can be told twice, late, or after a better one.

use crate::laptop::{Laptop, accepted, annulment, refused, stretch, taken, verdicts};
use cartella_archive::agreement::overview;
use cartella_domain::{
    ids::RecordId,
    scope::{ScopeId, ScopeKind},
    time::Instant,
};
use cartella_sync::{
    device::{DeviceDelta, Told, Want},
    digest::Digest,
    ids::WriteId,
    messages::Code,
};

fn diary(n: u128) -> ScopeId {
    ScopeId::new(uuid::Uuid::from_u128(n), ScopeKind::CaseDiary)
}

fn pending(laptop: &Laptop) -> u64 {
    let Told::Sums { pending, .. } = laptop.archive.told(&Want::Sums).unwrap() else {
        unreachable!()
    };
    pending
}

#[test]
fn what_is_accepted_gets_its_number_and_the_sums_count_it() {
    let mut one = Laptop::new(1);
    let (id, scope) = one.person("Rossi");
    let before = one.digest(scope);
    assert_eq!(before, None, "nothing is compared while something waits");
    assert_eq!(one.accepted_from(1), 2);
    assert_eq!((pending(&one), one.surname(id).as_deref()), (0, Some("Rossi")));
    assert_eq!(one.fetch_of(scope), Some((1, None)));
    let all: Vec<WriteId> = {
        let mut statement = one
            .db()
            .prepare("SELECT header, signature, salt, payload FROM change")
            .unwrap();
        let mut rows = statement.query([]).unwrap();
        let row = rows.next().unwrap().unwrap();
        let content = Some((row.get(2).unwrap(), row.get(3).unwrap()));
        let change =
            cartella_sync::change::Change::from_parts(row.get(0).unwrap(), row.get(1).unwrap(), content)
                .unwrap();
        change.writes().map(|(write, _)| write).collect()
    };
    assert_eq!(one.digest(scope), Some(Digest::of(all).0));
    assert!(overview::waiting(one.db()).unwrap().is_empty());
}

#[test]
fn a_refused_write_leaves_no_trace_but_itself_and_blocks_nothing() {
    let mut one = Laptop::new(2);
    let who = one.person("Bianchi");
    one.accepted_from(1);
    let first = one.rename(who, "Neri");
    let second = one.rename(who, "Verdi");
    assert_eq!(one.surname(who.0).as_deref(), Some("Verdi"));
    one.keep(&verdicts(vec![refused(&second)]));
    assert_eq!(
        one.surname(who.0).as_deref(),
        Some("Neri"),
        "what was there before it shows again"
    );
    assert_eq!((one.finds("verdi"), one.finds("neri")), (0, 1));
    one.keep(&verdicts(vec![refused(&first)]));
    assert_eq!(one.surname(who.0).as_deref(), Some("Bianchi"));
    let third = one.rename(who, "Gialli");
    one.keep(&verdicts(vec![accepted(&third, 2)]));
    assert_eq!(one.surname(who.0).as_deref(), Some("Gialli"));
    assert!(
        overview::clashes(one.db(), None).unwrap().is_empty(),
        "a refused write makes no clash"
    );
    let flagged = overview::refused(one.db(), Instant(i64::MAX)).unwrap();
    assert_eq!(flagged.len(), 2, "both stay, for her to see");
    assert_eq!(
        (flagged[0].code, flagged[0].change.id()),
        (Code::LateEdit, second.id())
    );
}

#[test]
fn a_refused_one_in_the_middle_makes_no_false_clash() {
    let mut one = Laptop::new(3);
    let who = one.person("Bianchi");
    one.accepted_from(1);
    let middle = one.rename(who, "Neri");
    let last = one.rename(who, "Verdi");
    one.keep(&verdicts(vec![refused(&middle), accepted(&last, 2)]));
    assert_eq!(one.surname(who.0).as_deref(), Some("Verdi"));
    assert!(overview::clashes(one.db(), None).unwrap().is_empty());
}

#[test]
fn a_refused_entry_goes_from_page_and_search_and_comes_back_when_it_is_adopted() {
    let mut one = Laptop::new(4);
    let scope = diary(40);
    let (_, opened) = one.sign(scope, "apertura");
    let (entry, change) = one.sign(scope, "colloquio difficile");
    one.keep(&verdicts(vec![accepted(&opened, 1), refused(&change)]));
    assert_eq!((one.finds("difficile"), one.finds("apertura")), (0, 1));
    let gone =
        cartella_archive::rows::get::<cartella_domain::diary::DiaryEntry>(one.db(), &entry.to_string());
    assert!(gone.unwrap().is_none());
    one.keep(&verdicts(vec![]));
    let mut adopted = taken(&change, 2);
    adopted.place.flags = cartella_sync::messages::push::ADOPTED;
    one.keep(&DeviceDelta::Judged {
        verdicts: vec![accepted(&opened, 1)],
        have: vec![cartella_sync::messages::Have {
            scope: scope.into(),
            seq: 1,
        }],
    });
    one.keep(&stretch(scope, 1, vec![adopted]));
    assert_eq!(one.finds("difficile"), 1);
    assert!(overview::refused(one.db(), Instant(i64::MAX)).unwrap().is_empty());
}

#[test]
fn a_verdict_never_goes_down() {
    let mut one = Laptop::new(5);
    let who = one.person("Rossi");
    let change = one.rename(who, "Neri");
    one.accepted_from(1);
    one.keep(&verdicts(vec![refused(&change)]));
    assert_eq!(one.surname(who.0).as_deref(), Some("Neri"));
    assert!(overview::refused(one.db(), Instant(0)).unwrap().is_empty());
}

#[test]
fn a_refused_annulment_gives_the_entry_back_to_search() {
    let mut one = Laptop::new(6);
    let scope = diary(60);
    let (entry, _) = one.sign(scope, "visita domiciliare");
    one.accepted_from(1);
    let author = one.archive.identity().operator;
    let id = RecordId(one.id());
    let annulled = one.write(scope, vec![annulment(id, author, entry)]).remove(0);
    assert_eq!(one.finds("domiciliare"), 0);
    one.keep(&verdicts(vec![refused(&annulled)]));
    assert_eq!(one.finds("domiciliare"), 1);
}

#[test]
fn what_refuses_the_beginning_of_a_record_leaves_its_later_writes_and_no_row() {
    let mut one = Laptop::new(7);
    let who = one.person("Rossi");
    let created = one.pending().remove(0);
    let later = one.rename(who, "Neri");
    one.keep(&verdicts(vec![refused(&created)]));
    assert_eq!(one.surname(who.0), None);
    one.keep(&verdicts(vec![accepted(&later, 1)]));
    assert_eq!(one.surname(who.0), None, "nobody knows what kind of record it is");
}
