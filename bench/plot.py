"""Cost against size as an SVG, both on logarithmic scales: a straight line at 45° is a cost that grows with the size."""

from __future__ import annotations

from math import floor, log10

WIDTH, HEIGHT, MARGIN = 640, 400, 60
COLOURS = ("#7f1d1d", "#1d4ed8", "#15803d")


def plot(costs: dict[str, dict[int, float]]) -> str:
    """``costs`` are seconds by the number of dialogues, for each thing measured."""
    sizes = sorted({size for line in costs.values() for size in line})
    seconds = [cost for line in costs.values() for cost in line.values()]
    across = _scale(sizes, MARGIN, WIDTH - MARGIN)
    up = _scale(seconds, HEIGHT - MARGIN, MARGIN)
    shapes = [_text(across(size), HEIGHT - MARGIN + 20, f"{size:,}", "middle") for size in sizes]
    shapes += [_text(MARGIN - 8, up(mark) + 4, f"{mark:g} s", "end") for mark in _marks(seconds)]
    for (name, line), colour, place in zip(costs.items(), COLOURS, range(len(costs)), strict=False):
        points = " ".join(f"{across(size):.1f},{up(cost):.1f}" for size, cost in sorted(line.items()))
        shapes.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        shapes += [
            f'<circle cx="{across(size):.1f}" cy="{up(cost):.1f}" r="3" fill="{colour}"/>' for size, cost in line.items()
        ]
        shapes.append(_text(MARGIN + 12, MARGIN + 18 * place, name, "start", colour))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
        "<title>Seconds of a build against the number of dialogues</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
        f'<path d="M{MARGIN} {MARGIN}V{HEIGHT - MARGIN}H{WIDTH - MARGIN}" fill="none" stroke="#444"/>{"".join(shapes)}</svg>\n'
    )


def _scale(values, start: float, end: float):
    least, most = log10(min(values)), log10(max(values))
    return lambda value: start + (end - start) * ((log10(value) - least) / (most - least) if most > least else 0.5)


def _marks(seconds: list[float]) -> list[float]:
    powers = range(floor(log10(min(seconds))), floor(log10(max(seconds))) + 1)
    marks = (step * 10.0**power for power in powers for step in (1, 2, 5))
    return [mark for mark in marks if min(seconds) <= mark <= max(seconds)]


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#222") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'
