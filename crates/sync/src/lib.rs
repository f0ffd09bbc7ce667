//! How copies of the record agree: changes and their bytes, chains of devices, registers, rows, digests.
//!
//! Nothing here touches a disk, a network, a clock or a source of randomness: ids, times, salts and keys come
//! in as arguments, so the laptop's store, the hub's store and a simulator run the very same code.
//!
//! The way of a write: [`op::Op`]s are sealed by [`chain::seal`] into a [`change::Change`], whose bytes are the
//! record; [`registers::apply`] says what the change does to the live writes; [`derive::derive`] makes the row.

pub mod canonical;
pub mod chain;
pub mod change;
pub mod clock;
pub mod codec;
pub mod derive;
pub mod device;
pub mod digest;
pub mod edit;
pub mod hub;
pub mod ids;
pub mod messages;
pub mod op;
mod ops;
pub mod packed;
pub mod print;
pub mod registers;
pub mod request;
pub mod signer;
mod wire;
