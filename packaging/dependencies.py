"""What is linked into a package: the licences of it, or its bill of materials (CycloneDX).

    dependencies.py licences PACKAGE TARGET     the texts of all licences, for people
    dependencies.py bill PACKAGE TARGET         components and their dependencies, for tools

PACKAGE is a member of the workspace, with the features that it is published with; TARGET is Rust's name of a platform.
Build scripts and procedural macros run while a package is built, and are no part of it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The crate `aiguillage` is published in binary form as the command line.
FEATURES = {"aiguillage": ["--features", "cli"]}
LICENCE_FILE = re.compile(r"(?i)^(licen[cs]e|copying|notice|unlicense|copyright)")
STANDARD_LIBRARY = "The Rust standard library is linked too: MIT OR Apache-2.0, https://github.com/rust-lang/rust"
DATA = """The nomenclatures that are compiled in are those of INSEE, DGCL, La Poste, France compétences and the ministère du
Travail, under the Licence Ouverte 2.0 (https://www.etalab.gouv.fr/licence-ouverte-open-licence)."""


@dataclass
class Crate:
    name: str
    version: str
    licence: str
    repository: str
    needs: set[tuple[str, str]] = field(default_factory=set)

    @property
    def key(self) -> tuple[str, str]:
        return self.name, self.version


def cargo(*arguments: str) -> str:
    return subprocess.run(["cargo", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def linked(package: str, target: str) -> list[Crate]:
    """The package, and then everything that is linked into it, by name."""
    tree = cargo(
        "tree", "--locked", "--package", package, *FEATURES.get(package, []), "--target", target,
        "--edges", "normal,no-proc-macro", "--no-dedupe", "--prefix", "depth", "--format", "|{p}|{l}|{r}",
    )  # fmt: skip
    crates: dict[tuple[str, str], Crate] = {}
    above: list[Crate] = []
    for line in tree.splitlines():
        depth, identity, licence, repository = line.split("|")
        name, version = identity.split()[:2]
        # Before SPDX expressions, a slash was an alternative.
        read = Crate(name, version.removeprefix("v"), licence.replace("/", " OR "), repository)
        crate = crates.setdefault(read.key, read)
        del above[int(depth) :]
        if above:
            above[-1].needs.add(crate.key)
        above.append(crate)
    first, *others = crates.values()
    return [first, *sorted(others, key=lambda crate: crate.key)]


def licence_files(folder: Path, licence: str) -> list[Path]:
    """The texts that a crate comes with; where one of several licences may be chosen, MIT is, the shortest."""
    files = sorted(path for path in folder.iterdir() if LICENCE_FILE.match(path.name) and path.is_file())
    if " OR " in licence and any("MIT" in path.name for path in files):
        return [path for path in files if "APACHE" not in path.name.upper()]
    return files


def licence_texts(crates: list[Crate]) -> str:
    packages = json.loads(cargo("metadata", "--locked", "--all-features", "--format-version", "1"))["packages"]
    folders = {(one["name"], one["version"]): Path(one["manifest_path"]).parent for one in packages}
    users: dict[str, list[str]] = defaultdict(list)
    bare = []
    for crate in crates:
        files = licence_files(folders[crate.key], crate.licence)
        # Texts that differ in how their lines are cut are the same text.
        texts = {" ".join(text.split()): text for text in (path.read_text("utf-8", "replace") for path in files)}
        for text in texts.values():
            users[text.strip()].append(f"{crate.name} {crate.version}")
        if not files and crate is not crates[0]:
            bare.append(f"{crate.name} {crate.version}")
    parts = ["What is linked into this package, and its licences.", ""]
    parts += [f"{crate.name} {crate.version}: {crate.licence} {crate.repository}".rstrip() for crate in crates]
    parts += ["", STANDARD_LIBRARY, "", DATA]
    if bare:
        parts += ["", f"Published without the text of their licence: {', '.join(bare)}."]
    for text, names in sorted(users.items(), key=lambda entry: entry[1]):
        parts += ["", "-" * 80, ", ".join(names), "", text]
    return "\n".join(parts) + "\n"


def bill(crates: list[Crate]) -> str:
    from cyclonedx.contrib.hash.factories import HashTypeFactory
    from cyclonedx.contrib.license.factories import LicenseFactory
    from cyclonedx.model.bom import Bom, BomMetaData
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion
    from packageurl import PackageURL

    lock = tomllib.loads((ROOT / "Cargo.lock").read_text("utf-8"))["package"]
    checksums = {(one["name"], one["version"]): one.get("checksum") for one in lock}
    components = {}
    for crate in crates:
        checksum = checksums[crate.key]
        components[crate.key] = Component(
            type=ComponentType.LIBRARY,
            name=crate.name,
            version=crate.version,
            bom_ref=f"pkg:cargo/{crate.name}@{crate.version}",
            purl=PackageURL("cargo", name=crate.name, version=crate.version),
            licenses=[LicenseFactory().make_from_string(crate.licence)] if crate.licence else [],
            hashes=[HashTypeFactory().from_composite_str(f"sha256:{checksum}")] if checksum else [],
        )
    root = components[crates[0].key]
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    listed = Bom(
        components=[component for component in components.values() if component is not root],
        metadata=BomMetaData(component=root, timestamp=made),
        # The same components have the same number.
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, " ".join(sorted("@".join(crate.key) for crate in crates))),
    )
    for crate in crates:
        listed.register_dependency(components[crate.key], [components[key] for key in sorted(crate.needs)])
    return make_outputter(listed, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"


def main() -> None:
    what, package, target = sys.argv[1:]
    text = {"licences": licence_texts, "bill": bill}[what](linked(package, target))
    sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    main()
