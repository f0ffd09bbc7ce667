//! Tutela minori: what courts order, what is asked of the service and by when, what answers it, the emergency measure.
//!
//! Everything stands in the court scope of a case; what comes in for several minors is one act with a record in each
//! file, and every verb asks the rights of each file.

mod add;
mod affidamento;
mod authorities;
mod edit;
mod end;
mod in_file;
mod mandate;
mod measure;
mod page;
mod penal;
mod print;
mod proceeding;
mod register;
mod report;
mod responsibility;
mod steps;
mod under;
mod view;

pub use add::{AddToOrder, add_to_order};
pub use affidamento::{edit_affidamento, edit_prescription};
pub use authorities::{AuthorityCard, CourtCodes, SaveAuthority, authorities, codes, save_authority};
pub use edit::EditInFile;
pub use end::{EndOrder, end_order};
pub(crate) use in_file::{allow, court};
pub use mandate::{AnswerMandate, answer_mandate, edit_mandate};
pub use measure::{
    CloseMeasure, OpenMeasure, TickMeasure, close_measure, edit_measure, open_measure, tick_measure,
};
pub use page::of_case;
pub use penal::{AddPenal, add_penal, edit_penal};
pub use print::{PrintMeasure, print_measure, print_report};
pub use proceeding::{AddProceeding, add_proceeding, edit_proceeding};
pub use register::{RegisterOrder, Registered, edit_order, register_order};
pub(crate) use report::final_paper;
pub use report::{
    EditReport, FORM_REPORT, IncludeEntries, Included, MoveReport, MyReport, MyReports, PaperFormat,
    ReportDraft, ReportLine, ReportMinor, ReportMove, ReportPage, ReportRef, ReportWaits, ReportsOfCase,
    SaveReport, SignReport, SignatureView, StartFinalReport, StartReport, edit_report, include_entries,
    move_report, my_reports, refresh_report, report, reports, save_report, sign_report, start_final_report,
    start_report,
};
pub use responsibility::{ChangeResponsibility, change_responsibility};
pub use steps::{AddStep, RemoveStep, add_step, remove_step};
pub(crate) use under::assigned_orders;
pub use view::{AnswerView, CourtPage, MandateView, MeasureView, OrderView, ReportView};
