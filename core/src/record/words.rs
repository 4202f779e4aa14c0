//! Closed lists of words: one declaration gives the type, its texts and its labels.

/// Declares an enum of words with what every closed list has: its texts in JSON and CSV, which are the
/// names of the variants in `snake_case` (or another case of serde's and strum's, where one is
/// declared), and its labels in French and in English.
///
/// The text beside the type's name is the field in which such words stand; errors name it.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident, $field:literal; $($variants:tt)*) => {
        $crate::record::words::words! { $(#[$meta])* $name, $field, "snake_case"; $($variants)* }
    };
    ($(#[$meta:meta])* $name:ident, $field:literal, $case:tt;
     $($(#[$variant_meta:meta])* $variant:ident $french:literal $english:literal,)*) => {
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
            strum::Display, strum::IntoStaticStr, strum::VariantArray, strum::VariantNames,
        )]
        #[serde(rename_all = $case)]
        #[strum(serialize_all = $case)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        $(#[$meta])*
        pub enum $name { $($(#[$variant_meta])* $variant,)* }

        impl $name {
            /// Every value, in the order in which they are documented.
            pub const ALL: &'static [$name] = <$name as strum::VariantArray>::VARIANTS;

            /// Their texts, in the same order.
            pub const NAMES: &'static [&'static str] = <$name as strum::VariantNames>::VARIANTS;

            /// The stable text, as it stands in JSON and CSV.
            pub fn as_str(self) -> &'static str {
                self.into()
            }

            /// What users read, in French.
            pub fn label(self) -> &'static str {
                self.label_in($crate::language::Language::French)
            }

            /// What people read, in a language.
            pub fn label_in(self, language: $crate::language::Language) -> &'static str {
                match self { $($name::$variant => language.choose($french, $english),)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::language::UnknownWord;

            fn from_str(text: &str) -> Result<$name, $crate::language::UnknownWord> {
                let word = text.trim();
                let found = $name::ALL.iter().copied().find(|known| known.as_str() == word);
                found.ok_or_else(|| $crate::language::UnknownWord::new(Some($field), word, $name::NAMES))
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::language::Language;

    words! {
        /// Colours of signs.
        #[derive(Default)]
        Colour, "colour", "kebab-case";
        /// Like the sky.
        #[default]
        SkyBlue "bleu ciel" "sky blue",
        /// Like blood.
        Red "rouge" "red",
    }

    #[test]
    fn a_declaration_gives_texts_labels_and_errors() {
        assert_eq!(Colour::NAMES, ["sky-blue", "red"]);
        assert_eq!(Colour::ALL.iter().map(|colour| colour.as_str()).collect::<Vec<_>>(), Colour::NAMES);
        assert_eq!(format!("{:>4}", Colour::Red), " red");
        assert_eq!((Colour::Red.label(), Colour::Red.label_in(Language::English)), ("rouge", "red"));
        assert_eq!(" red ".parse(), Ok(Colour::Red));
        let error = "rde".parse::<Colour>().unwrap_err();
        assert_eq!(error.to_string(), "`rde` is not one of `sky-blue`, `red`: did you mean `red`?");
        for colour in Colour::ALL {
            let json = serde_json::to_string(colour).unwrap();
            assert_eq!(json, format!("\"{colour}\""));
            assert_eq!(serde_json::from_str::<Colour>(&json).unwrap(), *colour);
        }
    }
}
