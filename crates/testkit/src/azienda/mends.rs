//! Mistakes in what was signed: corrected, annulled, put in the right file.

use super::{
    dice::Dice as _,
    entries::{self, Deed},
    kinds,
    life::Life,
    texts::{Part, Writer},
};
use cartella_app::{
    Code, Error, Result, Session,
    diary::{self, Annul, Correction, Rectify},
    drafts::{self, DraftRef},
};
use cartella_domain::{
    diary::{AnnulmentReason, EntryDraft},
    ids::{DraftId, EntryId},
    time::CivilDate,
};

/// What is to be mended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mend {
    deed: Deed,
    entry: EntryId,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Rectify,
    Annul,
    Refile,
}

impl Mend {
    pub(super) const fn rectify(deed: &Deed, entry: EntryId) -> Self {
        Self::new(deed, entry, How::Rectify)
    }

    pub(super) const fn annul(deed: &Deed, entry: EntryId) -> Self {
        Self::new(deed, entry, How::Annul)
    }

    pub(super) const fn refile(deed: &Deed, entry: EntryId) -> Self {
        Self::new(deed, entry, How::Refile)
    }

    const fn new(deed: &Deed, entry: EntryId, how: How) -> Self {
        Self {
            deed: *deed,
            entry,
            how,
        }
    }
}

impl Life<'_> {
    /// The mistakes that are mended this day, at its end.
    pub(super) fn mend(&mut self, session: &mut Session, day: CivilDate) -> Result<()> {
        while let Some(entry) = self.mends.first_entry().filter(|entry| *entry.key() <= day) {
            for mend in entry.remove() {
                self.mend_one(session, mend)?;
                self.acted(2);
            }
        }
        Ok(())
    }

    fn mend_one(&mut self, session: &mut Session, mend: Mend) -> Result<()> {
        let (Some(author), Some(case)) = (self.staff.get(mend.deed.by), self.cases.get_mut(mend.deed.case))
        else {
            return Ok(());
        };
        if mend.how != How::Refile && !case.is_worked_on() {
            return Ok(());
        }
        session.act_as(author.id);
        match mend.how {
            How::Rectify => {
                let (cast, _) = entries::cast(&self.random, case, author.role, &mend.deed);
                let writer = Writer {
                    random: &self.random,
                    area: super::cases::area(case.service),
                    kind: kinds::code(mend.deed.kind),
                    cast: &cast,
                };
                let input = Rectify {
                    entry: mend.entry,
                    reason: self
                        .random
                        .word("Errore di trascrizione|Svista nella data e nel luogo|Dato non corretto")
                        .to_owned(),
                    corrections: vec![Correction {
                        segment: None,
                        text: writer.sentence(Part::Correction, &mut case.memory),
                    }],
                    occurred_on: None,
                    starts: None,
                };
                diary::rectify(session, input).map(drop)
            }
            How::Annul => {
                let reason = self
                    .random
                    .pick(&[AnnulmentReason::Doppione, AnnulmentReason::NonAvvenuto]);
                annul(session, mend.entry, reason.copied().unwrap_or_default()).map(drop)
            }
            How::Refile => self.refile(session, &mend),
        }
    }

    /// An entry that stands in another family's file: it is annulled there, and its text goes where it belongs.
    fn refile(&mut self, session: &mut Session, mend: &Mend) -> Result<()> {
        let Some(right) = self.cases.get_mut(mend.deed.case) else {
            return Ok(());
        };
        let Some(draft) = annul(session, mend.entry, AnnulmentReason::FascicoloSbagliato)? else {
            return Ok(());
        };
        let kept = drafts::get(session, DraftRef { id: draft })?;
        let mut content: EntryDraft =
            serde_json::from_value(kept.content).map_err(|_| Error::new(Code::BadInput))?;
        for text in &mut content.texts {
            text.files = vec![right.id];
        }
        right.entries += 1;
        let order = diary::Sign {
            draft,
            content: Some(content),
        };
        diary::sign(session, order).map(drop)
    }
}

fn annul(session: &mut Session, entry: EntryId, reason: AnnulmentReason) -> Result<Option<DraftId>> {
    let input = Annul {
        entry,
        reason,
        note: None,
    };
    Ok(diary::annul(session, input)?.draft)
}
