//! Impact, from needs and referrals alone.

mod figures;
mod query;
mod report;
mod table;

pub use figures::{Figures, Funnel, ReasonCount, ReferralCounts, Share};
pub use query::{Dimension, ImpactQuery, Period};
pub use report::{Equity, ImpactChange, ImpactFault, ImpactReport, ImpactRow, Territory};
pub use table::{ColumnKind, ImpactColumn, ImpactTable};
