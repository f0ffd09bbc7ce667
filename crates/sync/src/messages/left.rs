//! A scope was purged: the device's signed receipt.

use super::form::{Form as _, message, part};
use crate::{
    change::Signature,
    ids::DeviceId,
    ids::ScopeRef,
    signer::{SignatureFault, Signer, Verifier},
    wire::Out,
};
use cartella_domain::time::Instant;

/// What a receipt's bytes begin with: no header begins so (see [`crate::signer::DeviceKey`]).
const PREFIX: &[u8] = b"cartella left 1\n";

part! {
    /// "Nothing readable of this scope is left here."
    pub struct Receipt {
        /// The scope.
        pub scope: ScopeRef,
        /// The change of rights that the device obeyed: [`super::hello::Welcome::acl`].
        pub acl: u64,
        /// The device's clock at the purge.
        pub at: Instant,
        /// The device's signature over the rest.
        pub signature: Signature,
    }
}

fn signed(scope: ScopeRef, acl: u64, at: Instant) -> Vec<u8> {
    let mut out = Out::new();
    out.raw(PREFIX);
    scope.write(&mut out);
    acl.write(&mut out);
    at.write(&mut out);
    out.finish()
}

impl Receipt {
    /// Signs a receipt: in the transaction that purges, so that none is made for what was not.
    #[must_use]
    pub fn seal(scope: ScopeRef, acl: u64, at: Instant, signer: &dyn Signer) -> Self {
        let signature = signer.sign(&signed(scope, acl, at));
        Self {
            scope,
            acl,
            at,
            signature,
        }
    }

    /// Whether `device` signed it.
    ///
    /// # Errors
    /// The signature does not count.
    pub fn verify(&self, device: &DeviceId, verifier: &dyn Verifier) -> Result<(), SignatureFault> {
        verifier.verify(device, &signed(self.scope, self.acl, self.at), &self.signature)
    }
}

message! {
    /// Receipts that the hub has not confirmed.
    pub struct Left {
        /// The life of the hub's database that the device knows.
        pub epoch: u64,
        /// The receipts.
        pub receipts: Vec<Receipt>,
    }
}

message! {
    /// The hub answers [`Left`]: it has them.
    pub struct LeftNoted {
        /// The scopes of the receipts, whatever became of them meanwhile.
        pub scopes: Vec<ScopeRef>,
    }
}
