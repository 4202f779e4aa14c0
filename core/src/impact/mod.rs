//! Impact, from needs and referrals alone.

mod case;
mod compare;
mod compute;
#[cfg(feature = "csv")]
mod csv;
mod equity;
mod figures;
mod group;
mod query;
mod report;
mod table;
mod tally;

#[cfg(feature = "csv")]
pub use self::csv::ReferralFile;
pub use compare::compare_impact;
pub use compute::impact;
pub use figures::{Figures, Funnel, ReasonCount, ReferralCounts, Share};
pub use query::{Dimension, ImpactQuery, Period};
pub use report::{Equity, ImpactChange, ImpactFault, ImpactReport, ImpactRow, Territory};
pub use table::{ColumnKind, ImpactColumn, ImpactTable};
