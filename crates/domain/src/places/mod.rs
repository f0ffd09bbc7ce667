//! Comuni and foreign states by Belfiore code and name, each in the days in which it was valid.
//!
//! A codice fiscale names the birthplace by the code that was valid at birth, and a merged comune keeps its
//! code in the codes that exist; so every place has its validity, and a lookup names a day. The table is a
//! file of facts (`data/luoghi.csv`), read when first asked for. Citizenships (ISO 3166-1) are beside it.

mod citizenship;
mod table;

pub use citizenship::{Country, citizenship, citizenships};
pub use table::{Place, PlaceKind, at, is_known, search};
