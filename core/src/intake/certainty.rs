//! How likely an answer is right, by what speaks for it.
//!
//! Logistic regressions over messages that the weights were not learned from, by which `make weights`
//! also finds their coefficients: [`Certainty`] comes with the weights.

use minicbor::decode::{Decoder, Error as DecodeError};
#[cfg(feature = "training")]
use minicbor::encode::Encoder;

#[cfg(feature = "training")]
use super::linear::EncodeError;

/// The score from which a subject is taken without asking. Of messages with a need that weights were not
/// learned from, 97 in 100 that reach it are right (`make weights`).
pub const SURE: f64 = 0.9;

/// The score from which another subject is taken for a second need, beside a first that is sure. It is
/// lower, as subjects compete for the words of a message; of messages with one need, three in 100 have
/// another one that reaches it.
pub const ALSO_SURE: f64 = 0.40;

/// What speaks for a subject: its evidence, its lead over the strongest other one, and its lead in the
/// part of the message where that is greatest.
pub(super) const STANDING: usize = 3;

/// What speaks for the first subject: its standing, the second's lead over the third, the lesser of both
/// leads in parts, and what speaks for a message out of scope.
pub(super) const FIRST: usize = STANDING + 2 + SCOPE;

/// What speaks for another subject: its standing, the lesser of its lead in a part and the first's, and how
/// far it is before the third, or behind the second.
pub(super) const OTHER: usize = STANDING + 2;

/// What speaks for a message out of scope: the evidence that it is, and for the likeliest kind.
pub(super) const SCOPE: usize = 2;

/// The regressions that come with weights.
#[derive(Clone)]
pub(super) struct Certainty {
    /// That the first subject is meant, by its standing and what speaks for a message out of scope.
    pub(super) first: Logistic<FIRST>,
    /// That another one is meant too.
    pub(super) also: Logistic<OTHER>,
    /// That the message is out of scope.
    pub(super) out_of_scope: Logistic<SCOPE>,
}

/// A logistic regression.
#[derive(Clone, Copy)]
pub(super) struct Logistic<const N: usize> {
    pub(super) coefficients: [f64; N],
    pub(super) constant: f64,
}

impl<const N: usize> Logistic<N> {
    pub(super) fn probability(&self, values: [f64; N]) -> f64 {
        let terms = self.coefficients.iter().zip(values).map(|(coefficient, value)| coefficient * value);
        // `libm` gives the same digits on every platform.
        1.0 / (1.0 + libm::exp(-(terms.sum::<f64>() + self.constant)))
    }

    fn read(from: &mut Decoder<'_>) -> Result<Self, DecodeError> {
        let mut coefficients = [0.0; N];
        for coefficient in &mut coefficients {
            *coefficient = from.f64()?;
        }
        Ok(Logistic { coefficients, constant: from.f64()? })
    }

    #[cfg(feature = "training")]
    fn write(&self, into: &mut Encoder<Vec<u8>>) -> Result<(), EncodeError> {
        for coefficient in self.coefficients {
            into.f64(coefficient)?;
        }
        into.f64(self.constant)?;
        Ok(())
    }
}

impl Certainty {
    /// None yet: while messages are judged from which it is learned.
    #[cfg(feature = "training")]
    pub(super) const NONE: Certainty = Certainty {
        first: Logistic { coefficients: [0.0; FIRST], constant: 0.0 },
        also: Logistic { coefficients: [0.0; OTHER], constant: 0.0 },
        out_of_scope: Logistic { coefficients: [0.0; SCOPE], constant: 0.0 },
    };

    pub(super) fn read(from: &mut Decoder<'_>) -> Result<Certainty, DecodeError> {
        let (first, also) = (Logistic::read(from)?, Logistic::read(from)?);
        Ok(Certainty { first, also, out_of_scope: Logistic::read(from)? })
    }

    /// Writes it, for [`Certainty::read`].
    #[cfg(feature = "training")]
    pub(super) fn write(&self, into: &mut Encoder<Vec<u8>>) -> Result<(), EncodeError> {
        self.first.write(into)?;
        self.also.write(into)?;
        self.out_of_scope.write(into)
    }
}
