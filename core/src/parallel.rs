//! Work on every core, in a process that may have been forked.
//!
//! A thread pool does not survive `fork`: the child has the pool's memory and none of its threads, and
//! waits for them for ever. Python's `multiprocessing` on Linux, gunicorn with `preload_app` and the
//! workers of PySpark all fork processes that have used a router. So each pool here knows the process
//! that made it: a child makes its own, and works on the caller's thread where it cannot.

#[cfg(feature = "parallel")]
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// A function of each number of a range, in order, on all cores where there are threads.
///
/// Called from a thread of a pool of the host's, it works in that pool. In a process that was forked
/// after a first call it works as in any other.
///
/// ```
/// let squares = aiguillage::parallel::each(0..4, |number| number * number);
/// assert_eq!(squares, [0, 1, 4, 9]);
/// ```
pub fn each<T: Send>(numbers: std::ops::Range<usize>, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
    #[cfg(feature = "parallel")]
    {
        if numbers.len() < 2 {
            return numbers.map(work).collect();
        }
        if rayon::current_thread_index().is_some() {
            return numbers.into_par_iter().map(work).collect();
        }
        if let Some(pool) = pool::current() {
            return pool.install(|| numbers.into_par_iter().map(work).collect());
        }
    }
    numbers.map(work).collect()
}

/// How many threads [`each`] works on.
pub fn threads() -> usize {
    #[cfg(feature = "parallel")]
    {
        if rayon::current_thread_index().is_some() {
            return rayon::current_num_threads();
        }
        if let Some(pool) = pool::current() {
            return pool.current_num_threads();
        }
    }
    1
}

#[cfg(feature = "parallel")]
mod pool {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    use rayon::{ThreadPool, ThreadPoolBuilder};

    /// The pools of a process and of those that it was forked from, oldest first. A fork of a fork of
    /// a fork of a fork works on the caller's thread.
    static POOLS: [Slot; 4] = [Slot::NEW, Slot::NEW, Slot::NEW, Slot::NEW];

    /// A pool and the process that makes it.
    ///
    /// The process is written before the pool is made. A child that was forked in between sees that the
    /// pool is another's, and does not wait for it: a lock that a thread of the parent held at the fork
    /// is never given back.
    struct Slot {
        /// 0 as long as nobody makes the pool.
        process: AtomicU32,
        /// `None` where the system gave no threads.
        pool: OnceLock<Option<ThreadPool>>,
    }

    impl Slot {
        #[expect(clippy::declare_interior_mutable_const, reason = "what each slot begins as")]
        const NEW: Slot = Slot { process: AtomicU32::new(0), pool: OnceLock::new() };
    }

    /// The pool of this process, which the first call makes.
    pub(super) fn current() -> Option<&'static ThreadPool> {
        let process = std::process::id();
        let own = POOLS.iter().find(|slot| {
            let made = slot.process.compare_exchange(0, process, Ordering::AcqRel, Ordering::Acquire);
            made.is_ok() || made == Err(process)
        })?;
        own.pool.get_or_init(|| ThreadPoolBuilder::new().build().ok()).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stay_in_their_order() {
        assert_eq!(each(3..3, |number| number), [0; 0]);
        assert!(each(0..10_000, |number| number).into_iter().eq(0..10_000));
        assert!(threads() > 0);
    }

    #[cfg(feature = "parallel")]
    #[test]
    fn a_pool_of_the_host_is_used() {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
        let (count, inside) = pool.install(|| (threads(), each(0..64, |_| rayon::current_num_threads())));
        assert_eq!((count, inside), (3, vec![3; 64]));
    }
}
