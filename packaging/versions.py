#!/usr/bin/env python3
"""The version of everything that is published, which stands once in the `Cargo.toml` of the workspace.

    versions.py show          prints it
    versions.py check         says where another one stands
    versions.py set VERSION   writes a new one, everywhere that it is repeated

What a registry or a reader needs in a file of its own repeats it; these places are listed here, and nowhere else.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# No suffix: registries write those of early versions each in its own way.
NUMBER = r"[0-9]+\.[0-9]+\.[0-9]+"
ARTIFACT = r"<artifactId>aiguillage</artifactId>\s*<version>"

# In each file, what stands right before the version, and how often.
PLACES = [
    ("Cargo.toml", r'\[workspace\.package\]\nversion = "', 1),
    ("Cargo.toml", r'aiguillage = \{ path = "core", version = "', 1),
    ("bindings-kotlin/Cargo.toml", r'aiguillage = \{ path = "\.\./core", version = "', 1),
    ("bindings-kotlin/pom.xml", ARTIFACT, 1),
    ("bindings-kotlin/README.md", ARTIFACT, 1),
    ("bindings-node/package.json", r'"name": "aiguillage",\s*"version": "', 1),
    ("bindings-node/package-lock.json", r'"name": "aiguillage",\s*"version": "', 2),
    ("examples/node-back-office/package-lock.json", r'"name": "aiguillage",\s*"version": "', 1),
    ("examples/kotlin-adviser/pom.xml", ARTIFACT, 1),
    ("README.md", "aiguillage-", 3),
    ("CITATION.cff", r"\nversion: ", 1),
]


def found(file: str, before: str) -> list[str]:
    return re.findall(f"{before}({NUMBER})", (ROOT / file).read_text("utf-8"))


def show() -> str:
    file, before, _ = PLACES[0]
    return found(file, before)[0]


def check() -> list[str]:
    version = show()
    return [
        f"{file}: {found(file, before)} instead of {count} times {version}"
        for file, before, count in PLACES
        if found(file, before) != [version] * count
    ]


def write(version: str) -> None:
    if re.fullmatch(NUMBER, version) is None:
        raise SystemExit(f"`{version}` is no version: give one such as 0.2.0")
    for file, before, _ in PLACES:
        path = ROOT / file
        text = re.sub(f"({before}){NUMBER}", rf"\g<1>{version}", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    # Lock files name the packages of this repository too.
    for manifest in ("Cargo.toml", "fuzz/Cargo.toml"):
        subprocess.run(["cargo", "update", "--quiet", "--workspace", "--manifest-path", ROOT / manifest], check=True)


def main() -> None:
    match sys.argv[1:]:
        case ["show"]:
            print(show())
        case ["check"]:
            if wrong := check():
                raise SystemExit("\n".join([*wrong, f"run `make version VERSION={show()}`"]))
        case ["set", version]:
            write(version)
            if wrong := check():
                raise SystemExit("\n".join(wrong))
            print(f"everything is {version}; CHANGELOG.md is written by hand")
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
