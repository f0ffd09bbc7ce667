//! Schools, their classes, and who attends them: a minimal register that everybody of the office keeps.

mod list;
mod pupils;
mod save_class;
mod save_school;

pub use list::{ListClasses, classes, list};
pub use pupils::{ListPupils, Pupil, pupils};
pub use save_class::{SaveClass, save_class};
pub use save_school::{SaveSchool, save_school};
