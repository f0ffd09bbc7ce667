//! Every error code, one line each: the screen's messages file must have a text for it (the generated
//! `ErrorCode` type makes a missing one a compile error there).

use super::ErrorKind;
use serde::Serialize;
use ts_rs::TS;

macro_rules! codes {
    ($($name:ident $kind:ident $text:literal;)*) => {
        /// A stable key of an error.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
        #[ts(rename = "ErrorCode")]
        pub enum Code { $(#[doc = $text] #[serde(rename = $text)] $name),* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How the screen treats it.
            #[must_use]
            pub const fn kind(self) -> ErrorKind {
                match self { $(Self::$name => ErrorKind::$kind),* }
            }
        }
    };
}

codes! {
    // The program.
    UnknownCommand Bug "unknown_command";
    BadInput Bug "bad_input";
    Locked Locked "locked";
    NotFound NotFound "not_found";
    Forbidden Forbidden "forbidden";
    ChangedMeanwhile Conflict "changed_meanwhile";
    Stopped Precondition "stopped";
    // Archives and keys.
    WrongPassphrase WrongKey "wrong_passphrase";
    WrongOfficeKey WrongKey "wrong_office_key";
    NotAnOfficeKey Invalid "not_an_office_key";
    NoOfficeRecovery Precondition "no_office_recovery";
    RecoveryUndecided Invalid "recovery_undecided";
    PassphraseSize Invalid "passphrase_size";
    PassphraseWeak Invalid "passphrase_weak";
    OperatorUnnamed Invalid "operator_unnamed";
    CardInvalid Invalid "card_invalid";
    UnlockWait Busy "unlock_wait";
    SlotsMissing Storage "slots_missing";
    SlotsDamaged Storage "slots_damaged";
    KeysFailed Bug "keys_failed";
    ArchiveMissing NotFound "archive_missing";
    ArchiveAlreadyThere Conflict "archive_already_there";
    ArchiveNotEncrypted Storage "archive_not_encrypted";
    ArchiveForeign Storage "archive_foreign";
    ArchiveWrongKey WrongKey "archive_wrong_key";
    ArchiveDamaged Storage "archive_damaged";
    ArchiveLogDamaged Storage "archive_log_damaged";
    ArchiveNewer OutOfDate "archive_newer";
    ArchiveInUse Busy "archive_in_use";
    LibraryUnfit Bug "library_unfit";
    CopyMissing NotFound "copy_missing";
    CopyNotGood Storage "copy_not_good";
    // People and schools.
    PersonNameless Invalid "person_nameless";
    PersonCodeTaken Conflict "person_code_taken";
    PersonCodeTakenHidden Conflict "person_code_taken_hidden";
    AddressEmpty Invalid "address_empty";
    ContactEmpty Invalid "contact_empty";
    PeriodReversed Invalid "period_reversed";
    RelationWithSelf Invalid "relation_with_self";
    RelationUnsaid Invalid "relation_unsaid";
    HouseholdEmpty Invalid "household_empty";
    AlertUnsaid Invalid "alert_unsaid";
    AlreadyOnePerson Conflict "already_one_person";
    SchoolNameless Invalid "school_nameless";
    SchoolCodeInvalid Invalid "school_code_invalid";
    ClassUnsaid Invalid "class_unsaid";
    // Visits.
    VisitEmpty Invalid "visit_empty";
    VisitTooMany Invalid "visit_too_many";
    // Cases and staff.
    CaseExists Precondition "case_exists";
    CaseStillOpen Precondition "case_still_open";
    NoSuchMove Precondition "no_such_move";
    MoveMissing Precondition "move_missing";
    UnknownCode Invalid "unknown_code";
    DayInFuture Invalid "day_in_future";
    DayBeforeState Invalid "day_before_state";
    LastDayBeforeFirst Invalid "last_day_before_first";
    InChargeNotSaid Invalid "in_charge_not_said";
    CostsNotSaid Invalid "costs_not_said";
    UnknownComune Invalid "unknown_comune";
    OperatorUnknown Invalid "operator_unknown";
    OperatorIncomplete Invalid "operator_incomplete";
    OwnRightsLost Precondition "own_rights_lost";
    SubstituteIsAbsent Invalid "substitute_is_absent";
    SubstitutionNoCases Precondition "substitution_no_cases";
    SubstitutionBegun Precondition "substitution_begun";
    PersonMissing Invalid "person_missing";
    TextMissing Invalid "text_missing";
    // Access to records.
    RichiestaIncomplete Invalid "richiesta_incomplete";
    AnswerBeforeRequest Invalid "answer_before_request";
    DeferralUnsaid Invalid "deferral_unsaid";
    // The desk.
    AccessoUnsaid Invalid "accesso_unsaid";
    AccessoClosed Precondition "accesso_closed";
    DestinationMissing Invalid "destination_missing";
    // Plans.
    PlanOtherState Precondition "plan_other_state";
    PlanIncomplete Precondition "plan_incomplete";
    PeiWithoutBasis Precondition "pei_without_basis";
    PlanNoGoal Precondition "plan_no_goal";
    PlanNoParty Precondition "plan_no_party";
    PlanUnsigned Precondition "plan_unsigned";
    NotAParty Invalid "not_a_party";
    SignatureMissing Invalid "signature_missing";
    // Phases, and the office's lists and terms.
    DatumDerived Invalid "datum_derived";
    ListNotLoaded Precondition "list_not_loaded";
    ListRefused Invalid "list_refused";
    ListTooLong Invalid "list_too_long";
    ListVersionTaken Invalid "list_version_taken";
    RuleIsLaw Invalid "rule_is_law";
    LengthUnfit Invalid "length_unfit";
    // Files.
    FileEmpty Invalid "file_empty";
    FileTooLarge Invalid "file_too_large";
    FileKindUnknown Invalid "file_kind_unknown";
    FileBroken Invalid "file_broken";
    FileTooManyPixels Invalid "file_too_many_pixels";
    FileNotHere Precondition "file_not_here";
    FileDamaged Precondition "file_damaged";
    FileRemoved Precondition "file_removed";
    // The office.
    OfficeAddressInvalid Invalid "office_address_invalid";
    OfficeNone Precondition "office_none";
    OfficeJoined Precondition "office_joined";
    OfficeCodeMissing Invalid "office_code_missing";
    OfficeCodeRefused Invalid "office_code_refused";
    OfficeUnreachable Busy "office_unreachable";
    OfficeAsked Precondition "office_asked";
    HeldGone Conflict "held_gone";
    ClashGone Conflict "clash_gone";
    ClashChoiceInvalid Invalid "clash_choice_invalid";
    // Courts.
    CaseNotUnderCourt Precondition "case_not_under_court";
    NoFileChosen Invalid "no_file_chosen";
    OrderKindMissing Invalid "order_kind_missing";
    AuthorityNameless Invalid "authority_nameless";
    HourNotThere Invalid "hour_not_there";
    MomentMissing Invalid "moment_missing";
    MeasureClosed Precondition "measure_closed";
    StepMissing Invalid "step_missing";
    ReportNotReady Precondition "report_not_ready";
    ReportNotSaved Precondition "report_not_saved";
    FinalReportNotSigned Precondition "final_report_not_signed";
    PaperFailed Storage "paper_failed";
    // Placements.
    FacilityNameless Invalid "facility_nameless";
    PlacementOtherState Precondition "placement_other_state";
    PlacementOutcomeMissing Invalid "placement_outcome_missing";
    PlacedAlready Precondition "placed_already";
    RequestOtherState Precondition "request_other_state";
    AbsenceUnsaid Invalid "absence_unsaid";
    RateUnsaid Invalid "rate_unsaid";
    BillUnsaid Invalid "bill_unsaid";
    // Spazio neutro.
    SnWithoutOrder Invalid "sn_without_order";
    SnWithoutRequest Invalid "sn_without_request";
    SnClosed Precondition "sn_closed";
    SnOperators Invalid "sn_operators";
    SnStepElsewhere Invalid "sn_step_elsewhere";
    SnMeetingUndated Invalid "sn_meeting_undated";
    // Storage.
    DiskFull Storage "disk_full";
    StorageFailed Storage "storage_failed";
    AlreadySigned Precondition "already_signed";
    // Diary and agenda.
    DraftNotEmpty Precondition "draft_not_empty";
    EntryAnnulled Precondition "entry_annulled";
    EntryPlaced Precondition "entry_placed";
    ReasonMissing Invalid "reason_missing";
    NothingWritten Invalid "nothing_written";
    FutureDate Invalid "future_date";
    EndsBeforeStart Invalid "ends_before_start";
    AppointmentClosed Precondition "appointment_closed";
    ActionClosed Precondition "action_closed";
    // Imports: why a file gives no table.
    ImportEmpty Invalid "import_empty";
    ImportNoRows Invalid "import_no_rows";
    ImportFileTooBig Invalid "import_file_too_big";
    ImportTooManyRows Invalid "import_too_many_rows";
    ImportTooManyColumns Invalid "import_too_many_columns";
    ImportTooManyCells Invalid "import_too_many_cells";
    ImportBinary Invalid "import_binary";
    ImportPdf Invalid "import_pdf";
    ImportWebPage Invalid "import_web_page";
    ImportXmlFile Invalid "import_xml_file";
    ImportOldWorkbook Invalid "import_old_workbook";
    ImportBinaryWorkbook Invalid "import_binary_workbook";
    ImportOpenDocument Invalid "import_open_document";
    ImportNotAWorkbook Invalid "import_not_a_workbook";
    ImportPassword Invalid "import_password";
    ImportDamaged Invalid "import_damaged";
    ImportUnpacksTooBig Invalid "import_unpacks_too_big";
    ImportTooManyParts Invalid "import_too_many_parts";
    ImportNoSheet Invalid "import_no_sheet";
    ImportSheetNotFound Invalid "import_sheet_not_found";
    ImportUnclosedQuote Invalid "import_unclosed_quote";
    ImportWrongEncoding Invalid "import_wrong_encoding";
    ImportNoSuchHeadingLine Invalid "import_no_such_heading_line";
    // Imports: what cannot be done now.
    ImportNoFileOpen Precondition "import_no_file_open";
    ImportNoName Invalid "import_no_name";
    ImportFieldGivenTwice Invalid "import_field_given_twice";
    ImportNothingToTake Precondition "import_nothing_to_take";
    ImportAlreadyUndone Precondition "import_already_undone";
}
