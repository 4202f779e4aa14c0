#!/usr/bin/env python3
"""Makes the site of the guide: `make guide` runs it, with zensical installed.

The pages in this folder are plain Markdown, as rustdoc and GitHub read it. For the site, neighbouring blocks of the
four languages become tabs, and the lines that rustdoc hides are taken away.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LANGUAGES = {"rust": "Rust", "python": "Python", "js": "Node.js", "kotlin": "Kotlin"}
# The front page of the crate and the links of rustdoc are rustdoc's alone.
NO_PAGES = {"front-page.md", "rustdoc-links.md"}

FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GROUP = re.compile(r"(?:^```(?:rust|python|js|kotlin)\b[^\n]*\n(?:(?!```).*\n)*?```\n\n?)+", re.MULTILINE)


def without_hidden_lines(code: str) -> str:
    """Lines of Rust that begin with `# ` are there for the tests."""
    lines = [line for line in code.splitlines() if line != "#" and not re.match(r"#\s", line)]
    return "\n".join(lines).strip("\n") + "\n"


def tabs(group: str) -> str:
    parts = []
    for language, code in FENCE.findall(group):
        if language == "rust":
            code = without_hidden_lines(code)
        block = f"```{language}\n{code}```\n"
        indented = "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())
        parts.append(f'=== "{LANGUAGES[language]}"\n\n{indented}\n')
    return "".join(parts) + "\n"


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    docs = site / "docs"
    shutil.rmtree(site, ignore_errors=True)
    docs.mkdir(parents=True)
    for page in sorted(HERE.glob("*.md")):
        if page.name not in NO_PAGES:
            text = GROUP.sub(lambda found: tabs(found.group()), page.read_text(encoding="utf-8"))
            (docs / page.name).write_text(text, encoding="utf-8")
    shutil.copy(HERE / "zensical.toml", site)
    subprocess.run([sys.executable, "-m", "zensical", "build", "--clean", "--strict"], cwd=site, check=True)


if __name__ == "__main__":
    main()
