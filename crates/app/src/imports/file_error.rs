//! Why a file gives no table, as an error of the use cases: each reason has its own sentence on the screen.

use crate::{Code, Error};
use cartella_documents::tabular::TableError;

impl From<TableError> for Error {
    fn from(error: TableError) -> Self {
        use TableError as T;
        let limited = |code: Code, limit: usize| Self::new(code).with("limit", number(limit));
        match error {
            T::Empty => Code::ImportEmpty.into(),
            T::NoRows => Code::ImportNoRows.into(),
            T::FileTooBig { limit } => limited(Code::ImportFileTooBig, limit / (1024 * 1024)),
            T::TooManyRows { limit } => limited(Code::ImportTooManyRows, limit),
            T::TooManyColumns { limit, line } => {
                limited(Code::ImportTooManyColumns, limit).with("line", i64::from(line))
            }
            T::TooManyCells { limit } => limited(Code::ImportTooManyCells, limit),
            T::Binary => Code::ImportBinary.into(),
            T::Pdf => Code::ImportPdf.into(),
            T::WebPage => Code::ImportWebPage.into(),
            T::XmlFile => Code::ImportXmlFile.into(),
            T::OldWorkbook => Code::ImportOldWorkbook.into(),
            T::BinaryWorkbook => Code::ImportBinaryWorkbook.into(),
            T::OpenDocument => Code::ImportOpenDocument.into(),
            T::NotAWorkbook => Code::ImportNotAWorkbook.into(),
            T::Password => Code::ImportPassword.into(),
            T::Damaged => Code::ImportDamaged.into(),
            T::UnpacksTooBig { .. } => Code::ImportUnpacksTooBig.into(),
            T::TooManyParts { limit } => limited(Code::ImportTooManyParts, limit),
            T::NoSheet => Code::ImportNoSheet.into(),
            T::SheetNotFound => Code::ImportSheetNotFound.into(),
            T::UnclosedQuote { line } => Self::new(Code::ImportUnclosedQuote).with("line", i64::from(line)),
            T::WrongEncoding => Code::ImportWrongEncoding.into(),
            T::NoSuchHeadingLine => Code::ImportNoSuchHeadingLine.into(),
        }
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
