//! Checked reading of the compact file: the header, the sections, the numbers in them.

use super::GeographyError;

pub(super) const MAGIC: &[u8; 8] = b"AIGUICOG";
pub(super) const VERSION: u16 = 2;
pub(super) const HEADER: usize = 20;

/// The year and the sections, once the header is known to be right.
pub(super) fn open(bytes: &[u8]) -> Result<(u16, Reader<'_>), GeographyError> {
    let mut header = Reader(bytes);
    if header.array::<8>().ok().as_ref() != Some(MAGIC) {
        return Err(GeographyError::NotAGeography);
    }
    let cut = |_| GeographyError::Length { expected: HEADER as u64, found: bytes.len() as u64 };
    let version = u16::from_le_bytes(header.array().map_err(cut)?);
    if version != VERSION {
        return Err(GeographyError::Version { found: version, expected: VERSION });
    }
    let year = u16::from_le_bytes(header.array().map_err(cut)?);
    let length = u32::from_le_bytes(header.array().map_err(cut)?);
    let checksum = u32::from_le_bytes(header.array().map_err(cut)?);
    if usize::try_from(length) != Ok(bytes.len()) {
        return Err(GeographyError::Length { expected: length.into(), found: bytes.len() as u64 });
    }
    if crc32fast::hash(header.0) != checksum {
        return Err(GeographyError::Checksum);
    }
    Ok((year, header))
}

/// Bytes yet to be read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N], GeographyError> {
        let split = self.0.split_first_chunk::<N>();
        let (array, rest) = split.ok_or(GeographyError::Malformed("it ends inside a number"))?;
        self.0 = rest;
        Ok(*array)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next section: its length on four bytes, then its bytes.
    pub(super) fn section(&mut self) -> Result<Reader<'a>, GeographyError> {
        let length = u32::from_le_bytes(self.array()?);
        let split = usize::try_from(length).ok().and_then(|length| self.0.split_at_checked(length));
        let (section, rest) = split.ok_or(GeographyError::Malformed("it ends inside a section"))?;
        self.0 = rest;
        Ok(Reader(section))
    }

    /// The rest as text.
    pub(super) fn text(self) -> Result<&'a str, GeographyError> {
        str::from_utf8(self.0).map_err(|_| GeographyError::Malformed("a text is not UTF-8"))
    }

    /// A number of seven bits a byte, the lowest first.
    #[inline]
    fn varint(&mut self) -> Result<u32, GeographyError> {
        let mut number = 0_u64;
        for (read, byte) in self.0.iter().enumerate().take(5) {
            number |= u64::from(byte & 0x7f) << (7 * read);
            if byte & 0x80 == 0 {
                self.0 = self.0.get(read + 1..).unwrap_or(&[]);
                return u32::try_from(number).map_err(|_| GeographyError::Malformed("a number is too large"));
            }
        }
        Err(GeographyError::Malformed("it ends inside a number"))
    }

    /// All the numbers of a section; each takes a byte at least, so that no count is believed.
    pub(super) fn varints(mut self) -> Result<Vec<u32>, GeographyError> {
        let mut numbers = Vec::with_capacity(self.0.len());
        while !self.is_empty() {
            numbers.push(self.varint()?);
        }
        Ok(numbers)
    }

    /// As many numbers as there are `things`.
    pub(super) fn column(self, things: usize) -> Result<Vec<u32>, GeographyError> {
        let numbers = self.varints()?;
        if numbers.len() != things {
            return Err(GeographyError::Malformed("a column is longer or shorter than the others"));
        }
        Ok(numbers)
    }

    /// Numbers below `end` that rise strictly, written as differences, the first one from -1.
    pub(super) fn rising(self, end: usize) -> Result<Vec<u32>, GeographyError> {
        let mut numbers = self.varints()?;
        let mut next = 0_u64; // the number before, and one
        for number in &mut numbers {
            let above = (next + u64::from(*number)).checked_sub(1).filter(|above| *above >= next);
            match above.and_then(|above| u32::try_from(above).ok()) {
                Some(above) if (above as usize) < end => *number = above,
                _ => return Err(GeographyError::Malformed("codes are out of order")),
            }
            next = u64::from(*number) + 1;
        }
        Ok(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_too_large_or_cut_are_errors() {
        assert_eq!(Reader(&[0xff, 0xff, 0xff, 0xff, 0x0f]).varint().unwrap(), u32::MAX);
        assert!(Reader(&[0xff, 0xff, 0xff, 0xff, 0x1f]).varint().is_err());
        assert!(Reader(&[0xff, 0xff, 0xff, 0xff, 0xff, 0x01]).varint().is_err());
        assert!(Reader(&[0x80]).varint().is_err());
        assert_eq!(Reader(&[1, 1, 3]).rising(5).unwrap(), [0, 1, 4]);
        assert!(Reader(&[1, 0]).rising(5).is_err());
        assert!(Reader(&[0]).rising(5).is_err());
        assert!(Reader(&[1, 5]).rising(5).is_err());
        assert!(Reader(&[0xff, 0xff, 0xff, 0x7f]).section().is_err());
    }
}
