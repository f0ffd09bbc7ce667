//! The agenda: appointments, deadlines and next actions by day, week and month, and what is due today.
//!
//! It only sorts and groups what others hold; an appointment is its one record of its own.

mod appointment;
mod day;
mod due;

pub use appointment::{Appointment, AppointmentState, NotPlanned, Slot};
pub use day::{AgendaDay, AgendaDeadline, AgendaItem, AgendaSource, AgendaView, by_day, span};
pub use due::{Due, due};
