//! How the parts of a message become bytes: one trait, the plain types, and two macros that write a structure's
//! fields one after the other, so that a field cannot be written and not read.

use crate::{
    chain::Tip,
    codec::{CodecError, MAX_DEPTH},
    digest::Digest,
    ids::{DeviceId, Hash32, Hlc, ScopeRef},
    wire::{In, Out},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use uuid::Uuid;

/// Most elements that a newer program may give a message.
pub(crate) const MAX_FIELDS: u64 = 64;

/// A part of a message.
pub(crate) trait Form: Sized {
    fn write(&self, out: &mut Out);
    fn read(input: &mut In<'_>) -> Result<Self, CodecError>;
}

/// Bytes that travel as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bytes(pub Vec<u8>);

macro_rules! numbers {
    ($($t:ty),*) => {$(
        impl Form for $t {
            fn write(&self, out: &mut Out) {
                out.u64(u64::from(*self));
            }
            fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
                input.number()
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64);

macro_rules! forms {
    ($($t:ty: |$it:ident, $out:ident| $write:expr, |$input:ident| $read:expr;)*) => {$(
        impl Form for $t {
            fn write(&self, $out: &mut Out) {
                let $it = self;
                $write
            }
            fn read($input: &mut In<'_>) -> Result<Self, CodecError> {
                $read
            }
        }
    )*};
}

forms! {
    bool: |it, out| out.u64(u64::from(*it)), |input| match input.u64()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(CodecError::OutOfRange),
    };
    i64: |it, out| out.i64(*it), |input| input.i64();
    Uuid: |it, out| out.uuid(*it), |input| input.uuid();
    ChangeId: |it, out| out.uuid(it.uuid()), |input| input.uuid().map(Self);
    OperatorId: |it, out| out.uuid(it.uuid()), |input| input.uuid().map(Self);
    Hash32: |it, out| out.bytes(&it.0), |input| input.fixed().map(Self);
    DeviceId: |it, out| out.bytes(&it.0), |input| input.fixed().map(Self);
    Digest: |it, out| out.bytes(&it.0), |input| input.fixed().map(Self);
    [u8; 32]: |it, out| out.bytes(it), |input| input.fixed();
    [u8; 64]: |it, out| out.bytes(it), |input| input.fixed();
    Hlc: |it, out| out.u64(it.0), |input| input.u64().map(Self);
    Instant: |it, out| out.i64(it.0), |input| input.i64().map(Self);
    Bytes: |it, out| out.bytes(&it.0), |input| input.bytes().map(|bytes| Self(bytes.to_vec()));
    String: |it, out| out.text(it), |input| input.text().map(str::to_owned);
    ScopeRef: |it, out| {
        out.array(2);
        out.uuid(it.owner);
        out.u64(u64::from(it.kind));
    }, |input| {
        input.exactly(2)?;
        Ok(Self { owner: input.uuid()?, kind: input.number()? })
    };
    Tip: |it, out| {
        out.array(3);
        it.incarnation.write(out);
        it.seq.write(out);
        it.hash.write(out);
    }, |input| {
        input.exactly(3)?;
        Ok(Self { incarnation: Form::read(input)?, seq: Form::read(input)?, hash: Form::read(input)? })
    };
}

impl<T: Form> Form for Option<T> {
    fn write(&self, out: &mut Out) {
        match self {
            Some(it) => it.write(out),
            None => out.null(),
        }
    }
    fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
        input.optional(T::read)
    }
}

/// A list. Its count is never more than bytes are left, and nothing is set aside for elements before they are read.
impl<T: Form> Form for Vec<T> {
    fn write(&self, out: &mut Out) {
        out.array(self.len() as u64);
        self.iter().for_each(|it| it.write(out));
    }
    fn read(input: &mut In<'_>) -> Result<Self, CodecError> {
        let count = input.array(u64::MAX)?;
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(T::read(input)?);
        }
        Ok(list)
    }
}

/// Counts the fields of a message that has at least `known`.
pub(crate) fn count(input: &mut In<'_>, known: u64) -> Result<u64, CodecError> {
    let count = input.array(MAX_FIELDS)?;
    if count < known {
        Err(CodecError::Count)
    } else {
        Ok(count)
    }
}

/// Passes over what a newer program appended to a message.
pub(crate) fn appended(input: &mut In<'_>, count: u64, known: u64) -> Result<(), CodecError> {
    (known..count).try_for_each(|_| input.skip(MAX_DEPTH))
}

/// A structure inside a message: an array of its fields, exactly.
macro_rules! part {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $t:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($(#[$field_meta])* pub $field: $t,)* }

        impl $crate::messages::form::Form for $name {
            fn write(&self, out: &mut $crate::wire::Out) {
                out.array([$(stringify!($field)),*].len() as u64);
                $($crate::messages::form::Form::write(&self.$field, out);)*
            }
            fn read(input: &mut $crate::wire::In<'_>) -> Result<Self, $crate::codec::CodecError> {
                input.exactly([$(stringify!($field)),*].len() as u64)?;
                Ok(Self { $($field: $crate::messages::form::Form::read(input)?,)* })
            }
        }
    };
}

/// A whole message: an array of its fields, to which a newer program may append.
macro_rules! message {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $t:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($(#[$field_meta])* pub $field: $t,)* }

        impl $name {
            const FIELDS: u64 = [$(stringify!($field)),*].len() as u64;

        }

        impl $crate::messages::form::Form for $name {
            fn write(&self, out: &mut $crate::wire::Out) {
                out.array(Self::FIELDS);
                $($crate::messages::form::Form::write(&self.$field, out);)*
            }
            fn read(input: &mut $crate::wire::In<'_>) -> Result<Self, $crate::codec::CodecError> {
                let count = $crate::messages::form::count(input, Self::FIELDS)?;
                let message = Self { $($field: $crate::messages::form::Form::read(input)?,)* };
                $crate::messages::form::appended(input, count, Self::FIELDS)?;
                Ok(message)
            }
        }
    };
}

pub(crate) use {message, part};
