//! The numbers of a company on which criteria set bounds.

use crate::codes::{Headcount, Truth};
use crate::engine::facts::Facts;
use crate::language::Language;

/// What is known of a number: it lies between two bounds, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) lower: u32,
    /// `u32::MAX` where there is no end: that is above all that a criterion can ask for.
    pub(crate) upper: u32,
    /// Whether there may be more all the same.
    pub(crate) is_presumed: bool,
}

impl Interval {
    pub(crate) fn exact(number: u32) -> Interval {
        Interval { lower: number, upper: number, is_presumed: false }
    }

    /// A number of which only the least that it can be is known.
    pub(crate) fn from_lower(lower: u32) -> Interval {
        Interval { lower, upper: u32::MAX, is_presumed: false }
    }

    /// A number of which only the most that it can be is known.
    pub(crate) fn up_to(upper: u32) -> Interval {
        Interval { lower: 0, upper, is_presumed: false }
    }

    #[inline]
    pub(crate) fn at_least(self, minimum: u32) -> Truth {
        match (self.lower >= minimum, self.upper < minimum && !self.is_presumed) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    #[inline]
    pub(crate) fn below(self, maximum: u32) -> Truth {
        match (self.upper < maximum, self.lower >= maximum) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::No,
            _ => Truth::Unknown,
        }
    }
}

impl From<Headcount> for Interval {
    fn from(headcount: Headcount) -> Interval {
        Interval {
            lower: headcount.lower(),
            upper: headcount.upper().unwrap_or(u32::MAX),
            is_presumed: headcount.is_presumed(),
        }
    }
}

/// How an axis is told: each text in French and in English, `{}` standing for a number with its unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AxisWording {
    /// One of what is counted, and several.
    unit: [[&'static str; 2]; 2],
    known: [&'static str; 2],
    unknown: [&'static str; 2],
}

impl AxisWording {
    /// A number with its unit. In French, zero and one are singular; in English only one is.
    pub(crate) fn amount(&self, number: u32, language: Language) -> String {
        let [french, english] = self.unit;
        let is_one = language.choose(number < 2, number == 1);
        let [singular, plural] = language.choose(french, english);
        format!("{number}\u{20}{}", if is_one { singular } else { plural })
    }

    /// What is counted, of several.
    pub(crate) fn plural(&self, language: Language) -> &'static str {
        let [french, english] = self.unit;
        language.choose(french[1], english[1])
    }

    /// What the need says, where it says one number.
    pub(crate) fn known(&self, language: Language) -> &'static str {
        language.choose(self.known[0], self.known[1])
    }

    /// That the need says nothing.
    pub(crate) fn unknown(&self, language: Language) -> &'static str {
        language.choose(self.unknown[0], self.unknown[1])
    }
}

macro_rules! axes {
    ($(
        $(#[doc = $doc:literal])*
        $axis:ident, |$facts:ident| $interval:expr, $wording:expr;
    )*) => {
        /// A number of a company on which criteria set bounds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Axis { $($(#[doc = $doc])* $axis,)* }

        impl Axis {
            /// Every axis, in the order of their numbers.
            pub(crate) const ALL: [Axis; Axis::COUNT] = [$(Axis::$axis),*];
            pub(crate) const COUNT: usize = [$(stringify!($axis)),*].len();

            /// What a need says of the number.
            #[inline]
            pub(crate) fn interval(self, facts: &Facts<'_, '_>) -> Option<Interval> {
                match self { $(Axis::$axis => { let $facts = facts; $interval })* }
            }

            pub(crate) fn wording(self) -> AxisWording {
                match self { $(Axis::$axis => $wording,)* }
            }
        }
    };
}

axes! {
    /// The age of the company, in full years.
    Age, |facts| facts.age.map(Interval::exact), AxisWording {
        unit: [["an", "ans"], ["year", "years"]],
        known: ["l’entreprise a {}", "the company is {} old"],
        unknown: ["la date de création n’est pas connue", "the date of creation is not known"],
    };
    /// The number of employees of the facility.
    Headcount, |facts| facts.headcount.map(Interval::from), AxisWording {
        unit: [["salarié", "salariés"], ["employee", "employees"]],
        known: ["l’établissement a {}", "the facility has {}"],
        unknown: ["l’effectif n’est pas connu", "the headcount is not known"],
    };
    /// The company's turnover of the last closed year, in euros.
    Turnover, |facts| facts.turnover.map(Interval::exact), AxisWording {
        unit: [["euro", "euros"], ["euro", "euros"]],
        known: ["le chiffre d’affaires est de {}", "the turnover is {}"],
        unknown: ["le chiffre d’affaires n’est pas connu", "the turnover is not known"],
    };
    /// The total of the company's balance sheet at the end of the last closed year, in euros.
    BalanceSheet, |facts| facts.balance_sheet.map(Interval::exact), AxisWording {
        unit: [["euro", "euros"], ["euro", "euros"]],
        known: ["le total du bilan est de {}", "the balance sheet adds up to {}"],
        unknown: ["le total du bilan n’est pas connu", "the total of the balance sheet is not known"],
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_without_end_is_below_nothing() {
        let interval = Interval::from_lower(10);
        assert_eq!(interval.at_least(10), Truth::Yes);
        assert_eq!(interval.at_least(11), Truth::Unknown);
        assert_eq!(interval.below(10), Truth::No);
        assert_eq!(interval.below(u32::MAX), Truth::Unknown);
    }

    #[test]
    fn amounts_agree_with_their_number() {
        let years = Axis::Age.wording();
        assert_eq!(years.amount(0, Language::French), "0 an");
        assert_eq!(years.amount(2, Language::French), "2 ans");
        assert_eq!(years.amount(0, Language::English), "0 years");
        assert_eq!(years.amount(1, Language::English), "1 year");
    }
}
