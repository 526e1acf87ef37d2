//! `originals/`: bytes as received, compressed, under their SHA-256, until a person
//! empties the trash.
//!
//! Invariant 3. A file is complete or absent: it is written beside its place,
//! synced and renamed. `originals/ab/ab12….zst` holds the bytes whose hash is `ab12…`.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::Digest;
use zstd::bulk::Compressor;

use crate::{Error, Result};

/// zstd's default: about 200 MB/s, a third to a quarter of a web page's size.
const LEVEL: i32 = 3;

/// How the names of files begin that are not complete yet.
const INCOMING: &str = ".incoming-";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sha256(pub [u8; 32]);

impl Sha256 {
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// Of what `reader` gives, without holding it in memory.
    pub fn of_stream(mut reader: impl Read) -> std::io::Result<Self> {
        let mut hasher = sha2::Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            match reader.read(&mut buffer)? {
                0 => return Ok(Self(hasher.finalize().into())),
                n => hasher.update(&buffer[..n]),
            }
        }
    }

    /// Of `ab12….zst`; nothing for what no original is called.
    fn of_file_name(name: &str) -> Option<Self> {
        let hex = name.strip_suffix(".zst")?;
        let mut bytes = [0; 32];
        if hex.len() != 64 || !hex.is_ascii() {
            return None;
        }
        for (n, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(hex.get(2 * n..2 * n + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    pub fn hex(&self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| DIGITS[usize::from(half)]);
        self.0.iter().flat_map(digits).map(char::from).collect()
    }
}

impl rusqlite::ToSql for Sha256 {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.0.as_slice().into())
    }
}

impl rusqlite::types::FromSql for Sha256 {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let bytes = value.as_blob()?;
        <[u8; 32]>::try_from(bytes)
            .map(Self)
            .map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
    }
}

pub(crate) struct Originals {
    folder: PathBuf,
}

impl Originals {
    pub fn open(notebook: &Path) -> Result<Self> {
        Self::open_in(notebook.join("originals"))
    }

    /// Pictures in notes are kept in the same way, in a folder of their own.
    pub fn open_images(notebook: &Path) -> Result<Self> {
        Self::open_in(notebook.join("images"))
    }

    fn open_in(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).map_err(|source| Error::io("creating", &folder, source))?;
        sweep(&folder);
        Ok(Self { folder })
    }

    /// Keeps `bytes`; they are on disk when this returns.
    pub fn keep(&self, bytes: &[u8]) -> Result<Sha256> {
        let sha256 = Sha256::of(bytes);
        if !self.path(sha256).exists() {
            self.place(sha256, bytes)?;
        }
        Ok(sha256)
    }

    /// Keeps what `reader` gives without holding it in memory. Returns its hash and size.
    pub fn keep_stream(&self, mut reader: impl Read, from: &Path) -> Result<(Sha256, u64)> {
        let mut temporary = self.temporary()?;
        let writing = |source| Error::io("writing", &self.folder, source);
        let mut encoder = zstd::Encoder::new(temporary.as_file_mut(), LEVEL).map_err(writing)?;
        let mut hasher = sha2::Sha256::new();
        let mut size = 0;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let n = reader
                .read(&mut buffer)
                .map_err(|source| Error::io("reading", from, source))?;
            if n == 0 {
                break;
            }
            hasher.update(&buffer[..n]);
            encoder.write_all(&buffer[..n]).map_err(writing)?;
            size += n as u64;
        }
        encoder.finish().map_err(writing)?;
        let sha256 = Sha256(hasher.finalize().into());
        self.settle(sha256, temporary)?;
        Ok((sha256, size))
    }

    /// What lies in one of the 256 folders, by the first byte of the hash.
    pub fn shelved(&self, first: u8) -> Result<Vec<Sha256>> {
        let shelf = self.folder.join(format!("{first:02x}"));
        let failed = |source| Error::io("reading", &shelf, source);
        let entries = match fs::read_dir(&shelf) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(failed)?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let name = entry.map_err(failed)?.file_name();
            found.extend(name.to_str().and_then(Sha256::of_file_name));
        }
        Ok(found)
    }

    /// Makes a kept file as young as one that is kept now.
    pub fn touch(&self, sha256: Sha256) -> Result<()> {
        let path = self.path(sha256);
        let file = File::options().write(true).open(&path);
        file.and_then(|file| file.set_modified(SystemTime::now()))
            .map_err(|source| Error::io("writing", &path, source))
    }

    /// Whether it was kept, or touched, less than `age` ago.
    pub fn is_younger(&self, sha256: Sha256, age: Duration) -> bool {
        let modified = fs::metadata(self.path(sha256)).and_then(|file| file.modified());
        // A file without a time, or none, is nothing to spare; one of the future is young.
        modified.is_ok_and(|time| time.elapsed().map_or(true, |elapsed| elapsed < age))
    }

    /// Makes it as old as can be, unless it was kept or touched after `ms`; one that is gone
    /// is no error.
    pub fn outdate(&self, sha256: Sha256, ms: i64) -> Result<()> {
        let path = self.path(sha256);
        let kept = fs::metadata(&path).and_then(|file| file.modified());
        let kept_ms = kept.map(|time| {
            time.duration_since(SystemTime::UNIX_EPOCH)
                .map_or(0, |since| since.as_millis())
        });
        match kept_ms {
            Ok(kept_ms) if kept_ms <= u128::try_from(ms).unwrap_or(0) => File::options()
                .write(true)
                .open(&path)
                .and_then(|file| file.set_modified(SystemTime::UNIX_EPOCH))
                .map_err(|source| Error::io("writing", &path, source)),
            _ => Ok(()),
        }
    }

    /// Removes an original; one that is gone already is no error.
    pub fn remove(&self, sha256: Sha256) -> Result<()> {
        let path = self.path(sha256);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::io("removing", &path, error))
            }
            _ => Ok(()),
        }
    }

    /// The bytes as received, as a stream.
    pub fn reader(&self, sha256: Sha256) -> Result<impl Read + use<>> {
        let path = self.path(sha256);
        let file = File::open(&path).map_err(|source| Error::io("reading", &path, source))?;
        zstd::Decoder::new(BufReader::new(file))
            .map_err(|source| Error::io("reading", &path, source))
    }

    /// Whether the stored bytes still have the hash that they were kept under.
    pub fn verify(&self, sha256: Sha256) -> Result<bool> {
        // Damaged compression is a changed original, not a failed check.
        Ok(Sha256::of_stream(self.reader(sha256)?).is_ok_and(|found| found == sha256))
    }

    fn path(&self, sha256: Sha256) -> PathBuf {
        let hex = sha256.hex();
        self.folder.join(&hex[..2]).join(format!("{hex}.zst"))
    }

    fn place(&self, sha256: Sha256, bytes: &[u8]) -> Result<()> {
        let mut temporary = self.temporary()?;
        pack(bytes, temporary.as_file_mut())
            .map_err(|source| Error::io("writing", &self.path(sha256), source))?;
        self.settle(sha256, temporary)
    }

    /// Room to unpack an original in: in memory up to so many bytes, then in a file without a
    /// name beside the originals, where nothing leaves the notebook's folder.
    pub fn scratch(&self, in_memory: usize) -> tempfile::SpooledTempFile {
        tempfile::spooled_tempfile_in(in_memory, &self.folder)
    }

    fn temporary(&self) -> Result<tempfile::NamedTempFile> {
        tempfile::Builder::new()
            .prefix(INCOMING)
            .tempfile_in(&self.folder)
            .map_err(|source| Error::io("writing", &self.folder, source))
    }

    fn settle(&self, sha256: Sha256, temporary: tempfile::NamedTempFile) -> Result<()> {
        let path = self.path(sha256);
        let shelf = path.parent().unwrap_or(&self.folder);
        let failed = |source| Error::io("writing", &path, source);
        let fresh_shelf = !shelf.exists();
        fs::create_dir_all(shelf).map_err(failed)?;
        temporary.as_file().sync_data().map_err(failed)?;
        temporary
            .persist(&path)
            .map_err(|error| failed(error.error))?;
        sync_folder(shelf)?;
        if fresh_shelf {
            sync_folder(&self.folder)?;
        }
        Ok(())
    }
}

thread_local! {
    /// What zstd works in, kept for the next file: each would have to be given memory of
    /// its own, more than the file is large.
    static COMPRESSOR: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
}

/// Of a larger file the compressed bytes are not held in memory.
const AT_ONCE: usize = 4 << 20;

fn pack(bytes: &[u8], file: &mut File) -> std::io::Result<()> {
    if bytes.len() > AT_ONCE {
        // Told the size before, zstd takes tables that are no larger than the bytes need.
        let mut encoder = zstd::Encoder::new(file, LEVEL)?;
        encoder.set_pledged_src_size(Some(bytes.len() as u64))?;
        encoder.write_all(bytes)?;
        return encoder.finish().map(drop);
    }
    let packed = COMPRESSOR.with_borrow_mut(|kept| match kept {
        Some(compressor) => compressor.compress(bytes),
        None => kept.insert(Compressor::new(LEVEL)?).compress(bytes),
    })?;
    file.write_all(&packed)
}

/// Removes what was being written when a process was killed. What can't be removed
/// is in nobody's way.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(INCOMING)
            && let Err(error) = fs::remove_file(entry.path())
        {
            tracing::warn!(%error, "what was left of an original could not be removed");
        }
    }
}

/// Makes a rename in `folder` durable. Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder)
        .and_then(|opened| opened.sync_all())
        .map_err(|source| Error::io("writing", folder, source))?;
    #[cfg(not(unix))]
    let _unused = folder;
    Ok(())
}
