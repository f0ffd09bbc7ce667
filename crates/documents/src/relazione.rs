//! A report to a judicial authority as a paper: the headings of domain.md 7.3 in their order, facts, statements and
//! evaluations apart (art. 473-bis.27 c.p.c.), and what it was made from. The final report of a case has headings of its own
//! (`closing`).

mod closing;

use crate::paper::{Block, Column, Paper, Signature, Table};
use cartella_domain::{
    codes::Coded,
    diary::Category,
    ids::OperatorId,
    time::{CivilDate, PartialDate},
    tutela::{
        Assenso, Brano, MandatoRicevuto, RelazioneFirma, RelazioneFirmata, RelazioneTesto, RuoloFirma,
        Termine, by_speaker,
    },
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The words of a paper: the window's texts by key. One that is missing is written as its key.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
pub struct PaperWords {
    /// Name and address of the office, a line each.
    pub letterhead: Vec<String>,
    /// Headings, labels and the names of codes (`kind.AGGIORNAMENTO`, `entry.COLLOQUIO`, `tie.MADRE`).
    pub texts: BTreeMap<String, String>,
}

impl PaperWords {
    fn of<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    fn code(&self, list: &str, code: &str) -> String {
        let key = format!("{list}.{code}");
        self.texts.get(&key).cloned().unwrap_or_else(|| code.to_owned())
    }

    fn coded(&self, list: &str, code: Option<&Coded>) -> Option<String> {
        code.map(|code| self.code(list, &code.code))
    }
}

/// The name of a value as it is stored.
fn stored<T: Serialize>(value: &T) -> String {
    let name = serde_json::to_value(value).ok();
    name.as_ref()
        .and_then(|name| name.as_str())
        .unwrap_or_default()
        .to_owned()
}

fn day(on: CivilDate) -> String {
    on.0.format("%d/%m/%Y").to_string()
}

fn partial(date: PartialDate) -> String {
    match (date.date(), date.month) {
        (Some(on), _) => day(on),
        (None, Some(month)) => format!("{month:02}/{}", date.year),
        (None, None) => date.year.to_string(),
    }
}

/// The paper of a report, signed or as it stands.
#[must_use]
pub fn paper(report: &RelazioneFirmata, words: &PaperWords, made: cartella_domain::time::Instant) -> Paper {
    let mandate = report.mandate.clone().unwrap_or_default();
    let text = report.text.clone().unwrap_or_default();
    let kind = words.coded("kind", report.kind.as_ref());
    let mut sheet = Sheet {
        words,
        blocks: Vec::new(),
    };
    sheet.said(mandate.authority.clone());
    sheet.said(Some(report.minors.join(", ")).filter(|minors| !minors.is_empty()));
    match &text.concluded {
        Some(concluded) => sheet.of_closing(concluded, &text),
        None => sheet.for_court(&mandate, &text),
    }
    sheet.signatures(report);
    Paper {
        title: kind.unwrap_or_else(|| words.of("report").to_owned()),
        letterhead: words.letterhead.clone(),
        mark: Some(words.of("reserved").to_owned()),
        footer: mandate.number.unwrap_or_default(),
        page: words.of("page").to_owned(),
        author: report
            .author
            .and_then(|author| report.names.get(&author).cloned()),
        made: made.utc(),
        landscape: false,
        blocks: sheet.blocks,
    }
}

struct Sheet<'a> {
    words: &'a PaperWords,
    blocks: Vec<Block>,
}

impl Sheet<'_> {
    fn heading(&mut self, key: &str) {
        self.blocks.push(Block::Heading {
            level: 1,
            text: self.words.of(key).to_owned(),
        });
    }

    fn for_court(&mut self, mandate: &MandatoRicevuto, text: &RelazioneTesto) {
        self.mandate(mandate);
        self.family(text);
        self.activities(text);
        self.section("facts", &text.facts);
        self.statements(&text.statements);
        self.section("evaluations", &text.evaluations);
        self.written([
            ("living", &text.living),
            ("resources", &text.resources),
            ("proposals", &text.proposals),
        ]);
    }

    /// Free texts under their headings; an empty one is left out.
    fn written<const N: usize>(&mut self, parts: [(&str, &Option<String>); N]) {
        for (key, written) in parts {
            if let Some(written) = written {
                self.heading(key);
                self.said(Some(written.clone()));
            }
        }
    }

    fn said(&mut self, text: Option<String>) {
        self.blocks.extend(text.map(Block::Paragraph));
    }

    fn mandate(&mut self, mandate: &MandatoRicevuto) {
        self.heading("mandate");
        let activity = self.words.coded("activity", mandate.activity.as_ref());
        let lines = [
            ("number", mandate.number.clone()),
            ("issued", mandate.issued_on.map(day)),
            ("received", mandate.received_on.map(day)),
            ("activity", activity),
            ("words", mandate.words.clone()),
            ("term", self.term(mandate)),
        ];
        let told = lines
            .into_iter()
            .filter_map(|(key, value)| Some(format!("{}: {}", self.words.of(key), value?)));
        let told: Vec<String> = told.collect();
        self.blocks.push(Block::List(told));
    }

    fn term(&self, mandate: &MandatoRicevuto) -> Option<String> {
        let stated = match mandate.term {
            Termine::Entro { .. } => None,
            Termine::Giorni { days } => Some(format!("{days} {}", self.words.of("days"))),
            Termine::Mesi { months } => Some(format!("{months} {}", self.words.of("months"))),
            Termine::NonIndicato => Some(self.words.of("not_stated").to_owned()),
        };
        let due = mandate
            .due
            .map(|due| format!("{} {}", self.words.of("by_day"), day(due)));
        let parts: Vec<String> = [stated, due].into_iter().flatten().collect();
        Some(parts.join(", ")).filter(|words| !words.is_empty())
    }

    fn family(&mut self, text: &RelazioneTesto) {
        self.heading("family");
        let column = |key: &str, share| Column::new(self.words.of(key), share);
        let table = Table {
            columns: vec![
                column("name", 3),
                column("tie", 2),
                column("born", 3),
                column("residence", 4),
            ],
            rows: text
                .people
                .iter()
                .map(|one| {
                    let born = [one.birth.map(partial), one.birthplace.clone()];
                    let born: Vec<String> = born.into_iter().flatten().collect();
                    vec![
                        one.name.clone(),
                        self.words.code("tie", one.tie.stored()),
                        born.join(", "),
                        one.residence.clone().unwrap_or_default(),
                    ]
                })
                .collect(),
        };
        self.blocks.push(Block::Table(table));
        self.said(text.family.clone());
    }

    fn activities(&mut self, text: &RelazioneTesto) {
        self.heading("activities");
        let done = text.activities.iter().map(|one| {
            let kind = one.kind.map(|kind| self.words.code("entry", &stored(&kind)));
            let parts = [Some(day(one.on)), kind, one.with.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let done: Vec<String> = done.collect();
        if done.is_empty() {
            self.said(Some(self.words.of("nothing").to_owned()));
        } else {
            self.blocks.push(Block::List(done));
        }
    }

    fn section(&mut self, key: &str, paragraphs: &[Brano]) {
        self.heading(key);
        if paragraphs.is_empty() {
            self.said(Some(self.words.of("nothing").to_owned()));
        }
        for one in paragraphs {
            let words = self.paragraph(one);
            self.said(Some(words));
        }
    }

    fn paragraph(&self, one: &Brano) -> String {
        let told = match &one.category {
            Some(Category::Assessment { method: Some(method) }) => {
                format!("{} ({}: {method})", one.text, self.words.of("method"))
            }
            Some(Category::Documented {
                document: Some(document),
            }) => format!("{} ({document})", one.text),
            Some(Category::Reported { verbatim: true, .. }) => format!("«{}»", one.text),
            _ => one.text.clone(),
        };
        match one.on {
            Some(on) => format!("{}: {told}", day(on)),
            None => told,
        }
    }

    fn statements(&mut self, statements: &[Brano]) {
        self.heading("statements");
        if statements.is_empty() {
            self.said(Some(self.words.of("nothing").to_owned()));
        }
        for (by, said) in by_speaker(statements) {
            self.blocks.push(Block::Heading {
                level: 2,
                text: by.unwrap_or_else(|| self.words.of("nobody")).to_owned(),
            });
            for one in said {
                let words = self.paragraph(one);
                self.said(Some(words));
            }
        }
    }

    fn signatures(&mut self, report: &RelazioneFirmata) {
        let name = |who: Option<OperatorId>| {
            who.and_then(|who| report.names.get(&who).cloned())
                .unwrap_or_default()
        };
        let Some(author) = report.author else {
            self.blocks.push(Block::Note(self.words.of("draft").to_owned()));
            return;
        };
        let role = report
            .qualification
            .map(|role| self.words.code("role", &stored(&role)));
        let mut signed = vec![Signature {
            role: role.unwrap_or_default(),
            name: name(Some(author)),
            how: format!(
                "{} {}",
                self.words.of("signed"),
                day(report.signed_at.rome_date())
            ),
        }];
        signed.extend(report.signatures.iter().map(|one| Signature {
            role: self.words.of(role_key(one)).to_owned(),
            name: name(one.operator),
            how: self.had(one),
        }));
        self.blocks.push(Block::Signatures(signed));
        let hash = report.text_hash.as_ref();
        let hash = hash.map(|hash| Block::Note(format!("{}: {hash}", self.words.of("hash"))));
        self.blocks.extend(hash);
    }

    fn had(&self, one: &RelazioneFirma) -> String {
        match &one.given {
            Some(Assenso::Qui { at }) => format!("{} {}", self.words.of("signed"), day(at.rome_date())),
            Some(Assenso::SuCarta { on }) => format!("{} {}", self.words.of("on_paper"), day(*on)),
            Some(Assenso::Dispensato { reason }) => format!("{}: {reason}", self.words.of("waived")),
            None => String::new(),
        }
    }
}

const fn role_key(one: &RelazioneFirma) -> &'static str {
    match one.role {
        Some(RuoloFirma::Approvazione) => "approval",
        _ => "co_signer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cartella_domain::{ids::EntryId, time::Instant};

    fn brano(text: &str, category: Category) -> Brano {
        Brano {
            text: text.into(),
            category: Some(category),
            entry: Some(EntryId::default()),
            segment: None,
            on: "2026-03-04".parse().ok(),
        }
    }

    /// One fact, two people's words, one evaluation; who was to approve it was away.
    fn signed_report() -> RelazioneFirmata {
        let by = |by: &str| Category::Reported {
            by: Some(by.into()),
            verbatim: true,
        };
        let method = Some("colloquio clinico".to_owned());
        RelazioneFirmata {
            minors: vec!["Ferri Anna".into()],
            author: Some(OperatorId::default()),
            text: Some(RelazioneTesto {
                facts: vec![brano("La casa è in ordine.", Category::Observed)],
                statements: vec![
                    brano("Sto bene.", by("Anna")),
                    brano("Torno tardi.", by("la madre")),
                ],
                evaluations: vec![brano("Legame saldo.", Category::Assessment { method })],
                proposals: Some("Si propone.".into()),
                ..RelazioneTesto::default()
            }),
            signatures: vec![RelazioneFirma {
                role: Some(RuoloFirma::Approvazione),
                given: Some(Assenso::Dispensato {
                    reason: "assente".into(),
                }),
                ..RelazioneFirma::default()
            }],
            ..RelazioneFirmata::default()
        }
    }

    #[test]
    fn headings_stand_in_their_order_and_statements_by_person() {
        let paper = paper(&signed_report(), &PaperWords::default(), Instant(0));
        let headings: Vec<&str> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            headings,
            [
                "mandate",
                "family",
                "activities",
                "facts",
                "statements",
                "Anna",
                "la madre",
                "evaluations",
                "proposals"
            ]
        );
        let told: Vec<&str> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert!(told.contains(&"04/03/2026: «Sto bene.»"), "{told:?}");
        assert!(told.contains(&"04/03/2026: Legame saldo. (method: colloquio clinico)"));
        let signed = paper.blocks.iter().find_map(|block| match block {
            Block::Signatures(signed) => Some(signed),
            _ => None,
        });
        assert_eq!(signed.unwrap()[1].how, "waived: assente");
        assert!(crate::paper::pdf::write(&paper).is_ok() && crate::paper::docx::write(&paper).is_ok());
    }
}
