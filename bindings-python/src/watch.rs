//! Progress of what takes long, and Ctrl-C.

use std::ops::ControlFlow;

use pyo3::prelude::*;

/// Tells of progress, and asks whether to stop.
pub(crate) struct Watch {
    progress: Option<Py<PyAny>>,
    total: usize,
    stopped: Option<PyErr>,
}

impl Watch {
    pub(crate) fn new(progress: Option<Py<PyAny>>, total: usize) -> Watch {
        Watch { progress, total, stopped: None }
    }

    pub(crate) fn tell(&mut self, done: usize) -> ControlFlow<()> {
        let told = Python::attach(|py| {
            py.check_signals()?;
            match &self.progress {
                Some(progress) => progress.call1(py, (done, self.total)).map(|_| ()),
                None => Ok(()),
            }
        });
        match told {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.stopped = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// # Errors
    /// What stopped it.
    pub(crate) fn end(self) -> PyResult<()> {
        self.stopped.map_or(Ok(()), Err)
    }
}
