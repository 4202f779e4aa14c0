//! Where geographies come from.

use std::path::Path;
#[cfg(feature = "cog")]
use std::sync::{Arc, LazyLock};

use super::decode::decode;
use super::{Geography, GeographyError};

#[cfg(feature = "cog")]
pub(super) const EMBEDDED: &[u8] = include_bytes!("../../data/cog-2026.bin");

impl Geography {
    /// The geography that is compiled in: the Code officiel géographique 2026.
    ///
    /// It is read at the first call, in a few milliseconds, and shared afterwards.
    ///
    /// ```
    /// # use aiguillage::geography::Geography;
    /// assert_eq!(Geography::embedded().year(), 2026);
    /// ```
    #[cfg(feature = "cog")]
    pub fn embedded() -> Arc<Geography> {
        static GEOGRAPHY: LazyLock<Arc<Geography>> =
            LazyLock::new(|| match Geography::from_bytes(EMBEDDED) {
                Ok(geography) => Arc::new(geography),
                Err(error) => unreachable!("a test reads the embedded geography: {error}"),
            });
        Arc::clone(&GEOGRAPHY)
    }

    /// Reads the geography of another year from a file made by `core/data/make-cog.mjs`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not such a file, or was damaged.
    pub fn open(path: &Path) -> Result<Geography, GeographyError> {
        let bytes =
            std::fs::read(path).map_err(|source| GeographyError::Io { path: path.to_owned(), source })?;
        Geography::from_bytes(&bytes)
    }

    /// Reads a geography from the bytes of a file made by `core/data/make-cog.mjs`.
    ///
    /// # Errors
    ///
    /// The bytes are not such a file, or were damaged. Whatever the bytes are, this neither panics
    /// nor takes more memory than a sound geography of their length.
    ///
    /// ```
    /// # use aiguillage::geography::{Geography, GeographyError};
    /// let error = Geography::from_bytes(b"code;name").unwrap_err();
    /// assert!(matches!(error, GeographyError::NotAGeography));
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Geography, GeographyError> {
        decode(bytes)
    }
}
