"""Collects the licences of what is compiled into the program.

    python3 tools/licences/collect.py

writes `src/ui/licences/components.tsv`: each component of the program on
Linux, Windows and macOS with its version, the licence as it declares it, the
licences it is used under (of a choice the first of KNOWN), and the copyright
lines of its licence file. `tests/packaging.rs` fails where the table no longer
fits `Cargo.lock`. The texts beside the table are written by hand; a licence
that is not in KNOWN stops this program until its text is there.
"""

import json
import pathlib
import re
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TABLE = PROJECT / "src/ui/licences/components.tsv"
TARGETS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"]
KNOWN = ["MIT", "Apache-2.0", "Zlib", "ISC", "0BSD", "BSD-3-Clause", "BSL-1.0", "Unicode-3.0", "MPL-2.0"]
FILES = ("LICEN", "COPYING", "COPYRIGHT", "NOTICE")


def cargo(*arguments):
    command = ["cargo", *arguments, "--locked"]
    return subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout


def shipped():
    """Name and version of each crate that is in the program, proc macros and tests left out."""
    found = set()
    for target in TARGETS:
        tree = cargo("tree", "-e", "normal,no-proc-macro", "--target", target, "--prefix", "none")
        for line in tree.splitlines():
            name, version = line.split()[:2]
            found.add((name, version.removeprefix("v")))
    return sorted(crate for crate in found if crate[0] != "mawqif")


def used(expression):
    """The licences of an SPDX expression, of each choice the first of KNOWN."""
    expression = expression.replace("/", " OR ")
    tokens = re.findall(r"\(|\)|[^\s()]+", expression)

    def choice():
        offers = [both()]
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            offers.append(both())
        offers = [offer for offer in offers if all(one in KNOWN for one in offer)]
        if not offers:
            raise SystemExit(f"no known licence in {expression}")
        return min(offers, key=lambda offer: [KNOWN.index(one) for one in offer])

    def both():
        parts = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            parts = parts + [part for part in one() if part not in parts]
        return parts

    def one():
        token = tokens.pop(0)
        if token == "(":
            inner = choice()
            tokens.pop(0)
            return inner
        if tokens and tokens[0] == "WITH":
            tokens.pop(0)
            return [f"{token} WITH {tokens.pop(0)}"]
        return [token]

    return choice()


def notice(package, licences):
    """The copyright lines of the files of these licences; failing these its authors."""
    folder = pathlib.Path(package["manifest_path"]).parent
    files = [file for file in sorted(folder.iterdir()) if file.is_file() and file.name.upper().startswith(FILES)]
    others = [name.split("-")[0].upper() for name in KNOWN if name not in licences]
    files = [file for file in files if not any(name in file.name.upper() for name in others)]
    lines = []
    for file in files:
        for line in file.read_text("utf8", errors="replace").splitlines():
            line = " ".join(line.strip(" \t*#/-").split())
            holder = re.match(r"(portions |\w+ is )?(copyright\b|\(c\) *\d|©)", line, re.I) and re.search(r"\d{4}|\(c\)|©|\bby\b|author|develop|foundation", line, re.I)
            # Of the texts themselves: the Apache appendix, and clauses that begin so.
            pattern = re.search(r"\[yyyy\]|\{yyyy\}|<year>|free software foundation|copyright (notice|holder|owner|license|statement)", line, re.I)
            if holder and not pattern and line not in lines:
                lines.append(line)
    if not lines:
        authors = ", ".join(re.sub(r"\s*<[^>]*>", "", author) for author in package["authors"])
        lines = [f"Copyright {authors or 'the authors of ' + package['name']}"]
    return " · ".join(lines)


def main():
    packages = json.loads(cargo("metadata", "--format-version", "1"))["packages"]
    packages = {(package["name"], package["version"]): package for package in packages}
    rows = ["name\tversion\tlicence\tunder\tnotice"]
    for crate in shipped():
        package = packages[crate]
        declared = package["license"] or ""
        under = used(declared)
        rows.append("\t".join([*crate, declared, " AND ".join(under), notice(package, under)]))
    TABLE.write_text("\n".join(rows) + "\n", "utf8")
    print(f"{len(rows) - 1} components")


if __name__ == "__main__":
    main()
