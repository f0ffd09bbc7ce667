//! What is written while somebody works: a draft kept, an entry signed; each durable, with log, rows, index and audit.

use super::{
    figures::{Show, own_cases},
    measure::{Trial, write},
    notes::{self, signed},
    sides::Sides,
};
use anyhow::Result;
use cartella_app::{
    Session,
    drafts::{SaveDraft, save},
};
use cartella_archive::pause;
use cartella_domain::ids::{CaseId, DraftId};

/// Both writes.
pub fn all(sides: &mut Sides, show: Show<'_>) -> Result<()> {
    let cases = own_cases(sides)?;
    let saving = Trial {
        name: "verb: save a draft",
        times: 400,
        ready: &mut |sides, keyed, number| {
            let id = DraftId(uuid::Uuid::from_u128(number as u128 % 7 + 1));
            let session = sides.session(keyed)?;
            Ok((id, content(session, cases[number % cases.len()], number)?))
        },
        act: &mut |sides, keyed, (id, content)| {
            save(
                sides.session(keyed)?,
                SaveDraft {
                    id: Some(id),
                    ..content
                },
            )?;
            Ok(())
        },
    };
    write(sides, saving)?.iter().for_each(&mut *show);
    let signing = Trial {
        name: "verb: sign an entry",
        times: 1_000,
        ready: &mut |sides, keyed, number| {
            let session = sides.session(keyed)?;
            pause(session)?;
            kept(session, cases[number % cases.len()], number)
        },
        act: &mut |sides, keyed, draft| signed(sides.session(keyed)?, draft),
    };
    write(sides, signing)?.iter().for_each(&mut *show);
    let together = Trial {
        name: "verb: sign an entry, without a pause between them",
        times: 200,
        ready: &mut |sides, keyed, number| kept(sides.session(keyed)?, cases[number % cases.len()], number),
        act: &mut |sides, keyed, draft| signed(sides.session(keyed)?, draft),
    };
    write(sides, together)?.iter().for_each(show);
    Ok(())
}

/// What the program does by itself between two notes that somebody writes (`cartella_app::upkeep`).
fn pause(session: &Session) -> Result<()> {
    while pause::tend(session.archive().db())? {}
    Ok(())
}

/// A draft of about 600 characters.
fn content(session: &Session, case: CaseId, number: usize) -> Result<SaveDraft> {
    let text = format!(
        "{}Telefonata numero {number}.",
        "La madre riferisce che dorme poco. ".repeat(17)
    );
    notes::draft(session, case, text)
}

/// A draft kept, to be signed.
pub fn kept(session: &mut Session, case: CaseId, number: usize) -> Result<DraftId> {
    let content = content(session, case, number)?;
    Ok(save(session, content)?.id)
}
