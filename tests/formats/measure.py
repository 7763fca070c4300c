"""What the measures of the formats share: the articles, the program's reading
of a file, the comparison of two readings, and the lines of the table."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
INVENTED = HERE.parent / "gold" / "articles"

missed = []


def articles(folder=None):
    """Title and paragraphs by name: the invented articles, and those of a
    folder where there is one."""
    files = sorted(INVENTED.glob("ca*.txt"))
    if folder and Path(folder).is_dir():
        files += sorted(Path(folder).glob("*.txt"))
    found = {}
    for file in files:
        lines = [" ".join(line.split()) for line in file.read_text("utf-8").split("\n")]
        lines = [line for line in lines if line]
        found[file.stem] = (lines[0], lines[1:])
    return found


def brief(binary, files):
    """The documents that the program prints, by path; a file that it cannot
    read is left out and its sentence shown."""
    found, files = {}, [str(file) for file in files]
    for start in range(0, len(files), 200):
        run = subprocess.run(
            [binary, "brief", "--format", "json", *files[start : start + 200]],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        for line in run.stderr.splitlines():
            print("   ", line, file=sys.stderr)
        for line in run.stdout.splitlines():
            document = json.loads(line)
            found[document["document"]["path"]] = document
    return found


def text_of(document, without=()):
    """The lines of the text without those named, white space made one."""
    lines = [" ".join(line.split()) for line in document["document"]["text"].split("\n")]
    return [line for line in lines if line and line not in without]


def card_of(document):
    """Positions and statements with their words in place of their spans, so
    that lines which only one of two files has do not shift them."""
    text = document["document"]["text"]
    principal = document["principal"]

    def worded(value, key=None):
        if isinstance(value, dict):
            return {k: worded(v, k) for k, v in value.items()}
        if key in ("span", "marker") and value:
            return " ".join(text[value[0] : value[1]].split())
        if key in ("mentions", "triggers"):
            return [" ".join(text[a:b].split()) for a, b in value]
        if isinstance(value, list):
            return [worded(one) for one in value]
        if isinstance(value, str):
            return " ".join(value.split())
        return value

    return worded(
        {
            "positions": document["positions"],
            "statements": document["statements"],
            "principal": principal,
            "issue": document["issue"],
        }
    )


def shared(one, other):
    """How many words two texts have in common."""
    return sum((Counter(one) & Counter(other)).values())


def row(what, *measures):
    """Prints a line of the table. A measure is its name, what was reached,
    out of how many, and the share that is asked for."""
    cells, fine = [], True
    for name, reached, out_of, asked in measures:
        share = reached / out_of if out_of else 0.0
        met = share >= asked
        fine &= met
        cells.append(f"{name} {reached}/{out_of} {100 * share:6.2f} %{'' if met else ' !'}")
    print(f"{what:34} {'  '.join(f'{cell:36}' for cell in cells)}".rstrip(), flush=True)
    if not fine:
        missed.append(what)


def tell_lines(name, asked, read):
    """Shows on standard error the lines that are too many and those missing."""
    for one in read:
        if one not in asked:
            print(f"    {name}: + {one[:90]}", file=sys.stderr)
    for one in asked:
        if one and one not in read:
            print(f"    {name}: - {one[:90]}", file=sys.stderr)


def skip(what, why):
    print(f"skipped: {what} ({why})", flush=True)


def finish():
    """Leaves with 1 where a measure was missed."""
    for what in missed:
        print(f"missed: {what}", flush=True)
    sys.exit(1 if missed else 0)
