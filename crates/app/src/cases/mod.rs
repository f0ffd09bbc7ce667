//! Cases: opening, assigning, moving through their states, closing and opening again, the list, the page.

mod assign;
mod change_comune;
mod close;
mod codes;
mod complete;
mod end_assignment;
mod get;
mod header;
mod involve;
mod list;
mod loaded;
mod message;
mod move_case;
mod open;
mod open_items;
mod page;
mod reopen;
mod time_line;

pub(crate) use assign::works_here;
pub use assign::{AssignOperator, assign};
pub use change_comune::{ChangeComune, change_comune};
pub use close::{CloseCase, close};
pub use codes::{ServiceAsk, ServiceCard, ServiceCodes, codes, services};
pub use complete::{CompleteCase, PaperKind, complete};
pub use end_assignment::{EndAssignment, end_assignment};
pub use get::get;
pub use header::{CaseHeader, Named};
pub use involve::{InvolvePeople, involve};
pub use list::{CaseList, CaseListAsk, CaseListLine, list};
pub use message::{
    AskMessages, LeaveMessage, MessageView, SettleMessage, leave_message, messages, my_messages,
    settle_message,
};
pub use move_case::{MoveCase, move_case};
pub(crate) use open::Opening;
pub use open::{OpenCase, Opened, open};
pub use open_items::open_in_case;
pub use page::{
    Assessed, AssignmentView, CasePage, CaseRight, ComuniView, EpisodeView, LevelReaders, PersonInCase,
    RelatedCase, TransitionView,
};
pub use reopen::{ReopenCase, reopen};
pub use time_line::{MonthCount, TeamSpan, TimeLine, time_line, time_line_printed};

use cartella_domain::ids::CaseId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OneCase {
    /// Which.
    pub case: CaseId,
}
