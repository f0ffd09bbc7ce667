//! The list itself. A row: window, name, verb (its input) -> its answer.

use super::{Nothing, commands};
use crate::session::{Info, ViewState};

commands! {
    main "session.info" session::info(Nothing) -> Info;
    main "session.keep_view" session::keep_view(ViewState) -> Nothing;
}
