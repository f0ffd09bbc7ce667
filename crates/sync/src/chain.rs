//! A device's chain: how the next change is made, and how a chain of them is checked.

use crate::{
    change::{Change, Header, Salt, commit},
    codec::{self, CodecError, VERSION},
    ids::{DeviceId, Hash32, Hlc, ScopeRef},
    op::{Act, Op},
    signer::{SignatureFault, Signer, Verifier},
};
use cartella_domain::ids::{ChangeId, GroupId, OperatorId};

/// Where a chain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tip {
    /// Life of the chain, from 1.
    pub incarnation: u32,
    /// Number of its last change; 0 before the first.
    pub seq: u64,
    /// SHA-256 of that change's header; zeros before the first.
    pub hash: Hash32,
}

impl Tip {
    /// The start of an incarnation.
    #[must_use]
    pub const fn start(incarnation: u32) -> Self {
        Self {
            incarnation,
            seq: 0,
            hash: Hash32::ZERO,
        }
    }
}

/// What the writer says about a change; the rest of the header follows from chain, key and payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// Id of the change (UUIDv7).
    pub change_id: ChangeId,
    /// Stamp of the device's clock, with the two that follow: [`crate::clock::Reading`].
    pub hlc: Hlc,
    /// Measured offset to the hub's clock in milliseconds.
    pub clock_offset_ms: i64,
    /// What is known to be wrong with the clock.
    pub clock_flags: u32,
    /// The operator who acts.
    pub author_id: OperatorId,
    /// The scope written in.
    pub scope: ScopeRef,
    /// The newest change of rights known here; 0 without an office.
    pub acl_seen: u64,
    /// The newest number of the scope known here; 0 without an office.
    pub scope_seq_seen: u64,
    /// Version of the registry written with.
    pub schema_ver: u32,
    /// Common to the changes of one action.
    pub group_id: Option<GroupId>,
}

/// Why a change does not continue a chain, or is not what it says. In a list of changes: the first fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It was written by another device.
    #[error("another device's change")]
    Device,
    /// It belongs to another life of the chain.
    #[error("incarnation {found} instead of {expected}")]
    Incarnation {
        /// The one that the chain is in.
        expected: u32,
        /// The one in the header.
        found: u32,
    },
    /// Changes are missing, or one comes a second time.
    #[error("number {found} instead of {expected}")]
    Gap {
        /// The number that comes next.
        expected: u64,
        /// The one in the header.
        found: u64,
    },
    /// It follows a different change: two chains under one name.
    #[error("the chain forks at {0}")]
    Fork(u64),
    /// The payload is not the one that was signed.
    #[error("payload and commitment differ")]
    Commitment,
    /// A signed entry's hash is not that of its content.
    #[error("a signed entry and its hash differ")]
    SignedHash,
    /// The signature does not count.
    #[error(transparent)]
    Signature(#[from] SignatureFault),
}

/// Makes the next change on `tip` and says where the chain stands after it.
///
/// # Errors
/// Operations that cannot be encoded: [`codec::encode_payload`].
pub fn seal(
    tip: &Tip,
    heading: &Heading,
    ops: &[Op],
    salt: Salt,
    signer: &dyn Signer,
) -> Result<(Change, Tip), CodecError> {
    let payload = codec::encode_payload(ops)?;
    let header = Header {
        version: VERSION,
        change_id: heading.change_id,
        device_id: signer.device_id(),
        incarnation: tip.incarnation,
        dev_seq: tip.seq.saturating_add(1),
        prev: tip.hash,
        hlc: heading.hlc,
        clock_offset_ms: heading.clock_offset_ms,
        clock_flags: heading.clock_flags,
        author_id: heading.author_id,
        scope: heading.scope,
        acl_seen: heading.acl_seen,
        scope_seq_seen: heading.scope_seq_seen,
        schema_ver: heading.schema_ver,
        group_id: heading.group_id,
        payload_commit: commit(&salt, &payload),
    };
    let bytes = codec::encode_header(&header);
    let signature = signer.sign(&bytes);
    let change = Change::from_parts(bytes, signature, Some((salt, payload)))?;
    let tip = Tip {
        incarnation: tip.incarnation,
        seq: header.dev_seq,
        hash: change.header_hash(),
    };
    Ok((change, tip))
}

/// Whether a change is what it says, wherever it stands in its chain: signature, commitment, signed entries.
///
/// # Errors
/// The first fault found.
pub fn verify(change: &Change, verifier: &dyn Verifier) -> Result<(), Fault> {
    verifier.verify(
        &change.header().device_id,
        change.header_bytes(),
        change.signature(),
    )?;
    if !change.keeps_commitment() {
        return Err(Fault::Commitment);
    }
    change.ops().iter().try_for_each(|op| match &op.act {
        Act::Sign { content, .. } => {
            let author = change.header().author_id;
            let hash = codec::signed_hash(
                content.kind,
                author,
                &content.occurred_on,
                &content.body,
                &content.attachments,
            );
            if hash == Ok(content.body_hash) {
                Ok(())
            } else {
                Err(Fault::SignedHash)
            }
        }
        _ => Ok(()),
    })
}

/// Where `device`'s chain stands after `change`, if the change continues it.
///
/// # Errors
/// The reason why it does not.
pub fn follow(tip: &Tip, device: &DeviceId, change: &Change) -> Result<Tip, Fault> {
    let header = change.header();
    if header.device_id != *device {
        return Err(Fault::Device);
    }
    if header.incarnation != tip.incarnation {
        return Err(Fault::Incarnation {
            expected: tip.incarnation,
            found: header.incarnation,
        });
    }
    let expected = tip.seq.saturating_add(1);
    if header.dev_seq != expected {
        return Err(Fault::Gap {
            expected,
            found: header.dev_seq,
        });
    }
    if header.prev != tip.hash {
        return Err(Fault::Fork(expected));
    }
    Ok(Tip {
        incarnation: tip.incarnation,
        seq: expected,
        hash: change.header_hash(),
    })
}

/// How many of these headers, each with its hash, are one stretch of one chain from the first on: each follows the one
/// before.
#[must_use]
pub fn stretch<'a>(headers: impl IntoIterator<Item = (&'a Header, &'a Hash32)>) -> usize {
    let mut before: Option<(&Header, &Hash32)> = None;
    let follows = |&(header, hash): &(&'a Header, &'a Hash32)| {
        let follows = before.is_none_or(|(last, last_hash)| {
            header.incarnation == last.incarnation
                && last.dev_seq.checked_add(1) == Some(header.dev_seq)
                && header.prev == *last_hash
        });
        before = Some((header, hash));
        follows
    };
    headers.into_iter().take_while(follows).count()
}

/// Checks a stretch of a device's chain from `tip` on; says where it ends.
///
/// # Errors
/// The index of the first change that is wrong, and why.
pub fn verify_chain<'a>(
    tip: &Tip,
    device: &DeviceId,
    changes: impl IntoIterator<Item = &'a Change>,
    verifier: &dyn Verifier,
) -> Result<Tip, (usize, Fault)> {
    changes
        .into_iter()
        .enumerate()
        .try_fold(*tip, |tip, (index, change)| {
            verify(change, verifier)
                .and_then(|()| follow(&tip, device, change))
                .map_err(|fault| (index, fault))
        })
}
