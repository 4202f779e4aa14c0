//! Closed lists of words: one definition gives the type, its texts and its French labels.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal;
     $($(#[$variant_doc:meta])* $variant:ident $text:literal $label:literal,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every value, in the order in which they are documented.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Their texts, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text),*];

            /// The stable text, as it stands in JSON and CSV.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// What users read, in French.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::follow_up::ReferralError;

            fn from_str(text: &str) -> Result<$name, $crate::follow_up::ReferralError> {
                let text = text.trim();
                let found = $name::ALL.iter().copied().find(|known| known.as_str() == text);
                found.ok_or_else(|| $crate::follow_up::ReferralError::word(Some($what), text, $name::NAMES))
            }
        }
    };
}
pub(crate) use words;
