//! What the archive costs below the verbs: opening it, a case, every keystroke of a search, and its size.

use super::{
    measure::{cpu, percentile, read},
    report::Figure,
    sides::Sides,
};
use anyhow::Result;
use cartella_archive::{
    queries, rows,
    search::{people, texts, words},
};
use cartella_domain::{
    diary::{DiaryEntry, Wording},
    ids::CaseId,
    people::Person,
    search::fold,
};
use std::str::FromStr as _;
use uuid::Uuid;

/// Takes a figure.
pub type Show<'a> = &'a mut dyn FnMut(&Figure);

/// Every figure of reading, in the order of the report.
pub fn all(sides: &mut Sides, show: Show<'_>) -> Result<()> {
    let mut each = |figures: Vec<Figure>| figures.iter().for_each(&mut *show);
    each(read(sides, ("open with key", 60), &mut |sides, keyed, _| {
        sides.open_again(keyed)
    })?);
    each(case_with_diary(sides)?);
    for (name, typed) in [
        ("person, 1 letter", "c"),
        ("person, 2 letters", "co"),
        ("person, 3 letters", "col"),
        ("person, two words", "colombo mar"),
        ("person, part of a code", "85m01"),
    ] {
        each(typed_people(sides, name, typed)?);
    }
    for (name, typed) in [
        ("text, 1 letter", "r"),
        ("text, 2 letters", "ri"),
        ("text, 3 letters", "rif"),
        ("text, a word", "neuropsichiatria"),
        ("text, a common word", "madre"),
        ("text, two words", "madre scuola"),
    ] {
        each(typed_texts(sides, name, typed)?);
    }
    each(vec![against_ranking(sides)?]);
    each(sizes(sides)?);
    Ok(())
}

/// Cases to which the archive's own operator is assigned.
pub fn own_cases(sides: &mut Sides) -> Result<Vec<CaseId>> {
    let session = sides.session(true)?;
    let mut statement = session.archive().db().prepare(
        "SELECT a.case_id FROM assignment AS a JOIN diary_entry AS d ON d.case_id = a.case_id
         WHERE a.operator = ?1 GROUP BY a.case_id ORDER BY count(*) DESC LIMIT 100",
    )?;
    let ids = statement.query_map([session.operator().to_string()], |row| row.get::<_, String>(0))?;
    Ok(ids
        .filter_map(|id| Uuid::from_str(&id.ok()?).ok().map(CaseId))
        .collect())
}

fn any_cases(sides: &mut Sides) -> Result<Vec<CaseId>> {
    let db = sides.session(true)?.archive().db();
    let mut statement = db.prepare("SELECT id FROM case_file ORDER BY substr(id, -6) LIMIT 400")?;
    let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(ids
        .filter_map(|id| Uuid::from_str(&id.ok()?).ok().map(CaseId))
        .collect())
}

fn case_with_diary(sides: &mut Sides) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    let any = any_cases(sides)?;
    let few: Vec<CaseId> = any.iter().copied().take(20).collect();
    for (name, cases) in [("warm, one of 20", few), ("cold, one of 400", any)] {
        let name = format!("case with its 50 newest entries, {name}");
        figures.extend(read(sides, (&name, 400), &mut |sides, keyed, number| {
            let case = cases[number % cases.len()];
            let db = sides.session(keyed)?.archive().db();
            let facts = queries::cases::facts(db, case)?;
            queries::cases::episodes(db, case)?;
            let page = rows::select::<DiaryEntry>(
                db,
                "case_id = ?1 ORDER BY happened DESC LIMIT 50",
                &[&case.to_string()],
            )?;
            anyhow::ensure!(facts.is_some() && page.len() <= 50);
            Ok(())
        })?);
    }
    Ok(figures)
}

fn typed_people(sides: &mut Sides, name: &str, typed: &str) -> Result<Vec<Figure>> {
    let words = words(typed);
    read(sides, (name, 200), &mut |sides, keyed, _| {
        let db = sides.session(keyed)?.archive().db();
        for found in people(db, &words, 12)? {
            rows::get::<Person>(db, &found.subject)?;
        }
        Ok(())
    })
}

fn typed_texts(sides: &mut Sides, name: &str, typed: &str) -> Result<Vec<Figure>> {
    let words = words(typed);
    let newest = format!("{name}, newest 20");
    let mut figures = read(sides, (&newest, 200), &mut |sides, keyed, _| {
        let db = sides.session(keyed)?.archive().db();
        for found in texts(db, &words, 20)? {
            rows::get::<DiaryEntry>(db, &found.id)?;
        }
        Ok(())
    })?;
    let best = format!("{name}, best 20 of the newest 200");
    figures.extend(read(sides, (&best, 120), &mut |sides, keyed, _| {
        let db = sides.session(keyed)?.archive().db();
        let mut ranked: Vec<(usize, DiaryEntry)> = Vec::new();
        for found in texts(db, &words, 200)? {
            if let Some(row) = rows::get::<DiaryEntry>(db, &found.id)? {
                ranked.push((score(&row.value, &words), row.value));
            }
        }
        ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        ranked.truncate(20);
        anyhow::ensure!(ranked.len() <= 20);
        Ok(())
    })?);
    Ok(figures)
}

/// The newest 20 of a common word against the 20 that the index itself ranks best: both on our side.
fn against_ranking(sides: &mut Sides) -> Result<Figure> {
    let words = words("madre");
    let db = sides.session(true)?.archive().db();
    let mut ranking = db.prepare(
        "SELECT rowid FROM search_text WHERE search_text MATCH '\"madre\"*' ORDER BY rank LIMIT 20",
    )?;
    let (mut ours, mut ranked) = (Vec::new(), Vec::new());
    for _ in 0..11 {
        let before = cpu();
        anyhow::ensure!(texts(db, &words, 20)?.len() == 20);
        ours.push(cpu() - before);
        let before = cpu();
        let found = ranking.query_map([], |row| row.get::<_, i64>(0))?;
        anyhow::ensure!(found.collect::<rusqlite::Result<Vec<_>>>()?.len() == 20);
        ranked.push(cpu() - before);
    }
    Ok(Figure {
        name: "text, a common word, newest 20, against ranking by the index, p50".into(),
        value: percentile(&mut ours, 0.5),
        unit: "ms",
        plain: Some(percentile(&mut ranked, 0.5)),
    })
}

/// How often the words begin a word of the text.
fn score(entry: &DiaryEntry, words: &[String]) -> usize {
    let open = entry
        .segments
        .iter()
        .filter_map(|segment| match &segment.wording {
            Wording::Open { text, .. } => Some(text.as_str()),
            Wording::Withheld { .. } => None,
        });
    open.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()))
        .map(fold)
        .filter(|token| words.iter().any(|word| token.starts_with(word.as_str())))
        .count()
}

fn sizes(sides: &mut Sides) -> Result<Vec<Figure>> {
    let bytes = sides.bytes()? as f64 / f64::from(1 << 20);
    let db = sides.session(true)?.archive().db();
    let sum = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let index = sum("SELECT coalesce(sum(length(block)), 0) FROM search_text_data")?;
    let text = sum("SELECT (SELECT coalesce(sum(length(body)), 0) FROM diary_entry)
              + (SELECT coalesce(sum(length(body)), 0) FROM reserved_segment)")?;
    let entries = sum("SELECT count(*) FROM diary_entry")?;
    Ok(vec![
        Figure {
            name: "database".into(),
            value: bytes,
            unit: "MiB",
            plain: None,
        },
        Figure {
            name: "database, an entry with everything around it".into(),
            value: bytes * 1024.0 / entries.max(1) as f64,
            unit: "KiB",
            plain: None,
        },
        Figure {
            name: "full text index over bodies".into(),
            value: index as f64 / text.max(1) as f64,
            unit: "share",
            plain: None,
        },
    ])
}
