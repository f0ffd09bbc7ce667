//! The five phases of the Lombard regional record (linee guida CSI): access, assessment, plan, delivery, conclusion, each with
//! the data that the regional interchange asks for.
//!
//! What other records of the case hold is never written twice: [`phases`] derives it ([`Facts`] in, [`FaseView`] out) and says
//! from where each value comes. Only what stands nowhere else has a record here ([`DatoFase`]), and each phase one for what is
//! said of it as a whole ([`Fase`]). The regional lists of values were not found: they are loaded by the office
//! ([`ElencoCodici`]), and until then nothing is accepted as their code. [`export`] is the mapping for the interchange.
//! Nothing here ever blocks: what lacks is "da completare".

mod dato;
mod derive;
mod elements;
mod export;
mod facts;
mod fase;
mod lists;
#[cfg(test)]
mod tests;
mod values;

pub use dato::{DatoFase, Refused, accept};
pub use derive::{Datum, DatumState, FaseView, Origin, phases};
pub use elements::{Answer, ELEMENTS, Element, Home, element, interchange_list};
pub use export::{Exported, export};
pub use facts::{Facts, Sees};
pub use fase::{CodiceFase, Fase, StatoFase};
pub use lists::{Codice, ElencoCodici, ListRefused, current, lists_to_load};
pub use values::Valore;
