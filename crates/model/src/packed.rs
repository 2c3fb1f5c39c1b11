//! Reads the model from the bytes that the build wrote with serde, in postcard's format: in place, field by field, which is
//! a third of the code that a deserializer takes. The bytes are not input, so no error exists here: what is missing reads
//! as nothing.
//!
//! The format: <https://postcard.jamesmunns.com/wire-format>.

/// What can be read from packed bytes, in the order in which serde wrote it.
pub trait Unpack<'a>: Default {
    /// Reads this value, and leaves the bytes at what follows it.
    fn unpack(&mut self, from: &mut Packed<'a>);
}

/// What `bytes` say.
pub fn unpack<'a, T: Unpack<'a>>(bytes: &'a [u8]) -> T {
    let mut value = T::default();
    value.unpack(&mut Packed(bytes));
    value
}

/// The bytes that have not been read yet.
#[derive(Debug)]
pub struct Packed<'a>(&'a [u8]);

// Not inlined: once in the wasm, instead of once for each field.
impl<'a> Packed<'a> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *byte
    }

    /// A number in groups of seven bits, the lowest first.
    #[inline(never)]
    pub(crate) fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte & 0x80 == 0 {
                return number;
            }
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &mut &'a str) {
        let length = self.number() as usize;
        let Some((bytes, rest)) = self.0.split_at_checked(length) else { return };
        self.0 = rest;
        *text = std::str::from_utf8(bytes).unwrap_or_default();
    }
}

impl Unpack<'_> for bool {
    fn unpack(&mut self, from: &mut Packed) {
        *self = from.byte() != 0;
    }
}

impl Unpack<'_> for u8 {
    fn unpack(&mut self, from: &mut Packed) {
        *self = from.byte();
    }
}

impl Unpack<'_> for u16 {
    fn unpack(&mut self, from: &mut Packed) {
        *self = from.number() as Self;
    }
}

/// The sign is the lowest bit.
impl Unpack<'_> for i32 {
    fn unpack(&mut self, from: &mut Packed) {
        let number = from.number();
        *self = (number >> 1) as Self ^ -((number & 1) as Self);
    }
}

impl<'a> Unpack<'a> for &'a str {
    fn unpack(&mut self, from: &mut Packed<'a>) {
        from.text(self);
    }
}

impl<'a, T: Unpack<'a>> Unpack<'a> for Option<T> {
    fn unpack(&mut self, from: &mut Packed<'a>) {
        if from.byte() != 0 {
            self.insert(T::default()).unpack(from);
        }
    }
}

impl<'a, T: Unpack<'a>> Unpack<'a> for Vec<T> {
    fn unpack(&mut self, from: &mut Packed<'a>) {
        self.resize_with(from.number() as usize, T::default);
        for it in self {
            it.unpack(from);
        }
    }
}

impl<'a, T: Unpack<'a>> Unpack<'a> for [T; 2] {
    fn unpack(&mut self, from: &mut Packed<'a>) {
        for it in self {
            it.unpack(from);
        }
    }
}

/// Reads a struct, whose fields are named in their order.
macro_rules! unpack_struct {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl<'a> crate::packed::Unpack<'a> for $name {
            fn unpack(&mut self, from: &mut crate::packed::Packed<'a>) {
                let Self { $($field),* } = self;
                $($field.unpack(from);)*
            }
        }
    };
}

/// Reads an enum without data, whose values are named in their order.
macro_rules! unpack_enum {
    ($name:ident { $($value:ident),* $(,)? }) => {
        impl crate::packed::Unpack<'_> for $name {
            fn unpack(&mut self, from: &mut crate::packed::Packed) {
                let values = [$(Self::$value),*];
                *self = values.get(from.number() as usize).copied().unwrap_or_default();
            }
        }
    };
}

pub(crate) use {unpack_enum, unpack_struct};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use super::*;
    use crate::{Bounds, CountryId, Date, Group, SourceKind, Status, Topic, When};

    fn packed<'a, T: Unpack<'a> + Serialize + PartialEq + std::fmt::Debug>(
        value: &T,
        bytes: &'a mut Vec<u8>,
    ) {
        *bytes = postcard::to_allocvec(value).unwrap();
        let mut from = Packed(bytes);
        let mut read = T::default();
        read.unpack(&mut from);
        assert_eq!(read, *value);
        assert!(from.0.is_empty(), "{} bytes are left", from.0.len());
    }

    proptest! {
        #[test]
        fn reads_what_postcard_writes(
            numbers: Vec<u16>,
            texts: Vec<Option<String>>,
            corner: (i32, i32),
            size: (i32, i32),
            is_so: Option<bool>,
        ) {
            let mut bytes = [const { Vec::new() }; 4];
            let [one, two, three, four] = &mut bytes;
            packed(&numbers, one);
            packed(&texts.iter().map(Option::as_deref).collect::<Vec<_>>(), two);
            packed(&Bounds { x: corner.0, y: corner.1, width: size.0, height: size.1 }, three);
            packed(&is_so, four);
        }

        #[test]
        fn reads_anything(bytes: Vec<u8>) {
            let _ = (unpack::<When>(&bytes), unpack::<Topic>(&bytes), unpack::<Option<&str>>(&bytes));
        }
    }

    #[test]
    fn reads_every_kind() {
        let country = CountryId::from_index(300).unwrap();
        packed(&Status::ALL.to_vec(), &mut Vec::new());
        packed(&Group::ALL.iter().map(|it| it.0).collect::<Vec<_>>(), &mut Vec::new());
        packed(&SourceKind::ALL.iter().map(|it| it.0).collect::<Vec<_>>(), &mut Vec::new());
        packed(&[Topic::Country(country), Topic::Event(Default::default())], &mut Vec::new());
        for date in ["2024", "2024-05", "2024-05-31"] {
            packed(&When::parse(date).unwrap(), &mut Vec::new());
        }
        packed(&Date::MIN, &mut Vec::new());
    }
}
