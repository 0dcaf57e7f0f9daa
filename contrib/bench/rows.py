"""One line of the result: what was measured, against what, and whether that is enough."""

from dataclasses import asdict, dataclass, field


@dataclass
class Row:
    name: str
    title: str
    ours: str = "-"
    limit: str = "-"
    ratio: float | None = None
    floor: str = "-"
    best: str = "-"
    passed: bool | None = None
    notes: list[str] = field(default_factory=list)
    values: dict = field(default_factory=dict)

    def fail(self, note):
        self.passed = False
        self.notes.append(note)

    @property
    def verdict(self):
        return {None: "", True: "pass", False: "FAIL"}[self.passed]


def rate(number):
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g}{letter}/s" if number / size < 100 else f"{number / size:.0f}{letter}/s"
    return f"{number:.0f}/s"


def mebibytes(kibibytes):
    return f"{kibibytes / 1024:.1f} MiB"


def table(rows):
    """Aligned columns, and under each row what it has to say."""
    heads = ["job", "ours", "limit", "ratio", "floor", "best peer", ""]
    lines = [[row.title, row.ours, row.limit, "-" if row.ratio is None else f"{row.ratio:.2f}", row.floor, row.best,
              row.verdict] for row in rows]
    widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(len(heads))]
    show = lambda line: "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
    text = [show(heads), show(["-" * width for width in widths[:-1]] + [""])]
    for row, line in zip(rows, lines):
        text.append(show(line))
        text += [f"    {note}" for note in row.notes]
    return "\n".join(text)


def plain(row):
    return asdict(row)
