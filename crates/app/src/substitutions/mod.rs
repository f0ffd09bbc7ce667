//! Sostituzione: an operator who is away for some days is stood in for, in all her cases or in some. The responsible stays;
//! the substitute has, during these days, what every operator of the case has.

mod ask;
mod change_end;
mod choose;
mod list;
mod make;

pub use ask::ask;
pub use change_end::{ChangeSubstitutionEnd, change_end};
pub use choose::{AskSubstitutable, SubstitutableCase, choose};
pub use list::{SubstitutionView, Substitutions, list};
pub(crate) use make::following;
pub use make::{MadeSubstitution, MakeSubstitution, make};
