//! Work off the event loop: a promise whose work runs on a thread of libuv's pool.

use std::panic::{AssertUnwindSafe, catch_unwind};

use napi::bindgen_prelude::{AsyncTask, ToNapiValue, TypeName};
use napi::{Env, Error, Result, Task};

/// What is to be done, once.
pub struct Work<T> {
    run: Option<Box<dyn FnOnce() -> Result<T> + Send>>,
}

pub(crate) fn work<T>(run: impl FnOnce() -> Result<T> + Send + 'static) -> AsyncTask<Work<T>>
where
    T: ToNapiValue + TypeName + Send + 'static,
{
    AsyncTask::new(Work { run: Some(Box::new(run)) })
}

impl<T: ToNapiValue + TypeName + Send + 'static> Task for Work<T> {
    type Output = T;
    type JsValue = T;

    fn compute(&mut self) -> Result<T> {
        let Some(run) = self.run.take() else { return Err(Error::from_reason("the work was done already")) };
        // The core does not panic; if it ever does, a promise is rejected and the process lives on.
        catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(Error::from_reason("the core panicked")))
    }

    fn resolve(&mut self, _env: Env, output: T) -> Result<T> {
        Ok(output)
    }
}
