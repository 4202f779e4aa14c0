//! The figures, as Kotlin calls for them: every type is the core's own.

use std::sync::Arc;

use aiguillage::follow_up::{Referral, TrackedNeed};
use aiguillage::impact::{Dimension, ImpactChange, ImpactQuery, ImpactReport, ImpactTable};
use jiff::civil::Date;

use crate::directory::NativeDirectory;
use crate::errors::NativeError;

#[uniffi::export]
fn native_impact_query(on: Date) -> ImpactQuery {
    ImpactQuery::on(on)
}

#[uniffi::export]
fn native_previous_query(query: ImpactQuery) -> Option<ImpactQuery> {
    query.previous()
}

#[uniffi::export]
fn native_impact(
    needs: Vec<TrackedNeed>,
    referrals: Vec<Referral>,
    query: ImpactQuery,
    directory: Option<Arc<NativeDirectory>>,
) -> Result<ImpactReport, NativeError> {
    let directory = directory.as_ref().map(|directory| &directory.0);
    Ok(ImpactReport::measure(&needs, &referrals, &query, directory)?)
}

#[uniffi::export]
fn native_impact_table(report: ImpactReport) -> ImpactTable {
    report.table()
}

#[uniffi::export]
fn native_compare_impact(before: ImpactReport, after: ImpactReport) -> Vec<ImpactChange> {
    before.changes_to(&after)
}

#[uniffi::export]
fn native_dimension_label(dimension: Dimension) -> String {
    dimension.label().to_owned()
}
