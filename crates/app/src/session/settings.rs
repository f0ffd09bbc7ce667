//! The operator's settings, and the office's.

use super::Session;
use crate::{Act, Result, commands::Nothing};
use cartella_archive::rows;
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    record::AddSet,
    rights::{Action, Subject},
    scope::ScopeId,
    services::Service,
    settings::Setting,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// New values; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ChangeSettings {
    /// Minutes without a key before the archive locks, 1 to 15.
    pub idle_minutes: Option<u8>,
    /// `light` or `dark`; an empty text follows the system.
    pub theme: Option<String>,
    /// A hint that she has put away.
    pub hint_read: Option<String>,
}

/// The settings as they are.
///
/// # Errors
/// The archive does not answer.
pub fn settings(session: &mut Session, _: Nothing) -> Result<Setting> {
    current(session)
}

/// The settings' own id, made of that of whose they are: a record's id belongs to one kind.
fn id_of(owner: uuid::Uuid) -> RecordId {
    const MARK: u128 = 0x5e77_1265;
    RecordId(uuid::Uuid::from_u128(owner.as_u128() ^ MARK))
}

fn id(session: &Session) -> RecordId {
    id_of(session.operator.uuid())
}

fn stored(session: &Session, id: RecordId) -> Result<Setting> {
    let row = rows::get::<Setting>(session.archive.db(), &id.to_string())?;
    Ok(row.map(|row| row.value).unwrap_or_default())
}

pub(super) fn current(session: &Session) -> Result<Setting> {
    stored(session, id(session))
}

impl Session {
    /// The settings of the office, that hold for everybody.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn office_setting(&self) -> Result<Setting> {
        stored(self, id_of(self.archive.identity().office))
    }
}

/// Changes some of them.
///
/// # Errors
/// The disk is full.
pub fn change_settings(session: &mut Session, input: ChangeSettings) -> Result<Setting> {
    let id = id(session);
    let scope = session.own();
    let old = current(session)?;
    let mut new = old.clone();
    if let Some(minutes) = input.idle_minutes {
        new.idle_minutes = Some(minutes.clamp(1, 15));
    }
    if let Some(theme) = input.theme {
        new.theme = Some(theme).filter(|theme| !theme.is_empty());
    }
    new.hints_read
        .0
        .extend(input.hint_read.filter(|hint| !old.hints_read.0.contains(hint)));
    let known = rows::get::<Setting>(session.archive.db(), &id.to_string())?.is_some();
    session.write(|act| {
        if known {
            act.edit(id, &new, None)
        } else {
            act.create(scope, id, &new)
        }
    })?;
    Ok(new)
}

/// The office's settings, whole numbers as they count now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficeSettings {
    /// Days after the event from which an entry bears the mark "registrata il".
    pub late_after_days: u16,
    /// Name and address above the office's papers, a line each.
    pub letterhead: Option<String>,
    /// Days without a note from which the board calls a case silent.
    pub silent_after_days: u16,
    /// Cases of one responsible who works full time, from which the board marks her load.
    pub cases_per_fte: u16,
    /// Services whose cases are closed without a final report, in the order of the catalogue.
    pub closes_without_report: Vec<Service>,
    /// The operator may change them.
    pub writable: bool,
}

/// New values; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ChangeOfficeSettings {
    /// Days after the event from which an entry bears the mark "registrata il".
    pub late_after_days: Option<u8>,
    /// Name and address above the office's papers, a line each; an empty text takes them away.
    pub letterhead: Option<String>,
    /// Days without a note from which the board calls a case silent.
    pub silent_after_days: Option<u16>,
    /// Cases of one responsible who works full time, from which the board marks her load.
    pub cases_per_fte: Option<u16>,
    /// Services whose cases are closed without a final report.
    pub closes_without_report: Option<Vec<Service>>,
}

/// The office's settings as they are.
///
/// # Errors
/// The archive does not answer.
pub fn office_settings(session: &mut Session, _: Nothing) -> Result<OfficeSettings> {
    let setting = session.office_setting()?;
    Ok(OfficeSettings {
        late_after_days: setting.late_after_days(),
        silent_after_days: setting.silent_after_days(),
        cases_per_fte: setting.cases_per_fte(),
        closes_without_report: Service::ALL
            .iter()
            .copied()
            .filter(|service| !setting.asks_final_report(*service))
            .collect(),
        letterhead: setting.letterhead,
        writable: session
            .decide(Action::SettingsOffice, &Subject::nobody())?
            .is_allowed(),
    })
}

/// Changes some of the office's settings. What was signed before keeps the mark that it was signed with.
///
/// # Errors
/// `forbidden` by her role; the disk is full.
pub fn change_office_settings(session: &mut Session, input: ChangeOfficeSettings) -> Result<OfficeSettings> {
    session.keep_office_setting(|setting| {
        setting.late_after_days = input.late_after_days.or(setting.late_after_days);
        if let Some(letterhead) = input.letterhead {
            setting.letterhead = tidy::lines(Some(letterhead));
        }
        setting.silent_after_days = input.silent_after_days.or(setting.silent_after_days);
        setting.cases_per_fte = input.cases_per_fte.or(setting.cases_per_fte);
        if let Some(services) = input.closes_without_report {
            setting.closes_without_report = AddSet(services);
        }
    })?;
    office_settings(session, Nothing {})
}

impl Session {
    /// Writes what is changed of the office's settings.
    ///
    /// # Errors
    /// `forbidden` by her role; the disk is full.
    pub(crate) fn keep_office_setting(&mut self, change: impl FnOnce(&mut Setting)) -> Result<()> {
        self.keep_office_setting_beside(change, |_, _| Ok(()))
    }

    /// Writes what is changed of the office's settings and, in the same act, what is said beside it.
    ///
    /// # Errors
    /// `forbidden` by her role; the disk is full.
    pub(crate) fn keep_office_setting_beside(
        &mut self,
        change: impl FnOnce(&mut Setting),
        beside: impl FnOnce(&mut Act<'_>, ScopeId) -> Result<()>,
    ) -> Result<()> {
        self.allow(Action::SettingsOffice, &Subject::nobody())?;
        let id = id_of(self.archive.identity().office);
        let scope = self.org();
        let mut setting = self.office_setting()?;
        change(&mut setting);
        let known = rows::get::<Setting>(self.archive.db(), &id.to_string())?.is_some();
        self.write(|act| {
            if known {
                act.edit(id, &setting, None)?;
            } else {
                act.create(scope, id, &setting)?;
            }
            beside(act, scope)
        })
    }
}
