//! A file is attached: first its sealed bytes are on the disk, then the record that names them is written.

use super::{holder::Holder, open::FileRef};
use crate::{Act, Code, Error, Result, Session};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::queries::tutela;
use cartella_domain::{
    files::{Allegato, AttachedTo, FileRefused, Purpose, file_name, recognise},
    ids::RecordId,
    people::tidy,
    record::Record as _,
    scope::ScopeKind,
    time::CivilDate,
    tutela::Provvedimento,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

/// A file as the window hands it over.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// Its bytes in base64.
    pub content: String,
    /// What it is called.
    pub title: Option<String>,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// The day that the paper bears.
    pub dated: Option<CivilDate>,
    /// Why it was taken; a photo needs one.
    pub reason: Option<String>,
}

/// A file for a record.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AddFile {
    /// What it hangs on.
    pub on: AttachedTo,
    /// The file.
    pub file: NewFile,
    /// An order that is in the files of several minors: it hangs in all of them.
    #[serde(default)]
    pub everywhere: bool,
}

/// Attaches a file.
///
/// # Errors
/// `forbidden`, `not_found`; `file_empty`, `file_too_large`, `file_kind_unknown`, `file_broken`,
/// `file_too_many_pixels`, `reason_missing`; the disk is full. Nothing is attached then.
pub fn add(session: &mut Session, input: AddFile) -> Result<FileRef> {
    let holder = Holder::of(session, input.on)?.writable()?;
    let mut holders = vec![holder];
    if input.everywhere && input.on.kind == Provvedimento::KIND.number {
        holders.extend(others(session, input.on)?);
    }
    let file = accepted(session, input.file)?;
    let attached: Vec<(RecordId, Holder)> = holders.iter().map(|holder| (session.id(), *holder)).collect();
    session.write(|act| {
        for (id, holder) in &attached {
            attach(act, *id, holder, &file)?;
        }
        if let ([_], Some(case)) = (attached.as_slice(), holder.case) {
            act.about(case);
        }
        Ok(())
    })?;
    let id = attached.first().map(|(id, _)| *id).unwrap_or_default();
    Ok(FileRef { id })
}

/// The same order in the other minors' files, where she may write.
fn others(session: &Session, on: AttachedTo) -> Result<Vec<Holder>> {
    let db = session.archive().db();
    let order = cartella_archive::rows::get::<Provvedimento>(db, &on.id.to_string())?;
    let Some(act) = order.and_then(|row| row.value.act) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for row in tutela::of_act::<Provvedimento>(db, act)? {
        let id = row.typed_id()?;
        if id != on.id {
            let other = Holder::readable(session, AttachedTo { id, ..on })?;
            found.extend(other.filter(|other| other.writes));
        }
    }
    Ok(found)
}

/// Looks at a file and seals it beside the archive. The record hangs on nothing yet; if none is written, the sealed bytes
/// are swept at the next opening.
///
/// # Errors
/// As [`add`].
pub(crate) fn accepted(session: &Session, new: NewFile) -> Result<Allegato> {
    let content = STANDARD
        .decode(new.content.as_bytes())
        .map(Zeroizing::new)
        .map_err(|_| Error::new(Code::BadInput))?;
    let media = recognise(&content).map_err(refused)?;
    let file = Allegato {
        name: file_name(&new.name),
        media: Some(media),
        size: u32::try_from(content.len()).ok(),
        title: tidy::text(new.title),
        purpose: Some(new.purpose.unwrap_or_default()),
        dated: new.dated,
        reason: tidy::lines(new.reason),
        by: Some(session.operator()),
        at: Some(session.now()),
        ..Allegato::default()
    };
    if file.lacks_reason() {
        return Err(Error::field(Code::ReasonMissing, "reason"));
    }
    if !file.fits() {
        return Err(Error::field(Code::FileKindUnknown, "file"));
    }
    let sealed = session
        .archive()
        .keep_file(&content, session.world.random.as_ref())?;
    Ok(Allegato {
        sealed: Some(sealed),
        ..file
    })
}

/// Hangs a file on a record.
pub(crate) fn attach(act: &mut Act<'_>, id: RecordId, holder: &Holder, file: &Allegato) -> Result<()> {
    let record = Allegato {
        case: holder.case,
        of: Some(holder.on),
        ..file.clone()
    };
    if let (ScopeKind::Private | ScopeKind::Secret, Some(case)) = (holder.scope.kind, holder.case) {
        act.scope_of(holder.scope, case.uuid());
    }
    act.create(holder.scope, id, &record)
}

fn refused(refusal: FileRefused) -> Error {
    let code = match refusal {
        FileRefused::Empty => Code::FileEmpty,
        FileRefused::TooLarge => Code::FileTooLarge,
        FileRefused::UnknownKind => Code::FileKindUnknown,
        FileRefused::Broken => Code::FileBroken,
        FileRefused::TooManyPixels => Code::FileTooManyPixels,
    };
    Error::field(code, "file")
}
