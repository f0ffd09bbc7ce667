//! The agenda: appointments and next actions, and what becomes of them.

mod action;
mod create;
mod edit;
mod item;
mod not_happened;
mod range;
mod to_entry;

pub use action::{
    ActionLine, ActionRef, AskActions, CreateAction, DropAction, EditAction, action_create, action_done,
    action_drop, action_edit, actions,
};
pub use create::{AppointmentInput, AppointmentRef, create};
pub use edit::{AppointmentView, EditAppointment, edit, get};
pub use not_happened::{NotHappened, not_happened};
pub use range::{AgendaRange, AskRange, range};
pub use to_entry::to_entry;

pub(crate) use item::{of_action, of_appointment};
