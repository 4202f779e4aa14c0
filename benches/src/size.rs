//! How large a world is.

/// The size of a world, and the seed it is drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// What benches call it.
    pub name: &'static str,
    /// How many experts, five competences each.
    pub experts: usize,
    /// How many subjects.
    pub subjects: usize,
    /// How many institutions.
    pub institutions: usize,
    /// How many antennes, shared by the institutions.
    pub antennes: usize,
    /// The code of the only région that is served; all of France if there is none.
    pub region: Option<&'static str>,
    /// How many needs.
    pub needs: usize,
    /// Another seed is another world of the same shape.
    pub seed: u64,
}

impl Size {
    /// The pilot of a région: 400 experts in the Hauts-de-France.
    pub const SMALL: Size = Size {
        name: "small",
        experts: 400,
        subjects: 24,
        institutions: 50,
        antennes: 140,
        region: Some("32"),
        needs: 100_000,
        seed: 59,
    };

    /// The national service: 10,000 experts.
    pub const NATIONAL: Size = Size {
        name: "national",
        experts: 10_000,
        subjects: 80,
        institutions: 40,
        antennes: 1_500,
        region: None,
        needs: 100_000,
        seed: 75,
    };

    /// A hundred times the national service. Subjects and institutions grow with the experts, so
    /// that a need finds as many of them.
    pub const LARGE: Size = Size { name: "large", ..Size::NATIONAL.times(100) };

    /// Everything but the needs so many times as large: a need finds as many experts.
    #[must_use]
    pub const fn times(self, factor: usize) -> Size {
        Size {
            experts: self.experts * factor,
            subjects: self.subjects * factor,
            institutions: self.institutions * factor,
            antennes: self.antennes * factor,
            ..self
        }
    }

    /// Another number of experts for the same subjects, antennes and institutions: a need finds
    /// more of them, or fewer.
    #[must_use]
    pub const fn with_experts(self, experts: usize) -> Size {
        Size { experts, ..self }
    }

    /// Another number of needs for the same directory.
    #[must_use]
    pub const fn with_needs(self, needs: usize) -> Size {
        Size { needs, ..self }
    }
}

/// The sizes to measure: small and national, and the large one where [`is_large`].
pub fn sizes() -> Vec<Size> {
    let mut sizes = vec![Size::SMALL, Size::NATIONAL];
    sizes.extend(is_large().then_some(Size::LARGE));
    sizes
}

/// Whether a million experts are wanted too, which takes minutes and gigabytes: the environment
/// says `AIGUILLAGE_BENCH_LARGE=1`.
pub fn is_large() -> bool {
    std::env::var("AIGUILLAGE_BENCH_LARGE").is_ok_and(|value| value == "1")
}
