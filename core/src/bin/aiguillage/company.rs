//! `--company`: what a register answered of the company, beside what the flags say of the need.

use std::path::Path;

use aiguillage::company::Finding;
use aiguillage::{Company, Need};

use crate::output::Output;
use crate::{Failure, decode, sources};

/// The need with what it leaves open filled by the answer in a file, if there is one. What is odd about it is
/// told.
pub(crate) fn completed(need: Need, file: Option<&Path>, output: &mut Output) -> Result<Need, Failure> {
    let Some(file) = file else { return Ok(need) };
    let bytes = sources::read(file)?;
    let text = decode::decode(&bytes);
    let read = match need.siret {
        Some(siret) => Company::from_json_for(&text, siret),
        None => Company::from_json(&text),
    };
    let company =
        read.map_err(|error| Failure::Refused(format!("`{}`: {error} [{}]", file.display(), error.code())))?;
    let completed = need.with_company(&company);
    for finding in company.findings.iter().chain(&completed.findings) {
        tell(finding, output);
    }
    Ok(completed.need)
}

fn tell(finding: &Finding, output: &mut Output) {
    output.remark(&format!("{}[{}]", finding.severity, finding.code), &finding.message);
}
