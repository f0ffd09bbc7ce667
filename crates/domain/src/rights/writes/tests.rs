//! Every kind asks for something that writes, and the verbs are found again in what they write.

use super::*;
use crate::registry::{self, KINDS};

/// Where records of a kind live that are not about a case.
fn homes(kind: &KindDef) -> &'static [ScopeKind] {
    match kind.number {
        1 | 10 | 11 | 165 => &[ScopeKind::Org],
        2..=5 | 7 | 9 | 12 => &[ScopeKind::Person],
        6 => &[ScopeKind::Household],
        20..=23 | 142..=146 | 166 => &[ScopeKind::CaseCore],
        24 => &[ScopeKind::Private],
        8 => &[ScopeKind::Person],
        37 => &[ScopeKind::Activities],
        147 => &[ScopeKind::CaseHealth],
        140 => &[ScopeKind::Desk],
        141 => &[ScopeKind::CaseDiary, ScopeKind::CaseReserved],
        120 => &[ScopeKind::Org],
        128 | 131 => &[ScopeKind::CaseCourt, ScopeKind::CaseReserved],
        121..=127 | 135 | 151 | 155..=159 => &[ScopeKind::CaseCourt],
        129 | 130 | 132 => &[ScopeKind::CaseReserved],
        175 => &[ScopeKind::CaseCore],
        176 => &[ScopeKind::CaseCore, ScopeKind::CaseHealth, ScopeKind::CaseMoney],
        177 | 178 => &[ScopeKind::Org],
        170 => &[
            ScopeKind::CaseCore,
            ScopeKind::CaseDiary,
            ScopeKind::CaseReserved,
            ScopeKind::CaseCourt,
            ScopeKind::CaseHealth,
        ],
        150 => &[ScopeKind::Org],
        152..=154 => &[ScopeKind::CaseMoney],
        51 => &[ScopeKind::Draft],
        60 => &[ScopeKind::CaseCore, ScopeKind::Person],
        110 => &[ScopeKind::CaseCore, ScopeKind::CaseCourt, ScopeKind::Person],
        40..=42 | 50 => &[ScopeKind::Org, ScopeKind::Draft],
        _ => &[
            ScopeKind::CaseDiary,
            ScopeKind::CaseReserved,
            ScopeKind::Private,
            ScopeKind::Secret,
        ],
    }
}

#[test]
fn every_field_of_every_kind_asks_for_something_that_writes() {
    let reads = [
        Action::PersonRead,
        Action::CaseRead,
        Action::EntryRead,
        Action::AgendaRead,
    ];
    for kind in KINDS {
        if kind.number == Confirmation::KIND.number {
            continue;
        }
        for scope in homes(kind) {
            let fields = kind.fields.iter().map(|field| Written::Field(field.number));
            for written in [Written::Begin, Written::Mark].into_iter().chain(fields) {
                let asked = actions_of(Some(kind), *scope, written);
                assert!(!asked.is_empty(), "{} {written:?}", kind.name);
                assert!(
                    asked.iter().all(|action| !reads.contains(action)),
                    "{}",
                    kind.name
                );
            }
        }
    }
}

#[test]
fn the_verbs_are_found_again_in_what_they_write() {
    let asked = |number, scope, written| actions_of(registry::kind(number), scope, written);
    let core = ScopeKind::CaseCore;
    assert_eq!(asked(22, core, Written::Begin), [Action::CaseAssign]);
    assert_eq!(asked(22, core, Written::Field(6)), [Action::CaseAssign]);
    assert_eq!(asked(20, core, Written::Begin), [Action::CaseOpen]);
    assert_eq!(asked(20, core, Written::Field(1)), [Action::CaseOpen]);
    assert_eq!(asked(20, core, Written::Field(5)), [Action::CaseInvolve]);
    assert!(asked(21, core, Written::Field(4)).contains(&Action::CaseClose));
    assert!(!asked(21, core, Written::Field(6)).contains(&Action::CaseOpen));
    assert_eq!(
        asked(2, ScopeKind::Person, Written::Begin),
        [Action::PersonCreate]
    );
    assert_eq!(
        asked(3, ScopeKind::PersonProtected, Written::Begin),
        [Action::PersonWriteProtected]
    );
    assert_eq!(asked(9, ScopeKind::Person, Written::Begin), [Action::PersonMerge]);
    assert_eq!(
        asked(50, ScopeKind::Org, Written::Field(2)),
        [Action::SettingsOffice]
    );
    assert_eq!(
        asked(50, ScopeKind::Draft, Written::Field(2)),
        [Action::DraftWrite]
    );
    assert_eq!(
        asked(24, ScopeKind::Private, Written::Field(7)),
        [Action::CaseMessageRead]
    );
}

#[test]
fn a_kind_of_tomorrow_asks_for_what_is_usually_written_there() {
    for scope in ScopeKind::ALL {
        assert!(!actions_of(None, *scope, Written::Begin).is_empty(), "{scope:?}");
    }
    assert_eq!(
        actions_of(None, ScopeKind::CaseReserved, Written::Field(3)),
        [Action::EntryWrite]
    );
}
