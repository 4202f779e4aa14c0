"""Packs a folder as the same bytes whoever packs it, and wherever: archive.py FOLDER FILE.tar.gz"""

from __future__ import annotations

import gzip
import os
import sys
import tarfile
from pathlib import Path


def neutral(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry without its owner and the time of the build."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(os.environ["SOURCE_DATE_EPOCH"])
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def main() -> None:
    folder, file = map(Path, sys.argv[1:])
    # tarfile adds what a folder holds in the order of its names.
    with (
        file.open("wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(folder, folder.name, filter=neutral)


if __name__ == "__main__":
    main()
