//! Files and folders that appear whole or not at all.
//!
//! A file is written beside its final place, synced and renamed: whoever is killed on the way, or
//! meets a full disk, leaves what stood there before as it was.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// A larger file is none of a directory, of needs or of referrals: a country's take a hundredth of it.
pub(crate) const LARGEST: u64 = 1 << 30;

/// Reads a whole file, of [`LARGEST`] bytes at most.
///
/// # Errors
/// When it cannot be read, or is larger.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut bytes = Vec::new();
    if length <= LARGEST {
        bytes.reserve_exact(usize::try_from(length).unwrap_or_default());
        // What is no regular file has no length.
        file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    }
    if length > LARGEST || bytes.len() as u64 > LARGEST {
        let message = format!("it is larger than {} MiB", LARGEST >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// Writes a file through `write`, so that its name shows the old content until the new one is whole.
///
/// A symbolic link stays one, and its target is replaced. What is no regular file (a terminal, a pipe)
/// is written to directly.
///
/// # Errors
/// When anything of it fails; then the file is as it was.
pub(crate) fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let target = followed(path);
    let before = std::fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        let mut to = BufWriter::new(File::options().write(true).open(&target)?);
        write(&mut to)?;
        return to.flush();
    }
    let folder = parent(&target);
    let mut name = tempfile::Builder::new();
    name.prefix(".").suffix(".part");
    with_usual_permissions(&mut name, 0o666);
    let mut part = name.tempfile_in(folder)?;
    if let Some(before) = before {
        part.as_file().set_permissions(before.permissions())?;
    }
    let mut to = BufWriter::new(part.as_file_mut());
    write(&mut to)?;
    to.flush()?;
    drop(to);
    part.as_file().sync_all()?;
    part.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// Writes files of a folder: each of `files` is a name and what writes it; `stale` are names that must
/// not stay. Other files of the folder are left alone.
///
/// A folder that is new appears whole. In one that exists each file is replaced whole, one after the
/// other, once all of them are written: a reader in between may see files of both, and a process that
/// is killed in between leaves some of each, none of them half.
///
/// # Errors
/// When anything of it fails; before the first file is replaced, the folder is as it was.
#[cfg_attr(not(feature = "csv"), expect(dead_code, reason = "only CSV files come as a folder"))]
pub(crate) fn replace_folder<W: FnOnce(&mut dyn Write) -> io::Result<()>>(
    folder: &Path,
    files: Vec<(String, W)>,
    stale: &[String],
) -> io::Result<()> {
    let target = followed(folder);
    let around = parent(&target);
    std::fs::create_dir_all(around)?;
    let mut name = tempfile::Builder::new();
    name.prefix(".").suffix(".part");
    with_usual_permissions(&mut name, 0o777);
    let part = name.tempdir_in(around)?;
    let mut names = Vec::with_capacity(files.len());
    for (name, write) in files {
        let mut to = BufWriter::new(File::create(part.path().join(&name))?);
        write(&mut to)?;
        to.into_inner()?.sync_all()?;
        names.push(name);
    }
    sync_folder(part.path());
    if !target.exists() {
        std::fs::rename(part.path(), &target)?;
        // Nothing stands under its name any more.
        let _ = part.keep();
        sync_folder(around);
        return Ok(());
    }
    // What cannot be replaced is found out before anything is.
    if let Some(name) = names.iter().chain(stale).find(|name| target.join(name).is_dir()) {
        let message = format!("`{}` is a folder", target.join(name).display());
        return Err(io::Error::new(io::ErrorKind::IsADirectory, message));
    }
    for name in &names {
        std::fs::rename(part.path().join(name), target.join(name))?;
    }
    for name in stale {
        match std::fs::remove_file(target.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    sync_folder(&target);
    Ok(())
}

/// Where a path leads, over links.
fn followed(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A temporary file is for nobody else; what it becomes has the permissions of any new file.
#[cfg(unix)]
fn with_usual_permissions(name: &mut tempfile::Builder<'_, '_>, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    name.permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn with_usual_permissions(_: &mut tempfile::Builder<'_, '_>, _: u32) {}

/// Makes renames last. Where a folder cannot be synced (Windows, some file systems), the system does it
/// in its own time.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_end_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        File::create(&path).unwrap().set_len(LARGEST + 1).unwrap();
        let error = read(&path).unwrap_err();
        assert!(error.to_string().contains("larger than 1024 MiB"), "{error}");
        std::fs::write(&path, "abc").unwrap();
        assert_eq!(read(&path).unwrap(), b"abc");
        assert_eq!(read(&folder.path().join("none")).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_old_file_stays_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        replace(&path, |to| to.write_all(b"old")).unwrap();
        let failed = replace(&path, |to| {
            to.write_all(&[b'x'; 100_000])?;
            assert_eq!(std::fs::read(&path).unwrap(), b"old");
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(
            (std::fs::read(&path).unwrap(), names(folder.path())),
            (b"old".to_vec(), vec!["a.csv".to_owned()])
        );
        replace(&path, |to| to.write_all(b"new")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a"), folder.path().join("link"));
        std::fs::write(&path, b"old").unwrap();
        std::fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        replace(&link, |to| to.write_all(b"new")).unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        // A new file is as readable as any other.
        let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
        replace(&ours, |to| to.write_all(b"")).unwrap();
        std::fs::write(&theirs, b"").unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&theirs));
        replace(Path::new("/dev/null"), |to| to.write_all(b"x")).unwrap();
        assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
    }

    type Writer = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()>>;

    fn file(name: &str, content: &'static [u8]) -> (String, Writer) {
        (name.to_owned(), Box::new(move |to: &mut dyn Write| to.write_all(content)))
    }

    fn failing(name: &str) -> (String, Writer) {
        (name.to_owned(), Box::new(|_: &mut dyn Write| Err(io::ErrorKind::StorageFull.into())))
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("deep/new");
        assert!(replace_folder(&folder, vec![file("a", b"1"), failing("b")], &[]).is_err());
        assert!(!folder.exists() && names(&around.path().join("deep")).is_empty());
        replace_folder(&folder, vec![file("a", b"1"), file("b", b"1")], &[]).unwrap();
        assert_eq!(names(&folder), ["a", "b"]);

        std::fs::write(folder.join("other"), b"1").unwrap();
        assert!(replace_folder(&folder, vec![file("a", b"2"), failing("b")], &["b".to_owned()]).is_err());
        assert_eq!(std::fs::read(folder.join("a")).unwrap(), b"1");
        std::fs::create_dir(folder.join("c")).unwrap();
        assert!(replace_folder(&folder, vec![file("a", b"2"), file("c", b"2")], &[]).is_err());
        assert_eq!(std::fs::read(folder.join("a")).unwrap(), b"1");
        replace_folder(&folder, vec![file("a", b"2")], &["b".to_owned()]).unwrap();
        assert_eq!(names(&folder), ["a", "c", "other"]);
        assert_eq!(names(around.path()), ["deep"]);
        assert_eq!(names(&around.path().join("deep")), ["new"]);
    }
}
