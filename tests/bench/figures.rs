//! What is measured, figure by figure.

use super::{
    measure::{Time, interleaved, resident},
    report::Figure,
    sides::Sides,
};
use anyhow::Result;
use cartella_app::find::{Find, anything};
use cartella_archive::{
    drafts::Draft,
    queries, rows,
    search::{people, texts, words},
};
use cartella_domain::{
    diary::{
        DraftSegment, DraftText, EntryDraft, EntryKind, FileContext, Fresh, Planned, Salt, SigningContext,
        prepare_signing,
    },
    ids::CaseId,
    people::Person,
    rights::{Confidentiality, Role},
    time::ClockTime,
};
use serde_json::json;
use std::str::FromStr as _;
use uuid::Uuid;

/// Every figure, in the order of the report.
pub fn all(sides: &mut Sides) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    figures.extend(interleaved("open with key", (60, Time::Cpu), |keyed, _| {
        sides.open_again(keyed)
    })?);
    figures.extend(case_with_diary(sides)?);
    figures.extend(typed_people(sides)?);
    figures.extend(typed_texts(sides)?);
    figures.extend(whole_verb(sides)?);
    figures.extend(drafts(sides)?);
    figures.extend(signatures(sides)?);
    figures.extend(sizes(sides)?);
    Ok(figures)
}

fn cases(sides: &mut Sides, keyed: bool) -> Result<Vec<CaseId>> {
    let db = sides.session(keyed)?.archive().db();
    let mut statement = db.prepare("SELECT id FROM case_file ORDER BY id LIMIT 200")?;
    let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(ids
        .filter_map(|id| Uuid::from_str(&id.ok()?).ok().map(CaseId))
        .collect())
}

fn case_with_diary(sides: &mut Sides) -> Result<Vec<Figure>> {
    let ids = [cases(sides, false)?, cases(sides, true)?];
    interleaved(
        "case with its 50 newest entries",
        (400, Time::Cpu),
        |keyed, number| {
            let ids = &ids[usize::from(keyed)];
            let case = ids[number % ids.len()];
            let db = sides.session(keyed)?.archive().db();
            let facts = queries::cases::facts(db, case)?;
            queries::cases::episodes(db, case)?;
            let page = rows::select::<cartella_domain::diary::DiaryEntry>(
                db,
                "case_id = ?1 ORDER BY happened DESC LIMIT 50",
                &[&case.to_string()],
            )?;
            anyhow::ensure!(facts.is_some() && page.len() <= 50);
            Ok(())
        },
    )
}

fn typed_people(sides: &mut Sides) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (name, typed) in [
        ("person, 1 letter", "c"),
        ("person, 2 letters", "co"),
        ("person, 3 letters", "col"),
        ("person, two words", "colombo mar"),
        ("person, part of a code", "85m01"),
    ] {
        let words = words(typed);
        figures.extend(interleaved(name, (200, Time::Cpu), |keyed, _| {
            let db = sides.session(keyed)?.archive().db();
            for found in people(db, &words, 12)? {
                rows::get::<Person>(db, &found.subject)?;
            }
            Ok(())
        })?);
    }
    Ok(figures)
}

fn typed_texts(sides: &mut Sides) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (name, typed) in [
        ("text, 1 letter", "r"),
        ("text, 2 letters", "ri"),
        ("text, 3 letters", "rif"),
        ("text, a word", "neuropsichiatria"),
        ("text, a common word", "madre"),
        ("text, two words", "madre scuola"),
    ] {
        let words = words(typed);
        for (most, what) in [(20, "newest 20"), (200, "newest 200 with bodies")] {
            let name = format!("{name}, {what}");
            figures.extend(interleaved(&name, (120, Time::Cpu), |keyed, _| {
                let db = sides.session(keyed)?.archive().db();
                for found in texts(db, &words, most)? {
                    rows::get::<cartella_domain::diary::DiaryEntry>(db, &found.id)?;
                }
                Ok(())
            })?);
        }
    }
    Ok(figures)
}

fn whole_verb(sides: &mut Sides) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (name, typed) in [
        ("find, 2 letters", "ma"),
        ("find, a word", "madre"),
        ("find, two words", "colombo scuola"),
    ] {
        figures.extend(interleaved(
            &format!("verb: {name}"),
            (120, Time::Cpu),
            |keyed, _| {
                let find = Find {
                    text: typed.into(),
                    settled: false,
                    limit: None,
                };
                anything(sides.session(keyed)?, find)?;
                Ok(())
            },
        )?);
    }
    Ok(figures)
}

fn drafts(sides: &mut Sides) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for time in [Time::Cpu, Time::Wall] {
        figures.extend(interleaved("save a draft", (150, time), |keyed, number| {
            let session = sides.session(keyed)?;
            let draft = Draft {
                id: format!("bench-{}", number % 7),
                kind: "entry".into(),
                operator: session.operator().to_string(),
                subject: None,
                content: json!({ "text": "La madre riferisce che dorme poco. ".repeat(20), "number": number }),
                started_from: json!({}),
                created_at: session.now(),
                saved_at: session.now(),
            };
            Ok(session.archive().save_draft(&draft)?)
        })?);
    }
    Ok(figures)
}

fn signatures(sides: &mut Sides) -> Result<Vec<Figure>> {
    let ids = [cases(sides, false)?, cases(sides, true)?];
    let mut figures = Vec::new();
    for time in [Time::Cpu, Time::Wall] {
        figures.extend(interleaved("sign an entry", (150, time), |keyed, number| {
            let ids = &ids[usize::from(keyed)];
            sign(sides, keyed, ids[number % ids.len()])
        })?);
    }
    Ok(figures)
}

fn sign(sides: &mut Sides, keyed: bool, case: CaseId) -> Result<()> {
    let world = sides.world.clone();
    let session = sides.session(keyed)?;
    let mut draft = EntryDraft::of_kind(EntryKind::Telefonata);
    draft.occurred_on = Some(session.today().plus_days(-1));
    draft.starts = Some(ClockTime(600));
    let segment = DraftSegment {
        text: "La madre riferisce che dorme poco. ".repeat(17),
        ..DraftSegment::default()
    };
    draft.texts = vec![DraftText {
        files: vec![case],
        segments: vec![segment],
        ..DraftText::default()
    }];
    let context = SigningContext {
        author: session.operator(),
        qualification: Some(Role::AssistenteSociale),
        now: session.now(),
        today: session.today(),
        hour: ClockTime(700),
        recorded_at: session.now(),
        recorded_on: session.today(),
        late_after_days: 3,
        office: session.archive().identity().office,
        files: &[FileContext {
            case,
            default_level: Confidentiality::Service,
        }],
        placed_from: None,
    };
    let mut fresh = Fresh {
        id: &mut || world.id(),
        salt: &mut || Salt::from_bytes(world.salt()),
    };
    let plan = prepare_signing(&draft, &context, &mut fresh).map_err(|_| anyhow::anyhow!("not signable"))?;
    session.write(|act| {
        for row in &plan.rows {
            if let Planned::Entry(entry) = &row.record {
                act.sign(row.scope, row.id, entry.as_ref(), &entry.occurred_on.to_string())?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn sizes(sides: &mut Sides) -> Result<Vec<Figure>> {
    let bytes = sides.bytes()? as f64 / f64::from(1 << 20);
    let db = sides.session(true)?.archive().db();
    let index: i64 = db.query_row(
        "SELECT coalesce(sum(length(block)), 0) FROM search_text_data",
        [],
        |row| row.get(0),
    )?;
    let text: i64 = db.query_row(
        "SELECT coalesce(sum(length(body)), 0) FROM diary_entry",
        [],
        |row| row.get(0),
    )?;
    Ok(vec![
        Figure {
            name: "database".into(),
            value: bytes,
            unit: "MiB",
            plain: None,
        },
        Figure {
            name: "index over bodies".into(),
            value: index as f64 / text.max(1) as f64,
            unit: "share",
            plain: None,
        },
        Figure {
            name: "memory of both sides".into(),
            value: resident()?,
            unit: "MiB",
            plain: None,
        },
    ])
}
