"""What the checks read: the files of the project, and Swift without its comments and strings."""
import os
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Made by programs, or not ours to judge.
SKIPPED = {".git", ".venv", ".mirror", "__pycache__", "build"}
SHELLS = re.compile(rb"#!\s*\S*(?:/|/env +)(?:ba|da)?sh\b")
PYTHON = re.compile(rb"#!\s*\S*(?:/|/env +)python3\b")
LEVELS = ("public", "package", "internal", "fileprivate", "private")
IMPORT = re.compile(r"^\s*((?:@\w+(?:\([^)]*\))?\s+|(?:%s)\s+)*)import\s+"
                    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)" % "|".join(LEVELS))


def files(*under):
    """All files below these folders of the project (all of it when none is named), as sorted paths from its root."""
    found = []
    for start in under or (".",):
        top = ROOT / start
        if top.is_file():
            found.append(top.relative_to(ROOT))
        for folder, folders, names in os.walk(top):
            here = pathlib.Path(folder)
            folders[:] = [name for name in folders if name not in SKIPPED
                          and (not name.startswith(".") or name == ".ci")]
            found += [(here / name).relative_to(ROOT) for name in names]
    return sorted(set(found))


def language(path):
    """swift, python, c, shell, go, make, caddy, or None: by the name, else by the first line."""
    by_suffix = {".swift": "swift", ".py": "python", ".c": "c", ".h": "c", ".sh": "shell", ".bash": "shell",
                 ".bats": "shell", ".go": "go", ".mk": "make"}
    if path.suffix in by_suffix:
        return by_suffix[path.suffix]
    if path.name in ("Makefile", "Caddyfile"):
        return path.name.lower().removesuffix("file")
    with (ROOT / path).open("rb") as file:
        first = file.readline(200)
    if SHELLS.match(first):
        return "shell"
    if first.startswith(b"#!/usr/bin/make"):
        return "make"
    return "python" if PYTHON.match(first) else None


def text(path):
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def is_generated(path):
    """Whether its first lines say that contrib/generate wrote it."""
    with (ROOT / path).open(encoding="utf-8", errors="replace") as file:
        return any("Written by contrib/generate/" in file.readline(400) for _ in range(3))


def swift_imports(path):
    """(line number, what stands before `import`, module) for each import of a Swift file."""
    for number, line in enumerate(swift_code(text(path)).split("\n"), 1):
        match = IMPORT.match(line)
        if match:
            yield number, match.group(1).split(), match.group(2)


def swift_code(source):
    """The source with comments and the texts of strings blanked out; lines stay where they are."""
    out, at, length = [], 0, len(source)
    blank = lambda piece: re.sub(r"[^\n]", " ", piece)  # noqa: E731
    while at < length:
        if source.startswith("//", at):
            end = source.find("\n", at)
            end = length if end < 0 else end
        elif source.startswith("/*", at):
            end, depth = at + 2, 1
            while depth and end < length:
                step = source[end:end + 2]
                depth += {"/*": 1, "*/": -1}.get(step, 0)
                end += 2 if step in ("/*", "*/") else 1
        else:
            opening = re.compile(r'(#*)("""|")').match(source, at)
            if not opening:
                out.append(source[at])
                at += 1
                continue
            end = string_end(source, opening)
        out.append(blank(source[at:end]))
        at = end
    return "".join(out)


def string_end(source, opening):
    """Where the string that begins at this match ends; interpolations are part of it."""
    closing = opening.group(2) + opening.group(1)
    escape = "\\" + opening.group(1)
    at = opening.end()
    while at < len(source):
        if source.startswith(closing, at):
            return at + len(closing)
        if source.startswith(escape + "(", at):
            at = interpolation_end(source, at + len(escape) + 1)
        elif source.startswith(escape, at):
            at += len(escape) + 1
        elif source[at] == "\n" and opening.group(2) == '"':
            return at
        else:
            at += 1
    return at


def interpolation_end(source, at):
    depth = 1
    while depth and at < len(source):
        opening = re.compile(r'(#*)("""|")').match(source, at)
        if opening:
            at = string_end(source, opening)
            continue
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
    return at


def report(name, findings, fine):
    """Prints the findings, or that all is well; returns the exit status."""
    for finding in findings:
        print(f"{name}: {finding}")
    print(f"{name}: {len(findings)} to mend" if findings else f"{name}: {fine}")
    return 1 if findings else 0
