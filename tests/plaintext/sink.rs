//! Everything that the program says to its log, at every level, in one file.

use std::{
    fmt::Debug,
    fs::File,
    io::Write as _,
    path::Path,
    sync::{Mutex, PoisonError},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

/// A log without a filter.
pub struct Sink(Mutex<File>);

impl Sink {
    /// Sends everything that is said from now on into this file.
    pub fn install(path: &Path) {
        let sink = Self(Mutex::new(File::create(path).unwrap()));
        tracing::subscriber::set_global_default(sink).unwrap();
    }
}

/// Writes fields as they come.
struct Fields<'a>(&'a mut File);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

impl Subscriber for Sink {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        span.record(&mut Fields(&mut file));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        values.record(&mut Fields(&mut file));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        write!(file, "{} {}", event.metadata().level(), event.metadata().target()).unwrap();
        event.record(&mut Fields(&mut file));
        writeln!(file).unwrap();
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
