//! Which kinds of entry a service writes, how long each takes, and who of other services is met.

use super::{
    dice::Dice as _,
    texts::{Area, Noun},
};
use crate::SeededRandom;
use cartella_domain::{
    diary::EntryKind::{
        self, AttivitaInterna, Colloquio, EmailPec, Equipe, Glo, IncontroRete, IncontroSn, NotaDiProcesso,
        Osservazione, Telefonata, Uvm, VisitaDomiciliare,
    },
    rights::Role,
};

/// Kinds and how often each, of a hundred or so.
const fn weights(area: Area) -> &'static [(EntryKind, i64)] {
    match area {
        Area::Protection => &[
            (Colloquio, 26),
            (Telefonata, 30),
            (VisitaDomiciliare, 14),
            (Equipe, 8),
            (IncontroRete, 8),
            (Osservazione, 5),
            (EmailPec, 6),
            (NotaDiProcesso, 4),
        ],
        Area::Contact => &[(IncontroSn, 55), (Colloquio, 15), (Telefonata, 20)],
        Area::Foster => &[
            (Colloquio, 30),
            (VisitaDomiciliare, 15),
            (Telefonata, 28),
            (Equipe, 7),
            (IncontroRete, 8),
            (NotaDiProcesso, 6),
        ],
        Area::Educator => &[
            (VisitaDomiciliare, 22),
            (Colloquio, 22),
            (Telefonata, 24),
            (Equipe, 14),
            (IncontroRete, 14),
        ],
        Area::School => &[
            (Osservazione, 24),
            (Glo, 8),
            (Colloquio, 16),
            (Telefonata, 22),
            (Equipe, 10),
            (EmailPec, 12),
            (AttivitaInterna, 8),
        ],
        Area::Home => &[
            (VisitaDomiciliare, 26),
            (Telefonata, 32),
            (Colloquio, 15),
            (Equipe, 8),
            (Uvm, 3),
            (EmailPec, 8),
            (NotaDiProcesso, 6),
        ],
        Area::Basic => &[
            (Colloquio, 40),
            (Telefonata, 30),
            (VisitaDomiciliare, 7),
            (IncontroRete, 8),
            (EmailPec, 7),
            (NotaDiProcesso, 6),
        ],
    }
}

/// A kind for a case on a day.
pub fn kind(random: &SeededRandom, area: Area, role: Role, (school, age): (bool, u32)) -> EntryKind {
    let fits = |kind: EntryKind| match kind {
        Glo => school,
        Osservazione if area == Area::School => school,
        Osservazione => age < 11,
        VisitaDomiciliare | EmailPec | NotaDiProcesso | IncontroRete => role != Role::Psicologo,
        _ => true,
    };
    let fitting = weights(area).iter().filter(|(kind, _)| fits(*kind));
    let total: i64 = fitting.clone().map(|(_, weight)| weight).sum();
    let mut thrown = random.between(1, total.max(1));
    for (kind, weight) in fitting {
        thrown -= weight;
        if thrown <= 0 {
            return *kind;
        }
    }
    Telefonata
}

/// Whether an area writes entries of a kind.
#[must_use]
pub fn writes(area: Area, kind: EntryKind) -> bool {
    weights(area).iter().any(|(own, _)| *own == kind)
}

/// The code of a kind, as the sentences are found by.
#[must_use]
pub const fn code(kind: EntryKind) -> &'static str {
    match kind {
        Colloquio => "COLLOQUIO",
        VisitaDomiciliare => "VISITA",
        Telefonata => "TELEFONATA",
        EmailPec => "EMAIL_PEC",
        Equipe => "EQUIPE",
        Uvm => "UVM",
        Glo => "GLO",
        IncontroRete => "RETE",
        Osservazione => "OSSERVAZIONE",
        IncontroSn => "INCONTRO_SN",
        AttivitaInterna => "ATTIVITA_INTERNA",
        _ => "NOTA_DI_PROCESSO",
    }
}

/// Minutes that a kind takes, and minutes of travel there and back.
pub fn minutes(random: &SeededRandom, kind: EntryKind, area: Area) -> (i64, i64) {
    let fives = |from: i64, to: i64| random.between(from / 5, to / 5) * 5;
    match kind {
        Telefonata => (fives(5, 20), 0),
        Colloquio => (fives(45, 75), 0),
        VisitaDomiciliare => (fives(55, 95), fives(20, 40)),
        Equipe => (fives(45, 90), 0),
        IncontroRete | Glo => (fives(60, 90), fives(15, 40)),
        Osservazione if area == Area::School => (60, fives(15, 40)),
        Osservazione => (40, 0),
        IncontroSn | Uvm => (60, 0),
        EmailPec => (fives(10, 20), 0),
        AttivitaInterna => (fives(40, 90), 0),
        _ => (15, 0),
    }
}

/// Somebody of another service, of those that an area meets.
pub fn colleague(random: &SeededRandom, area: Area, age: u32) -> Noun {
    const SCHOOL: &[(&str, bool)] = &[
        ("la docente di sostegno", true),
        ("la coordinatrice di classe", true),
        ("la dirigente scolastica", true),
        ("la logopedista", true),
        ("il referente per l'inclusione", false),
        ("la neuropsicomotricista", true),
    ];
    const HOME: &[(&str, bool)] = &[
        ("l'infermiera dell'assistenza domiciliare", true),
        ("il medico curante", false),
        ("la coordinatrice dell'ente", true),
        ("la fisioterapista", true),
    ];
    const BASIC: &[(&str, bool)] = &[
        ("l'operatrice dello sportello lavoro", true),
        ("il referente dell'ufficio casa", false),
        ("l'assistente sociale del comune", true),
        ("la mediatrice culturale", true),
    ];
    const MINORS: &[(&str, bool)] = &[
        ("la neuropsichiatra", true),
        ("la psicologa del consultorio", true),
        ("l'educatore domiciliare", false),
        ("l'educatrice del doposcuola", true),
        ("la referente della scuola", true),
        ("la logopedista", true),
    ];
    const INFANTS: &[(&str, bool)] = &[
        ("la pediatra", true),
        ("la psicologa del consultorio", true),
        ("l'assistente sanitaria", true),
        ("l'educatrice del nido", true),
    ];
    let list = match area {
        Area::School => SCHOOL,
        Area::Home => HOME,
        Area::Basic => BASIC,
        _ if age < 6 => INFANTS,
        _ => MINORS,
    };
    let (phrase, woman) = random.pick(list).copied().unwrap_or(("la collega", true));
    Noun::said(phrase, woman)
}

/// The colleague of the team beside the author.
#[must_use]
pub fn team(area: Area, author: Role) -> Noun {
    match (area, author) {
        (_, Role::Psicologo) => Noun::said("l'assistente sociale", true),
        (Area::Protection, _) => Noun::said("la psicologa dell'équipe", true),
        (Area::Contact, _) => Noun::said("l'educatrice dello spazio neutro", true),
        (Area::Foster, _) => Noun::said("la psicologa dell'équipe affidi", true),
        _ => Noun::said("la collega", true),
    }
}

/// Somewhere.
pub fn place(random: &SeededRandom) -> Noun {
    const PLACES: &[(&str, bool)] = &[
        ("il consultorio di zona", false),
        ("la neuropsichiatria infantile", true),
        ("la sede di via Roma", true),
        ("il centro per la famiglia", false),
    ];
    let (phrase, woman) = random.pick(PLACES).copied().unwrap_or(("la sede", true));
    Noun::said(phrase, woman)
}

/// Whether brothers and sisters may share an entry of a kind.
#[must_use]
pub const fn is_shared(kind: EntryKind) -> bool {
    matches!(
        kind,
        Colloquio | VisitaDomiciliare | Telefonata | Equipe | IncontroRete
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::azienda::texts::{Part, sentences_of};

    #[test]
    fn every_kind_that_an_area_writes_has_words_at_any_moment() {
        let areas = [
            Area::Protection,
            Area::Contact,
            Area::Foster,
            Area::Educator,
            Area::School,
            Area::Home,
            Area::Basic,
        ];
        for area in areas {
            for (kind, _) in weights(area) {
                let part = match kind {
                    Telefonata => Part::Matter,
                    _ => Part::Opening,
                };
                let always =
                    sentences_of(area, code(*kind), part).filter(|sentence| sentence.needs.asks_nothing());
                assert!(always.count() > 0, "{area:?} {kind:?}");
            }
        }
    }
}
