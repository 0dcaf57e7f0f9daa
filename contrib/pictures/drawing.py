"""Screens of a terminal as SVG: one of them, or many after one another. Rows that are the same are drawn once."""

import itertools
import re
from xml.sax.saxutils import escape

import pyte

WIDTH, HEIGHT, SIZE = 8.4, 18, 14
PADDING = 12
BACKGROUND, FOREGROUND = "#16191d", "#d6dadf"
COLORS = {
    "black": "#3b4048", "red": "#e05561", "green": "#7fb85f", "brown": "#e0af3c", "blue": "#5b9de0", "magenta": "#b48ead",
    "cyan": "#56b6c2", "white": "#d6dadf", "brightblack": "#7f8894", "brightred": "#ff7480", "brightgreen": "#9fd87f",
    "brightbrown": "#ffcf5c", "brightblue": "#7bbdff", "brightmagenta": "#d4aecd", "brightcyan": "#76d6e2",
    "brightwhite": "#ffffff",
}


class Screen(pyte.Screen):
    """A pyte screen that scrolls without its cursor being at an end, as tmux lets terminals do."""

    def scroll_up(self, lines=1):
        top = self.margins.top if self.margins else 0
        row, column = self.cursor.y, self.cursor.x
        self.cursor.y = top
        self.delete_lines(lines)
        self.cursor.y, self.cursor.x = row, column


class Stream(pyte.Stream):
    csi = {**pyte.Stream.csi, "S": "scroll_up"}
    events = frozenset(itertools.chain(pyte.Stream.events, ["scroll_up"]))


def rows(screen):
    """What a pyte screen shows: for each row its runs of one style, as (column, text, colour, background, weight)."""
    shown = []
    for number in range(screen.lines):
        runs, row = [], screen.buffer[number]
        for column in range(screen.columns):
            cell = row[column]
            style = _style(cell)
            if cell.data == "":
                continue
            if runs and runs[-1][2:] == style and runs[-1][0] + len(runs[-1][1]) == column:
                runs[-1] = (runs[-1][0], runs[-1][1] + cell.data, *style)
            else:
                runs.append((column, cell.data, *style))
        shown.append(tuple(run for run in runs if run[1].strip() or run[3]))
    return tuple(shown)


def _style(cell):
    fore, back = _color(cell.fg), _color(cell.bg)
    if cell.reverse:
        fore, back = back or BACKGROUND, fore or FOREGROUND
    return fore, back, "bold" if cell.bold else ""


def _color(name):
    if name == "default":
        return ""
    return COLORS.get(name) or f"#{name}"


def _number(value):
    return f"{value:.1f}".removesuffix(".0")


def _row(runs):
    drawn = []
    for column, text, fore, back, weight in runs:
        if back:
            drawn.append(f'<rect x="{_number(column * WIDTH)}" width="{_number(len(text) * WIDTH)}" height="{HEIGHT}" '
                         f'fill="{back}"/>')
        style = (f' fill="{fore}"' if fore else "") + (' font-weight="bold"' if weight else "")
        # What stands apart has a place of its own: no font moves a column.
        for words in re.finditer(r"\S+(?: \S+)*", text):
            start, width = _number((column + words.start()) * WIDTH), _number(len(words[0]) * WIDTH)
            drawn.append(f'<text x="{start}" y="{SIZE}" textLength="{width}"{style}>{escape(words[0])}</text>')
    return "".join(drawn)


def drawn(frames, columns, lines, title):
    """An SVG document. `frames`: rows of a screen, and for how many seconds they are seen; over and over again."""
    width, height = _number(columns * WIDTH + 2 * PADDING), lines * HEIGHT + 2 * PADDING
    names, defined, body = {}, [], []
    for number, (shown, _) in enumerate(frames):
        uses = []
        for line, runs in enumerate(shown):
            if not runs:
                continue
            if runs not in names:
                names[runs] = f"r{len(names)}"
                defined.append(f'<g id="{names[runs]}">{_row(runs)}</g>')
            uses.append(f'<use href="#{names[runs]}" y="{number * height + line * HEIGHT}"/>')
        body.append("".join(uses))
    style = f"<style>{_moving([seconds for _, seconds in frames], height)}</style>" if len(frames) > 1 else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
        f"<title>{escape(title)}</title>{style}"
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/><defs>{"".join(defined)}</defs>'
        f'<svg x="{PADDING}" y="{PADDING}" width="{_number(columns * WIDTH)}" height="{lines * HEIGHT}">'
        f'<g id="frames" font-family="DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="{SIZE}" fill="{FOREGROUND}">'
        f'{"".join(body)}</g></svg></svg>\n')


def _moving(seconds, height):
    whole, at, steps = sum(seconds), 0.0, []
    for number, duration in enumerate(seconds):
        steps.append(f"{100 * at / whole:.3f}%{{transform:translateY({-number * height}px)}}")
        at += duration
    last = f"translateY({-(len(seconds) - 1) * height}px)"
    return (f"@keyframes story{{{''.join(steps)}100%{{transform:{last}}}}}"
            f"#frames{{animation:story {whole:.2f}s step-end infinite}}"
            f"@media(prefers-reduced-motion:reduce){{#frames{{animation:none;transform:{last}}}}}")
