//! The frame of format 2: tables of texts and zones, then the lists of a directory, each under a tag.
//!
//! Lists are byte strings of their own, so that they can be read side by side. The tags of lists are
//! never changed, nor those of fields; a list without entries is not written, but for a table of
//! correspondence.

use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::Encoder;

use crate::record::stored::{RestoreError, StoreError};

/// How many experts are written together. Any number can be read.
pub(super) const EXPERTS_OF_A_PART: usize = 512;

/// Declares what a snapshot holds, with tags.
macro_rules! parts {
    ($($tag:literal $part:ident $name:literal,)*) => {
        /// A part of a snapshot.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Part { $($part = $tag,)* }

        impl Part {
            const ALL: &'static [(u32, &'static str)] = &[$(($tag, $name)),*];
        }
    };
}

parts! {
    0 Texts "texts",
    1 Zones "zones",
    2 Themes "themes",
    3 Subjects "subjects",
    4 Institutions "institutions",
    5 Antennes "antennes",
    6 Experts "experts",
    7 OpcoByZone "opco_by_zone",
    8 Rules "rules",
    9 NafCorrespondence "naf_correspondence",
    10 Examples "examples",
    11 Seed "seed",
    12 Territories "territories",
}

/// What a snapshot holds, each part as byte strings.
#[derive(Debug, Default)]
pub(super) struct Document<'b> {
    parts: Vec<(u32, Vec<&'b [u8]>)>,
}

impl<'b> Document<'b> {
    /// Adds a part; one without byte strings is not written.
    pub(super) fn add(&mut self, part: Part, strings: Vec<&'b [u8]>) {
        if !strings.is_empty() {
            self.parts.push((part as u32, strings));
        }
    }

    /// The byte strings of a part.
    pub(super) fn part(&self, part: Part) -> &[&'b [u8]] {
        let found = self.parts.iter().find(|(tag, _)| *tag == part as u32);
        found.map_or(&[], |(_, strings)| strings.as_slice())
    }

    /// The texts of a part.
    pub(super) fn texts(&self, part: Part) -> Result<Vec<&'b str>, RestoreError> {
        let texts = self.part(part).iter().map(|bytes| std::str::from_utf8(bytes));
        texts.collect::<Result<_, _>>().map_err(|_| RestoreError::malformed("a text is not in UTF-8"))
    }

    pub(super) fn write(&self) -> Result<Vec<u8>, StoreError> {
        let mut encoder = Encoder::new(Vec::new());
        encoder.map(self.parts.len() as u64)?;
        for (tag, strings) in &self.parts {
            encoder.u32(*tag)?.array(strings.len() as u64)?;
            for bytes in strings {
                encoder.bytes(bytes)?;
            }
        }
        Ok(encoder.into_writer())
    }

    pub(super) fn read(payload: &'b [u8]) -> Result<Document<'b>, RestoreError> {
        let mut decoder = Decoder::new(payload);
        let mut document = Document::default();
        for _ in 0..length(decoder.map()?)? {
            let tag = decoder.u32()?;
            if !Part::ALL.iter().any(|(known, _)| *known == tag) {
                return Err(RestoreError::NewerField { record: "snapshot", tag });
            }
            if document.parts.iter().any(|(met, _)| *met == tag) {
                return Err(RestoreError::malformed("a part stands twice"));
            }
            let count = length(decoder.array()?)?;
            // A byte string takes a byte at least.
            if count > payload.len() - decoder.position() {
                return Err(RestoreError::malformed("a part is longer than what follows"));
            }
            let strings = (0..count).map(|_| decoder.bytes()).collect::<Result<Vec<_>, DecodeError>>()?;
            document.parts.push((tag, strings));
        }
        match decoder.position() == payload.len() {
            true => Ok(document),
            false => Err(RestoreError::malformed("something follows the end")),
        }
    }
}

fn length(written: Option<u64>) -> Result<usize, RestoreError> {
    let length = written.and_then(|length| usize::try_from(length).ok());
    length.ok_or_else(|| RestoreError::malformed("a length is open, or too great"))
}
