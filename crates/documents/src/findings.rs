//! What is said about one line of a file: where, how bad, and by a code whose Italian text the window has.
//!
//! A finding never carries what stood in the cell: the window shows the cell beside it from the table itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a finding does to its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportSeverity")]
pub enum Severity {
    /// The line is taken; someone should look at it.
    Warning,
    /// The line is not taken.
    Error,
}

/// What was found; each has its Italian sentence in the window's messages under `import.<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportFindingCode")]
pub enum FindingCode {
    // Of the file.
    /// The file was read as Windows-1252, as it is not UTF-8.
    ReadAsWindows1252,
    /// Some lines are UTF-8 and others Windows-1252; each was read as what it is.
    MixedEncoding,
    /// Accents look as if they had been saved in the encoding of MS-DOS.
    MaybeDosEncoding,
    /// Accents were already spoilt in the file ("Ã¨" for "è").
    SpoiltAccents,
    /// Lines above the headings were skipped.
    TitleSkipped,
    /// No line looks like headings: columns go by their letters.
    NoHeadings,
    /// Two columns have the same heading.
    DuplicateHeading,
    /// A column with values has no heading.
    MissingHeading,
    /// The workbook has other sheets with content.
    OtherSheets,
    /// Cells are merged: the value stands in the first one only.
    MergedCells,
    // Of a line.
    /// More cells than headings, with something in them: the columns have slipped.
    ExtraCells,
    /// Fewer cells than headings.
    MissingCells,
    /// A quote stands inside an unquoted cell, or text follows a closing quote.
    StrayQuote,
    /// A cell is longer than a cell may be; it was left out.
    CellTooLong,
    /// The cell has a formula; its last computed value was read.
    Formula,
    /// The cell has a formula that was never computed: there is no value.
    FormulaWithoutValue,
    /// The cell shows an error of the spreadsheet, such as `#N/D`.
    SpreadsheetError,
    /// Characters that no text has (control characters) were left out.
    ControlCharacters,
    // Of a value.
    /// Neither a surname nor a name nor an alias: there is no person on the line.
    NoName,
    /// One cell for surname and name: the first word was taken as the surname.
    NameSplit,
    /// Not a date.
    DateUnreadable,
    /// A day that the calendar does not have, such as 31/02.
    DateNotInCalendar,
    /// Day and month could be exchanged: month above 12.
    DateMonthFirst,
    /// The year has two digits; the century was inferred.
    DateTwoDigitYear,
    /// The date lies in the future.
    DateInFuture,
    /// The date is before 1880 or a spreadsheet's zero.
    DateTooOld,
    /// Only the year, or the year and month, is known.
    DatePartial,
    /// The codice fiscale does not have the right form or check character; it was not taken.
    CodiceFiscaleWrong,
    /// The codice fiscale does not agree with the name, birth or sex of the line: taken, as registers must.
    CodiceFiscaleDisagrees,
    /// Birth date, sex or birthplace were missing and taken from the codice fiscale.
    FilledFromCodiceFiscale,
    /// No comune or state has this name, or more than one has; it was put among the notes.
    PlaceUnknown,
    /// No state is known for this citizenship; it was put among the notes.
    CitizenshipUnknown,
    /// Not a gender.
    GenderUnreadable,
    /// Not an e-mail address; it was put among the notes.
    EmailUnreadable,
    /// Not a phone number; it was put among the notes.
    PhoneUnreadable,
    /// A number lost its leading zero, as spreadsheets do; it was put back.
    LeadingZeroRestored,
    /// Not a postal code.
    CapUnreadable,
    /// No service of the catalogue has this name.
    ServiceUnknown,
    /// No state of a case has this name: the case enters as in charge.
    StateUnknown,
    /// A closing date before the opening date.
    ClosedBeforeOpened,
    /// A case without an opening date: to be completed.
    OpeningDateMissing,
    /// A text longer than its field; what is beyond stands among the notes.
    TextTooLong,
    /// Nobody of the staff has this name; it was put among the notes.
    OperatorUnknown,
    /// The person already has an open case in this service: no second one is opened.
    CaseAlreadyOpen,
    /// The same person stands on an earlier line of this file.
    RepeatedInFile,
    /// The line is equal to an earlier one, cell by cell.
    RepeatedLine,
}

/// One thing said about one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(rename = "ImportFinding")]
pub struct Finding {
    /// The line of the file (CSV: the physical line, XLSX: the row), from 1; 0 when it concerns the whole file.
    pub line: u32,
    /// The column from 0, when it concerns one cell.
    pub column: Option<u16>,
    /// Whether the line is taken.
    pub severity: Severity,
    /// What was found.
    pub code: FindingCode,
}

impl Finding {
    /// A warning about a line or one of its cells.
    #[must_use]
    pub const fn warning(line: u32, column: Option<u16>, code: FindingCode) -> Self {
        Self {
            line,
            column,
            severity: Severity::Warning,
            code,
        }
    }

    /// An error about a line or one of its cells.
    #[must_use]
    pub const fn error(line: u32, column: Option<u16>, code: FindingCode) -> Self {
        Self {
            line,
            column,
            severity: Severity::Error,
            code,
        }
    }

    /// Something about the whole file.
    #[must_use]
    pub const fn of_file(code: FindingCode) -> Self {
        Self::warning(0, None, code)
    }
}
