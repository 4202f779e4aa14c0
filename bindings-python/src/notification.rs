//! Messages to experts, companies and advisers.

use std::collections::BTreeMap;

use aiguillage::boundary::{Family, Target, call};
use aiguillage::follow_up::notification::TemplateOverride;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::errors::{self, Faults};
use crate::json::json_of;
use crate::records::load;
use crate::value::argument;

/// The templates of the messages, those of the library or the host's own; compiled once.
///
/// `overrides` gives sources by the names of templates (`expert_new_need.subject`, `.text`, `.html`,
/// `layout.html`…), in the language of Jinja. What a template shows is escaped. Raises
/// `ReferralError` for a name or a source that is none.
///
/// >>> from aiguillage.notifications import Templates
/// >>> templates = Templates({"company_taken.subject": "{{ service.name }} : {{ need.subject }}"})
/// >>> templates.render("company_taken", service={"name": "Entraide"}, need={"subject": "Recruter"},
/// ...                  expert={"name": "Conseil recrutement"}).subject
/// 'Entraide : Recruter'
#[pyclass(frozen, module = "aiguillage.notifications")]
pub(crate) struct Templates {
    pub(crate) core: aiguillage::follow_up::notification::Templates,
    overrides: BTreeMap<String, String>,
}

#[pymethods]
impl Templates {
    #[new]
    #[pyo3(signature = (overrides=None))]
    fn new(py: Python<'_>, overrides: Option<Bound<'_, PyDict>>) -> PyResult<Templates> {
        let given: Vec<(Bound<'_, PyString>, Bound<'_, PyString>)> = match overrides {
            Some(overrides) => overrides.items().extract()?,
            None => Vec::new(),
        };
        let mut overrides = BTreeMap::new();
        for (name, source) in &given {
            // No template has half a character in its name, whatever is shown for it.
            let name = name.to_string_lossy().into_owned();
            let source = argument(source, Family::Referral, &name)?.into_owned();
            overrides.insert(name, source);
        }
        let list: Vec<TemplateOverride> = overrides
            .iter()
            .map(|(template, source)| TemplateOverride { template: template.clone(), source: source.clone() })
            .collect();
        match aiguillage::follow_up::notification::Templates::new(&list) {
            Ok(core) => Ok(Templates { core, overrides }),
            Err(error) => Err(errors::raised(py, error)),
        }
    }

    /// The message of a kind: `subject`, `text`, `html`. Everything that it shows is given here, and
    /// stays with the host; `aiguillage.notifications` says what each kind needs.
    #[pyo3(signature = (kind, /, **data))]
    fn render<'py>(
        &self,
        py: Python<'py>,
        kind: &Bound<'py, PyAny>,
        data: Option<Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        // What a message shows is what users call it by: `facility.name`, not `data.facility.name`.
        let faults = Faults { family: Family::Referral, inside: Some("data") };
        let request = PyDict::new(py);
        request.set_item("kind", kind)?;
        request.set_item("data", data.unwrap_or_else(|| PyDict::new(py)))?;
        let request = json_of(request.as_any(), faults)?;
        let message = py.detach(|| call("render_with", Target::Templates(&self.core), &request));
        let message = message.map_err(|error| errors::raised(py, faults.placed(error)))?;
        load(py, "render_with", &message, None)
    }

    fn __repr__(&self) -> String {
        let own: Vec<&str> = self.overrides.keys().map(String::as_str).collect();
        format!("<aiguillage.notifications.Templates with {} of the host [{}]>", own.len(), own.join(", "))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (BTreeMap<String, String>,)) {
        (slf.get_type().into_any(), (slf.get().overrides.clone(),))
    }
}
