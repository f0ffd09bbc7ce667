//! CBOR as the record uses it: definite lengths, shortest integers, sorted keys, no floats. Above minicbor, with
//! limits on depth and counts, so that no input can cost more than its own length.

use crate::codec::CodecError;
use minicbor::{Decoder, Encoder, data::Type};
use serde_json::{Map, Number, Value};
use uuid::Uuid;

/// Writes to memory. Errors of the writer are `Infallible`, so results of the encoder say nothing.
pub(crate) struct Out(Encoder<Vec<u8>>);

impl Out {
    pub(crate) fn new() -> Self {
        Self(Encoder::new(Vec::new()))
    }

    /// Writes to memory of which so much is set aside.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self(Encoder::new(Vec::with_capacity(bytes)))
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_writer()
    }

    pub(crate) fn array(&mut self, len: u64) {
        let _infallible = self.0.array(len);
    }

    pub(crate) fn map(&mut self, len: u64) {
        let _infallible = self.0.map(len);
    }

    pub(crate) fn u64(&mut self, n: u64) {
        let _infallible = self.0.u64(n);
    }

    pub(crate) fn i64(&mut self, n: i64) {
        let _infallible = self.0.i64(n);
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let _infallible = self.0.bytes(bytes);
    }

    pub(crate) fn text(&mut self, text: &str) {
        let _infallible = self.0.str(text);
    }

    pub(crate) fn null(&mut self) {
        let _infallible = self.0.null();
    }

    pub(crate) fn uuid(&mut self, id: Uuid) {
        self.bytes(id.as_bytes());
    }

    /// Bytes that are CBOR already.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.0.writer_mut().extend_from_slice(bytes);
    }

    pub(crate) fn value(&mut self, value: &Value, depth: usize) -> Result<(), CodecError> {
        let inner = depth.checked_sub(1).ok_or(CodecError::TooDeep);
        match value {
            Value::Null => self.null(),
            Value::Bool(b) => {
                let _infallible = self.0.bool(*b);
            }
            Value::String(text) => self.text(text),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(n), _) => self.u64(n),
                (None, Some(n)) => self.i64(n),
                (None, None) => return Err(CodecError::Float),
            },
            Value::Array(items) => {
                self.array(items.len() as u64);
                let inner = inner?;
                items.iter().try_for_each(|item| self.value(item, inner))?;
            }
            Value::Object(fields) => {
                let inner = inner?;
                let mut sorted: Vec<_> = fields.iter().collect();
                // RFC 8949, 4.2.1: by the bytes of the encoded keys, so shorter keys come first.
                sorted.sort_by(|(a, _), (b, _)| (a.len(), a.as_bytes()).cmp(&(b.len(), b.as_bytes())));
                self.map(sorted.len() as u64);
                for (key, item) in sorted {
                    self.text(key);
                    self.value(item, inner)?;
                }
            }
        }
        Ok(())
    }
}

/// Reads from memory. Numbers and lengths are accepted in their shortest form only, so what is read without maps has
/// one form; who reads maps compares with what it would have written.
pub(crate) struct In<'b>(Decoder<'b>);

fn broken(error: &minicbor::decode::Error) -> CodecError {
    if error.is_end_of_input() {
        CodecError::Truncated
    } else {
        CodecError::Malformed
    }
}

impl<'b> In<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self(Decoder::new(bytes))
    }

    pub(crate) fn position(&self) -> usize {
        self.0.position()
    }

    /// The bytes read since `start`.
    pub(crate) fn since(&self, start: usize) -> Option<&'b [u8]> {
        self.0.input().get(start..self.position())
    }

    fn left(&self) -> u64 {
        self.0.input().len().saturating_sub(self.0.position()) as u64
    }

    pub(crate) fn end(&self) -> Result<(), CodecError> {
        if self.left() == 0 {
            Ok(())
        } else {
            Err(CodecError::Trailing)
        }
    }

    /// Count of an array: definite, at most `max`, and not more than bytes are left.
    pub(crate) fn array(&mut self, max: u64) -> Result<u64, CodecError> {
        let start = self.position();
        let len = self.0.array().map_err(|e| broken(&e))?;
        self.shortest(start, len.unwrap_or(0))?;
        self.counted(len, max, 1)
    }

    /// Count of a map's pairs, likewise.
    pub(crate) fn map(&mut self, max: u64) -> Result<u64, CodecError> {
        let start = self.position();
        let len = self.0.map().map_err(|e| broken(&e))?;
        self.shortest(start, len.unwrap_or(0))?;
        self.counted(len, max, 2)
    }

    /// Whether the number read since `start` had its shortest form.
    fn shortest(&self, start: usize, number: u64) -> Result<(), CodecError> {
        let least = match number {
            0..=23 => 1,
            24..=0xFF => 2,
            0x100..=0xFFFF => 3,
            0x1_0000..=0xFFFF_FFFF => 5,
            _ => 9,
        };
        if self.position().saturating_sub(start) == least {
            Ok(())
        } else {
            Err(CodecError::NotCanonical)
        }
    }

    fn counted(&self, len: Option<u64>, max: u64, least: u64) -> Result<u64, CodecError> {
        let len = len.ok_or(CodecError::NotCanonical)?;
        if len > max {
            return Err(CodecError::Count);
        }
        if len.saturating_mul(least) > self.left() {
            return Err(CodecError::Truncated);
        }
        Ok(len)
    }

    /// Count of the array that comes next, without reading it.
    pub(crate) fn peek_array(&self) -> Result<u64, CodecError> {
        let mut ahead = Self(self.0.clone());
        ahead.array(u64::MAX)
    }

    pub(crate) fn exactly(&mut self, len: u64) -> Result<(), CodecError> {
        if self.array(len)? == len {
            Ok(())
        } else {
            Err(CodecError::Count)
        }
    }

    pub(crate) fn u64(&mut self) -> Result<u64, CodecError> {
        let start = self.position();
        let number = self.0.u64().map_err(|e| broken(&e))?;
        self.shortest(start, number).map(|()| number)
    }

    pub(crate) fn i64(&mut self) -> Result<i64, CodecError> {
        let start = self.position();
        let number = self.0.i64().map_err(|e| broken(&e))?;
        // CBOR writes a negative number as its complement.
        let written = if number < 0 { !number } else { number };
        self.shortest(start, written.unsigned_abs()).map(|()| number)
    }

    /// An unsigned number of a smaller type.
    pub(crate) fn number<T: TryFrom<u64>>(&mut self) -> Result<T, CodecError> {
        T::try_from(self.u64()?).map_err(|_| CodecError::OutOfRange)
    }

    pub(crate) fn bytes(&mut self) -> Result<&'b [u8], CodecError> {
        let start = self.position();
        let bytes = self.0.bytes().map_err(|e| broken(&e))?;
        self.shortest(start.saturating_add(bytes.len()), bytes.len() as u64)?;
        Ok(bytes)
    }

    pub(crate) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        self.bytes()?.try_into().map_err(|_| CodecError::Malformed)
    }

    pub(crate) fn uuid(&mut self) -> Result<Uuid, CodecError> {
        self.fixed().map(Uuid::from_bytes)
    }

    pub(crate) fn text(&mut self) -> Result<&'b str, CodecError> {
        let start = self.position();
        let text = self.0.str().map_err(|e| broken(&e))?;
        self.shortest(start.saturating_add(text.len()), text.len() as u64)?;
        Ok(text)
    }

    fn kind(&self) -> Result<Type, CodecError> {
        self.0.datatype().map_err(|e| broken(&e))
    }

    /// What `read` reads, or null.
    pub(crate) fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, CodecError>,
    ) -> Result<Option<T>, CodecError> {
        if self.kind()? == Type::Null {
            self.0.null().map_err(|e| broken(&e))?;
            return Ok(None);
        }
        read(self).map(Some)
    }

    pub(crate) fn value(&mut self, depth: usize) -> Result<Value, CodecError> {
        let inner = depth.checked_sub(1).ok_or(CodecError::TooDeep);
        Ok(match self.kind()? {
            Type::Null => {
                self.0.null().map_err(|e| broken(&e))?;
                Value::Null
            }
            Type::Bool => Value::Bool(self.0.bool().map_err(|e| broken(&e))?),
            Type::String => Value::String(self.text()?.to_owned()),
            Type::Array => {
                let len = self.array(u64::MAX)?;
                let inner = inner?;
                Value::Array((0..len).map(|_| self.value(inner)).collect::<Result<_, _>>()?)
            }
            Type::Map => {
                let len = self.map(u64::MAX)?;
                let inner = inner?;
                let mut fields = Map::new();
                for _ in 0..len {
                    let key = self.text()?.to_owned();
                    fields.insert(key, self.value(inner)?);
                }
                Value::Object(fields)
            }
            other if is_int(other) => Value::Number(self.integer()?),
            other => return Err(refused(other)),
        })
    }

    fn integer(&mut self) -> Result<Number, CodecError> {
        let int = i128::from(self.0.int().map_err(|e| broken(&e))?);
        u64::try_from(int)
            .map(Number::from)
            .or_else(|_| i64::try_from(int).map(Number::from))
            .map_err(|_| CodecError::OutOfRange)
    }

    /// Passes over one item of any kind that the record may hold.
    pub(crate) fn skip(&mut self, depth: usize) -> Result<(), CodecError> {
        let inner = depth.checked_sub(1).ok_or(CodecError::TooDeep);
        match self.kind()? {
            Type::Null => self.0.null().map_err(|e| broken(&e)),
            Type::Bool => self.0.bool().map(drop).map_err(|e| broken(&e)),
            Type::String => self.text().map(drop),
            Type::Bytes => self.bytes().map(drop),
            Type::Tag => {
                self.0.tag().map_err(|e| broken(&e))?;
                self.skip(inner?)
            }
            Type::Array => {
                let inner = inner?;
                let len = self.array(u64::MAX)?;
                (0..len).try_for_each(|_| self.skip(inner))
            }
            Type::Map => {
                let inner = inner?;
                let len = self.map(u64::MAX)?;
                (0..len).try_for_each(|_| self.skip(inner).and_then(|()| self.skip(inner)))
            }
            other if is_int(other) => self.0.int().map(drop).map_err(|e| broken(&e)),
            other => Err(refused(other)),
        }
    }

    /// The bytes of one item of any kind.
    pub(crate) fn raw(&mut self, depth: usize) -> Result<&'b [u8], CodecError> {
        let start = self.position();
        self.skip(depth)?;
        self.0
            .input()
            .get(start..self.position())
            .ok_or(CodecError::Truncated)
    }
}

fn is_int(kind: Type) -> bool {
    matches!(
        kind,
        Type::U8
            | Type::U16
            | Type::U32
            | Type::U64
            | Type::I8
            | Type::I16
            | Type::I32
            | Type::I64
            | Type::Int
    )
}

fn refused(kind: Type) -> CodecError {
    match kind {
        Type::F16 | Type::F32 | Type::F64 => CodecError::Float,
        Type::ArrayIndef | Type::MapIndef | Type::BytesIndef | Type::StringIndef => CodecError::NotCanonical,
        _ => CodecError::Malformed,
    }
}
