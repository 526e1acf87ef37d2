//! Where memory comes from.

/// jemalloc, in every program that is built on this crate. The system's allocator in glibc keeps
/// what each page of an import has freed, in pieces too scattered to be given back: after 50,000
/// pages it held as much again as was in use. jemalloc gives back what has lain free for ten
/// seconds, in a thread of its own, so that a window that stays open all day is small again
/// after an import; and an import takes a twelfth less of the processor. A fuzzer watches the
/// system's own.
#[cfg(not(any(target_env = "msvc", fuzzing)))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
