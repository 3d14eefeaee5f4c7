//! The system allocator with a counter of the current thread's allocations.
//!
//! A program that depends on this crate and calls [`count`] uses it as its allocator. It costs three instructions per
//! allocation, little compared with the hundred or more of the allocation itself, and the same for every library.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Counted allocations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allocated {
    /// Number of allocations and reallocations.
    pub count: u64,
    /// Number of requested bytes.
    pub bytes: u64,
}

thread_local! {
    // Constant and without a destructor, so that accessing it does not allocate.
    static ALLOCATED: Cell<Allocated> = const { Cell::new(Allocated { count: 0, bytes: 0 }) };
}

/// Returns the allocations of the current thread since it started.
pub fn allocated() -> Allocated {
    ALLOCATED.get()
}

/// Returns the allocations of the current thread during `run`.
pub fn count<T>(run: impl FnOnce() -> T) -> (T, Allocated) {
    let before = allocated();
    let result = run();
    let after = allocated();
    let allocated = Allocated {
        count: after.count - before.count,
        bytes: after.bytes - before.bytes,
    };
    (result, allocated)
}

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

struct CountingAllocator;

#[inline]
fn add(bytes: usize) {
    // Not accessible while a thread exits; allocations at that point are not counted.
    let _ = ALLOCATED.try_with(|cell| {
        let Allocated { count, bytes: sum } = cell.get();
        cell.set(Allocated {
            count: count + 1,
            bytes: sum + bytes as u64,
        });
    });
}

// SAFETY: every method calls that of `System` with the same arguments; counting neither allocates nor panics.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        // SAFETY: the caller upholds the contract of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add(size);
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hint::black_box;

    #[test]
    fn counts_allocations_and_bytes() {
        let (vector, allocated) = count(|| black_box(Vec::<u64>::with_capacity(4)));
        assert_eq!(
            allocated,
            Allocated {
                count: 1,
                bytes: 32
            }
        );
        drop(vector);
    }

    #[test]
    fn counts_nothing_where_nothing_is_allocated() {
        let (_, allocated) = count(|| black_box(1));
        assert_eq!(allocated, Allocated::default());
    }
}
