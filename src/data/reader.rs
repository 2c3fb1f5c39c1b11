//! Reads the bytes that the build compiled in, in postcard's format. They are not input: what the build wrote can be read,
//! so no error exists here, and all code that would pass one on, or clean up after it, stays out of the wasm: more than a
//! third of what postcard's own reader takes.
//!
//! The format: <https://postcard.jamesmunns.com/wire-format>.

use std::fmt;
use std::process::abort;

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess,
    Visitor, value::U32Deserializer,
};
use serde::forward_to_deserialize_any;

/// What bytes say; the program ends if the build did not write them.
pub(super) fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> T {
    let Ok(read) = T::deserialize(&mut Reader(bytes));
    read
}

/// The error that cannot be.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        abort()
    }
}

/// The bytes that have not been read yet.
struct Reader<'de>(&'de [u8]);

impl<'de> Reader<'de> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { abort() };
        self.0 = rest;
        *byte
    }

    /// A number in groups of seven bits, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
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
    fn text(&mut self) -> &'de str {
        let length = self.number() as usize;
        let Some((text, rest)) = self.0.split_at_checked(length) else { abort() };
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_else(|_| abort())
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    fn is_human_readable(&self) -> bool {
        false
    }

    /// The format does not say what follows.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        abort()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u16(self.number() as u16)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let number = self.number();
        visitor.visit_i32((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    // Once for each kind of entry, not once for each list.
    #[inline(never)]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.number() as usize;
        visitor.visit_seq(Entries { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u32 u64 u128 f32 f64 char string bytes byte_buf unit unit_struct tuple_struct map identifier
        ignored_any
    }
}

/// The fields of a struct, which are all there.
struct Fields<'r, 'de>(&'r mut Reader<'de>);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    // Inlined, so that no code asks whether the field is there.
    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// The entries of a list.
struct Entries<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Entries<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Never> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let number: U32Deserializer<Never> = de::IntoDeserializer::into_deserializer(self.number());
        Ok((seed.deserialize(number)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use briefing::{Bounds, Briefing, Date, Topic, When};
    use proptest::prelude::*;

    #[test]
    fn reads_what_postcard_reads() {
        let bytes = postcard::to_allocvec(crate::briefing()).unwrap();
        let expected: Briefing = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(read::<Briefing>(&bytes), expected);
    }

    proptest! {
        #[test]
        fn reads_what_postcard_writes(
            numbers: Vec<u16>,
            text: Option<String>,
            corner: (i32, i32),
            size: (i32, i32),
            is_so: bool,
        ) {
            let bounds = Bounds { x: corner.0, y: corner.1, width: size.0, height: size.1 };
            let date = When::from(Date::MIN);
            let written = (numbers, text.as_deref(), [Some(bounds), None], (is_so, date));
            type Written<'a> = (Vec<u16>, Option<&'a str>, [Option<Bounds>; 2], (bool, When));
            let bytes = postcard::to_allocvec(&written).unwrap();
            prop_assert_eq!(read::<Written>(&bytes), written);
        }

        #[test]
        fn reads_kinds(topics: Vec<proptest::sample::Index>) {
            let all: Vec<Topic> = crate::briefing().claims.iter().flat_map(|it| it.about.clone()).collect();
            let written: Vec<Topic> = topics.iter().map(|it| *it.get(&all)).collect();
            prop_assert_eq!(read::<Vec<Topic>>(&postcard::to_allocvec(&written).unwrap()), written);
        }
    }
}
