//! The hot call in a form of its own: needs in one text, matches in numbers.
//!
//! Reading the properties of an object through a language's native interface, one by one, takes longer
//! than matching does; so does writing one object a match. A binding writes its needs as
//! [`needs`](mod@needs) says and reads what was found as [`matches`](mod@matches) says, with constants that
//! are generated from this module.
//!
//! ```
//! use aiguillage::boundary::packed::{self, Packed, PackedSources};
//! use aiguillage::{MatchOptions, Router};
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
//!     "institutions": [{"id": "i", "name": "I"}],
//!     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
//!     "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]
//! }"#)?;
//! let need = packed::need("subject\u{1f}ss\u{1f}commune\u{1f}s80021\u{1f}on\u{1f}d2026-11-23")?;
//! let mut found = Packed::default();
//! found.push(router.match_experts(&need), &PackedSources::of(&router));
//! let [count, subject, day, notes, _commune, expert, ..] = found.words()[..] else { panic!("too few words") };
//! assert_eq!((count, subject, day, notes, expert), (1, 0, 2026_11_23, 0, 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod matches;
pub mod needs;

pub use matches::{Packed, PackedSources, source};
pub use needs::{fields, need, needs, options};
