//! Accesso agli atti: somebody asks to see or to have what the service keeps about a minor or another person. The request is
//! recorded with its two terms (30 days to answer, 10 for who else is concerned to object) and how it ended. Copies are
//! another matter.

mod richiesta;
mod risposta;

pub use richiesta::{Controinteressato, Delega, RichiestaAccesso, Titolo, Verifiche};
pub use risposta::{AnswerRefused, EsitoAccesso, Risposta, accepted};
