//! The system's allocator, which counts what the current thread allocates.
//!
//! A program that depends on this crate and calls [`count`] has it as its allocator. It takes three instructions more
//! for each allocation, which is little beside the hundred or more of the allocation itself, and the same for all.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// What was allocated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allocated {
    /// How often memory was asked for: allocations, and reallocations.
    pub count: u64,
    /// How many bytes were asked for.
    pub bytes: u64,
}

thread_local! {
    // Constant and without a destructor, so that to reach it allocates nothing.
    static ALLOCATED: Cell<Allocated> = const { Cell::new(Allocated { count: 0, bytes: 0 }) };
}

/// What the current thread has allocated since it began.
pub fn allocated() -> Allocated {
    ALLOCATED.get()
}

/// What the current thread allocates while `run` runs.
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
    // Not reachable any more while a thread ends; what is allocated then is not counted.
    let _ = ALLOCATED.try_with(|cell| {
        let Allocated { count, bytes: sum } = cell.get();
        cell.set(Allocated {
            count: count + 1,
            bytes: sum + bytes as u64,
        });
    });
}

// SAFETY: every method is that of `System`, with the same arguments; counting neither allocates nor panics.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        // SAFETY: the caller promises what `System` asks for.
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
