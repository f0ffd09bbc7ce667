//! `cargo xtask bench pictures [--json FILE]`: the genogram of thirty people, read from an encrypted archive and drawn, as the screen
//! asks for it and as a file. Milliseconds on the wall, of 200 times.
#![allow(clippy::print_stdout, reason = "a measuring program")]

#[allow(dead_code, reason = "the other benchmarks use the rest")]
#[path = "clocks.rs"]
mod clocks;

use anyhow::{Context as _, Result, bail, ensure};
use cartella_app::pictures::{PictureKind, PictureLeaves, PictureOf, SavePicture, genogram, save};
use cartella_domain::{
    codice_fiscale::Sex,
    ids::{PersonId, RecordId},
    people::{Person, Relation, RelationKind},
    scope::{ScopeId, ScopeKind},
    time::PartialDate,
};
use cartella_testkit::Office;
use cartella_tests::report::{Figure, Report, percentile};
use std::path::PathBuf;

const PEOPLE: usize = 30;
const TIMES: usize = 200;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = match (arguments.next().as_deref(), arguments.next()) {
        (None, None) => None,
        (Some("--json"), Some(path)) => Some(PathBuf::from(path)),
        _ => bail!("cargo xtask bench pictures [--json FILE]"),
    };
    let mut report = Report::new(file);
    let mut office = Office::new(78)?;
    let child = *grow(&mut office)?.first().context("nobody")?;
    let of = PictureOf {
        person: child,
        on: None,
    };
    let seen = genogram(&mut office.session, of).map_err(told)?;
    ensure!(seen.drawing.figures.len() == PEOPLE, "not everybody is drawn");
    let shown = times(|| genogram(&mut office.session, of).map(drop).map_err(told))?;
    show(&mut report, "a genogram of 30 people", shown)?;
    let filed = times(|| {
        let input = SavePicture {
            picture: PictureKind::Genogram(of),
            title: "Genogramma".to_owned(),
            by: PictureLeaves::File,
        };
        save(&mut office.session, input).map(drop).map_err(told)
    })?;
    show(&mut report, "the same as an SVG file", filed)?;
    report.write()
}

fn told(error: cartella_app::Error) -> anyhow::Error {
    anyhow::anyhow!("{error:?}")
}

fn times(mut run: impl FnMut() -> Result<()>) -> Result<Vec<f64>> {
    (0..TIMES)
        .map(|_| {
            let start = clocks::wall();
            run()?;
            Ok(clocks::wall() - start)
        })
        .collect()
}

fn show(report: &mut Report, name: &str, mut values: Vec<f64>) -> Result<()> {
    for (share, which) in [(0.5, "p50"), (0.99, "p99")] {
        let value = percentile(&mut values, share);
        report.show(
            "pictures",
            &Figure::alone(format!("{name}, {which}"), value, "ms"),
        );
    }
    Ok(())
}

/// Five generations: everybody's mother and father, as far as there are people for it.
fn grow(office: &mut Office) -> Result<Vec<PersonId>> {
    let session = &mut office.session;
    let people: Vec<PersonId> = (0..PEOPLE).map(|_| session.id()).collect();
    for (index, id) in people.iter().enumerate() {
        let years = i32::try_from(index).unwrap_or(0);
        let card = Person {
            surname: Some(format!("Cognome{index}")),
            name: Some("Nome".to_owned()),
            sex: Some(if index % 2 == 0 { Sex::M } else { Sex::F }),
            birth: Some(PartialDate {
                year: 2018 - 3 * years,
                month: None,
                day: None,
                estimated: false,
            }),
            ..Person::default()
        };
        let parents = [
            (2 * index + 1, RelationKind::Mother),
            (2 * index + 2, RelationKind::Father),
        ];
        let ties: Vec<(RecordId, Relation)> = parents
            .into_iter()
            .filter_map(|(parent, kind)| Some((*people.get(parent)?, kind)))
            .map(|(other, kind)| {
                let tie = Relation {
                    subject: *id,
                    other,
                    kind: Some(kind),
                    ..Relation::default()
                };
                (session.id(), tie)
            })
            .collect();
        let scope = ScopeId::new(id.uuid(), ScopeKind::Person);
        session
            .write(|act| {
                act.create(scope, *id, &card)?;
                ties.iter()
                    .try_for_each(|(tie, value)| act.create(scope, *tie, value))
            })
            .map_err(told)?;
    }
    Ok(people)
}
