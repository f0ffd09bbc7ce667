//! The list itself. A row: window, name, verb (its input) -> its answer.

use super::{Nothing, commands};
use crate::access::{AccessPage, ChainCheck, OfCase};
use crate::archives::{
    ArchiveCard, ArchiveId, BackupDone, ChangePassphrase, CheckPassphrase, Copy, CreateArchive, Entered,
    PassphraseVerdict, RecoverArchive, RestoreArchive, SuggestedPassphrase, UnlockArchive,
};
use crate::find::{Find, Hits};
use crate::session::{ChangeSettings, Info, ViewState};
use cartella_domain::settings::Setting;

commands! {
    lock "archive.list" archives::list(Nothing) -> Vec<ArchiveCard>;
    lock "archive.suggest_passphrase" archives::suggest_passphrase(Nothing) -> SuggestedPassphrase;
    lock "archive.check_passphrase" archives::check_passphrase(CheckPassphrase) -> PassphraseVerdict;
    lock "archive.create" archives::create(CreateArchive) -> Entered;
    lock "archive.unlock" archives::unlock(UnlockArchive) -> Entered;
    lock "archive.recover" archives::recover(RecoverArchive) -> Entered;
    lock "archive.copies" archives::copies_of(ArchiveId) -> Vec<Copy>;
    lock "archive.restore" archives::restore(RestoreArchive) -> Entered;
    main "session.suggest_passphrase" archives::suggest_another(Nothing) -> SuggestedPassphrase;
    main "session.check_passphrase" archives::check_another(CheckPassphrase) -> PassphraseVerdict;
    main "archive.change_passphrase" archives::change_passphrase(ChangePassphrase) -> Nothing;
    main "archive.backup" archives::backup(Nothing) -> BackupDone;
    main "archive.backup_list" archives::copies_here(Nothing) -> Vec<Copy>;
    main "find.anything" find::anything(Find) -> Hits;
    main "access.of_case" access::of_case(OfCase) -> AccessPage;
    main "access.verify" access::verify(Nothing) -> ChainCheck;
    main "session.info" session::info(Nothing) -> Info;
    main "session.settings" session::settings(Nothing) -> Setting;
    main "session.change_settings" session::change_settings(ChangeSettings) -> Setting;
    main "session.keep_view" session::keep_view(ViewState) -> Nothing;
}
