//! What `aiguillage match` is asked.

use std::path::PathBuf;

use aiguillage::{ShareAmong, WhenUnavailable};
use clap::Args;

use crate::need_flags::NeedFlags;

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files, a JSON document or a snapshot
    pub(crate) directory: PathBuf,
    /// A file of needs to route, CSV or JSON lines (.jsonl)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["subject", "commune", "postal_code", "town", "company"], required_unless_present = "subject")]
    pub(crate) needs: Option<PathBuf>,
    /// Where to write all matches of the file, CSV or JSON lines (.jsonl)
    #[arg(long, value_name = "FILE", requires = "needs")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) need: NeedFlags,
    /// At most so many experts a need
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// At most so many experts of each institution
    #[arg(long, value_name = "N")]
    pub(crate) per_institution: Option<usize>,
    /// A CSV file of open referrals: columns expert, open
    #[arg(long, value_name = "FILE")]
    pub(crate) load: Option<PathBuf>,
    /// A CSV file of needs received in the current period: columns expert, received
    #[arg(long, value_name = "FILE")]
    pub(crate) received: Option<PathBuf>,
    /// What becomes of the absent for whom nobody stands in: last, skip
    #[arg(long, value_name = "HOW")]
    pub(crate) absent: Option<WhenUnavailable>,
    /// What becomes of the full (in a substitute's place the absent expert counts): last, skip
    #[arg(long, value_name = "HOW")]
    pub(crate) full: Option<WhenUnavailable>,
    /// Among whom needs are shared equally: expert, antenne, institution
    #[arg(long, value_name = "WHOM")]
    pub(crate) share: Option<ShareAmong>,
    /// Leave out what is faulty in the directory instead of refusing it
    #[arg(long)]
    pub(crate) lenient: bool,
    /// Print JSON lines instead of tables
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print CSV instead of tables
    #[arg(long)]
    pub(crate) csv: bool,
}
