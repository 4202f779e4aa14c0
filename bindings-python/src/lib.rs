//! The native half of the Python package `aiguillage`: it converts values and calls the core, and
//! does nothing else. What users import is in `python/aiguillage/`.

mod ask;
mod calls;
mod directory;
mod entities;
mod errors;
mod geography;
mod json;
mod matches;
mod need;
mod notification;
mod options;
mod records;
mod router;
mod table;
mod value;
mod watch;

use pyo3::prelude::*;

/// The native half of the package `aiguillage`; import that instead.
// Every class is frozen, and the core shares nothing that changes: free-threaded Python is fine.
#[pymodule(gil_used = false)]
mod _aiguillage {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::calls::{call, impact_table, impact_workbook, read_csv, read_requests_csv, read_surveys_csv};
    #[pymodule_export]
    use super::directory::Directory;
    #[pymodule_export]
    use super::geography::Geography;
    #[pymodule_export]
    use super::matches::{Match, Matches};
    #[pymodule_export]
    use super::need::Need;
    #[pymodule_export]
    use super::notification::Templates;
    #[pymodule_export]
    use super::router::Router;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python spells it so")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// Records ask the native half for what they cannot say themselves.
    #[pymodule_init]
    fn connect(module: &Bound<'_, PyModule>) -> PyResult<()> {
        PyModule::import(module.py(), "aiguillage._native")?.call_method1("connect", (module,)).map(drop)
    }
}
