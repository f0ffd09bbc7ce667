//! Relazione all'autorità giudiziaria: begun from a mandate, gathered from the signed entries of its period, written here,
//! co-signed, approved, signed and so frozen, protocolled, sent, answered. The final report of a case goes the same way without
//! mandate, approval and court (`closing`).

mod closing;
mod edit;
mod family;
mod gather;
mod loaded;
mod mine;
mod of_case;
mod page;
mod save;
mod sign;
mod start;
mod steps;

pub(crate) use closing::final_paper;
pub use closing::{StartFinalReport, start_final_report};
pub use edit::{EditReport, IncludeEntries, Included, edit_report, include_entries, refresh_report};
pub(super) use loaded::allow_reading;
pub use mine::{MyReport, MyReports, ReportWaits, my_reports};
pub use of_case::{ReportLine, ReportsOfCase, reports};
pub use page::{ReportDraft, ReportMinor, ReportPage, SignatureView, report};
pub use save::{PaperFormat, SaveReport, save_report};
pub use sign::{SignReport, sign_report};
pub use start::{StartReport, start_report};
pub use steps::{MoveReport, ReportMove, move_report};

use cartella_domain::ids::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The form under which the text of a report is kept while it is typed: the name of its record's kind.
pub const FORM_REPORT: &str = "relazione_testo";

/// A report, by its card in any of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportRef {
    /// Its card.
    pub report: RecordId,
}
