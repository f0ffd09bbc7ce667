//! The list itself. A row: window, name, verb (its input) -> its answer.

use super::{Nothing, commands};
use crate::session::{ChangeSettings, Info, ViewState};
use cartella_domain::settings::Setting;

commands! {
    main "session.info" session::info(Nothing) -> Info;
    main "session.settings" session::settings(Nothing) -> Setting;
    main "session.change_settings" session::change_settings(ChangeSettings) -> Setting;
    main "session.keep_view" session::keep_view(ViewState) -> Nothing;
}
