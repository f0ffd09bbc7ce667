//! An archive that was its own office joins one.

use super::form::message;
use crate::chain::Tip;
use cartella_domain::ids::OperatorId;
use uuid::Uuid;

message! {
    /// A laptop asks to join. The request is signed with the key whose public half is here.
    pub struct Enrol {
        /// Version of the protocol that the device speaks.
        pub protocol: u16,
        /// The one-time code, as typed without blanks.
        pub code: String,
        /// The device's Ed25519 public key: its hash is the device's id.
        pub public_key: [u8; 32],
        /// The operator of the archive, made on the laptop; the hub maps her to its staff.
        pub operator: OperatorId,
        /// The office that the archive was until now: owner of its own scopes.
        pub own_office: Uuid,
        /// What the laptop is called.
        pub label: String,
        /// Where its chain stands.
        pub tip: Tip,
    }
}

message! {
    /// The hub answers [`Enrol`]; the same answer however often the same laptop asks with the same code.
    pub struct Enrolled {
        /// Life of the hub's database.
        pub epoch: u64,
        /// The office joined.
        pub office: Uuid,
        /// What the office is called.
        pub office_name: String,
        /// The operator as the archive knows her: her id is kept.
        pub operator: OperatorId,
    }
}
