//! A tie between a person and something around her (kind 160): school, work, a parish, neighbours. With the ties of kin it
//! makes the ecomap (Hartman, 1978): how near each is, and which way the energy flows.

use super::{Period, codes::codes};
use crate::{ids::PersonId, record::Record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// How a tie holds.
    Closeness {
        /// Close, a support.
        Strong = "FORTE" / "",
        /// Distant, little.
        Weak = "DEBOLE" / "",
        /// In conflict, a strain.
        Conflict = "CONFLITTUALE" / "",
        /// Cut.
        Broken = "INTERROTTO" / "",
        /// With violence.
        Violent = "VIOLENTO" / "",
    }
}

codes! {
    /// What stands around a person.
    Surrounding {
        /// School, nursery.
        School = "SCUOLA" / "",
        /// Work.
        Work = "LAVORO" / "",
        /// Doctor, paediatrician, hospital.
        Health = "SANITA" / "",
        /// Child neuropsychiatry.
        Neuropsychiatry = "NPI" / "",
        /// Social services and who works for them.
        Services = "SERVIZI_SOCIALI" / "",
        /// Relatives who do not live there.
        Relatives = "PARENTI" / "",
        /// Friends.
        Friends = "AMICI" / "",
        /// Neighbours.
        Neighbours = "VICINATO" / "",
        /// Parish, oratorio, another community of faith.
        Faith = "PARROCCHIA" / "",
        /// Association, voluntary work.
        Association = "ASSOCIAZIONE" / "",
        /// Sport, music, free time.
        Leisure = "SPORT_TEMPO_LIBERO" / "",
        /// Something else; the label says what.
        Other = "ALTRO" / "",
    }
}

codes! {
    /// Which way the energy of a tie flows.
    Energy {
        /// It costs the family.
        Given = "DALLA_FAMIGLIA" / "",
        /// It gives to the family.
        Received = "VERSO_LA_FAMIGLIA" / "",
        /// Both.
        Mutual = "RECIPROCA" / "",
    }
}

/// A tie to something around a person. Lives in her scope.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 160, name = "social_tie")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct SocialTie {
    /// Whose.
    #[field(1)]
    pub person: PersonId,
    /// What kind of thing it is.
    #[field(2)]
    pub surrounding: Option<Surrounding>,
    /// Its name: "Oratorio San Luigi", "la vicina del terzo piano".
    #[field(3)]
    pub label: Option<String>,
    /// How the tie holds.
    #[field(4)]
    pub closeness: Option<Closeness>,
    /// Which way its energy flows.
    #[field(5)]
    pub energy: Option<Energy>,
    /// Its days.
    #[field(6)]
    pub period: Period,
    /// Anything else.
    #[field(7)]
    pub note: Option<String>,
}
