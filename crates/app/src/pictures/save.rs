//! A picture leaves as a file. That it left, and of whom, is in the audit.

use super::{EcomapOf, PictureOf, ecomap, genogram};
use crate::{PaperHead, Result, Session};
use cartella_archive::audit;
use cartella_documents::drawings::svg;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which picture.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// The genogram.
    Genogram(PictureOf),
    /// The ecomap.
    Ecomap(EcomapOf),
}

/// How a picture leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PictureLeaves {
    /// As a file that she keeps.
    File,
    /// On paper, or as a PDF of the printing dialog.
    Print,
}

/// A picture to keep.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavePicture {
    /// Which.
    pub picture: PictureKind,
    /// What it is called, in the screen's words: read aloud by who cannot see it.
    pub title: String,
    /// How it leaves.
    pub by: PictureLeaves,
}

/// A picture as a file.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PictureFile {
    /// SVG, UTF-8.
    pub svg: String,
    /// What stands on top of it, if it is printed.
    pub head: Option<PaperHead>,
}

/// Draws it as SVG.
///
/// # Errors
/// `not_found` if she is not here or may not be known, `forbidden` if no more than her name may be; the disk is full.
pub fn save(session: &mut Session, input: SavePicture) -> Result<PictureFile> {
    let (about, drawing) = match input.picture {
        PictureKind::Genogram(of) => {
            let picture = genogram(session, of)?;
            (picture.about, picture.drawing)
        }
        PictureKind::Ecomap(of) => {
            let picture = ecomap(session, of)?;
            (picture.about, picture.drawing)
        }
    };
    let (act, head) = match input.by {
        PictureLeaves::File => (audit::Act::Export, None),
        PictureLeaves::Print => (audit::Act::Print, Some(session.paper()?)),
    };
    session.note(audit::Event::new(act).about(about))?;
    Ok(PictureFile {
        svg: svg::write(&drawing, &input.title),
        head,
    })
}
