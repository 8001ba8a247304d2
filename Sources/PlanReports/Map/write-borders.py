#!/usr/bin/env python3
"""Writes coastlines and borders as Swift source, for the maps of reports. `make borders` runs it.

    write-borders.py PACKAGE TARGET

PACKAGE is the unpacked folder rnaturalearthdata of Debian's package r-cran-rnaturalearthdata; it holds
Natural Earth's countries at 1:50 million, which are in the public domain. Reading them takes the
Python package rdata.

Neighbours share their border: the outlines are cut where borders meet, and each piece is simplified
(Douglas and Peucker 1973) and written once, so that no gap opens between two countries.
"""

import lzma
import sys
import warnings
from math import cos, hypot, radians
from pathlib import Path

TOLERANCE = 0.012  # degrees of latitude by which a line may be off
QUANTUM = 0.005  # degrees that one step of the written numbers stands for
SMALLEST_ISLAND = 0.06  # degrees; of a country with others, smaller ones are left out


def countries(package):
    """Name and rings of each country, a ring as a list of (longitude, latitude), first = last."""
    import rdata

    warnings.simplefilter("ignore")  # about file names that rdata does not know
    index = rdata.conversion.convert(rdata.parser.parse_file(package / "data/Rdata.rdx"))
    entries = {str(name): place for name, place in index["variables"].items()}
    start, length = (int(number) for number in entries["countries50"])
    packed = (package / "data/Rdata.rdb").read_bytes()[start : start + length]
    # Four bytes of length and a Z for LZMA2 go before what R has packed.
    assert packed[4:5] == b"Z", "another way of packing than LZMA2"
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6}]
    data = lzma.decompress(packed[5:], format=lzma.FORMAT_RAW, filters=filters)
    shapes = rdata.conversion.convert(rdata.parser.parse_data(data))
    result = []
    for name, shape in zip(shapes.data["name"], shapes.polygons):
        rings = [
            [(round(float(x), 6), round(float(y), 6)) for x, y in polygon.coords]
            for polygon in shape.Polygons
        ]
        result.append((str(name), without_small_islands(rings)))
    return sorted(result)


def extent(ring):
    (longitudes, latitudes) = zip(*ring)
    return max(max(longitudes) - min(longitudes), max(latitudes) - min(latitudes))


def without_small_islands(rings):
    largest = max(rings, key=extent)
    return [ring for ring in rings if ring is largest or extent(ring) >= SMALLEST_ISLAND]


def is_edge(point):
    """Whether a point lies where the sheet of the map was cut, which is no border of anything."""
    return abs(point[0]) > 179.999 or point[1] < -89.999


def nodes(shapes):
    """The points at which lines end: where more than two lines meet, and the ends of the sheet's edge."""
    neighbours = {}
    for _, rings in shapes:
        for ring in rings:
            for one, other in zip(ring, ring[1:]):
                neighbours.setdefault(one, set()).add(other)
                neighbours.setdefault(other, set()).add(one)
    return {
        point
        for point, others in neighbours.items()
        if len(others) != 2 or is_edge(point) and not all(is_edge(other) for other in others)
    }


def pieces(ring, ends):
    """A ring cut at the nodes on it; one without nodes begins at its smallest point."""
    points = ring[:-1]
    cuts = [place for place, point in enumerate(points) if point in ends]
    if not cuts:
        cuts = [points.index(min(points))]
    closed = points[cuts[0] :] + points[: cuts[0]]
    closed.append(closed[0])
    piece = [closed[0]]
    for point in closed[1:]:
        piece.append(point)
        if point in ends:
            yield piece
            piece = [point]
    if len(piece) > 1:
        yield piece


def simplified(line):
    """The line with as few of its points as keep it within the tolerance."""
    if line[0] == line[-1] and len(line) > 4:
        # A closed line is two lines from its first point to the farthest one.
        far = max(range(len(line)), key=lambda place: distance(line[place], line[0], line[0]))
        kept = simplified(line[: far + 1])[:-1] + simplified(line[far:])
        # An island stays an area, however small.
        return kept if len(kept) > 3 else [line[0], middle(line[: far + 1]), middle(line[far:]), line[0]]
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        place = max(
            range(first + 1, last), key=lambda place: distance(line[place], line[first], line[last])
        )
        if distance(line[place], line[first], line[last]) > TOLERANCE:
            keep.add(place)
            stack += [(first, place), (place, last)]
    return [line[place] for place in sorted(keep)]


def middle(line):
    """The point of a line that is farthest from the straight way between its ends."""
    return max(line, key=lambda point: distance(point, line[0], line[-1]))


def distance(point, start, end):
    """Distance of a point from a stretch in degrees of latitude, on the plane that touches there."""
    shrink = cos(radians(min(abs(point[1]), 89)))
    x, y = (point[0] - start[0]) * shrink, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * shrink, end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0 if length == 0 else max(0, min(1, (x * dx + y * dy) / length))
    return hypot(x - along * dx, y - along * dy)


def encoded(numbers):
    """Whole numbers as text: sign in the lowest bit, groups of five bits, 32 added to all but the
    last of a number, 63 added to each for a printable character."""
    text = ""
    for number in numbers:
        rest = number * 2 if number >= 0 else -number * 2 - 1
        while rest >= 32:
            text += chr(63 + (rest & 31 | 32))
            rest >>= 5
        text += chr(63 + rest)
    return text


def encoded_line(line):
    """Steps from point to point, the first from (0, 0)."""
    numbers = []
    former = (0, 0)
    for longitude, latitude in line:
        point = (round(longitude / QUANTUM), round(latitude / QUANTUM))
        if not numbers or point != former:
            numbers += [point[0] - former[0], point[1] - former[1]]
        former = point
    return encoded(numbers)


def main(package, target):
    shapes = countries(Path(package))
    ends = nodes(shapes)
    lines = {}  # number and uses of each piece, by its points in the direction of the smaller end
    records = []
    for name, rings in shapes:
        outlines = []
        for ring in rings:
            numbers = []
            for piece in pieces(ring, ends):
                turned = piece[::-1]
                forward = piece <= turned
                entry = lines.setdefault(tuple(piece if forward else turned), [len(lines), 0])
                entry[1] += 1
                numbers.append(entry[0] if forward else -entry[0] - 1)
            outlines.append(encoded([len(numbers)] + numbers))
        records.append((name, "".join(outlines)))

    kinds = {"coast": 0, "border": 0, "edge": 0}
    texts = []
    for points, (_, uses) in lines.items():
        kind = "edge" if all(map(is_edge, points)) else "border" if uses > 1 else "coast"
        kinds[kind] += 1
        texts.append(kind[0] + encoded_line(simplified(list(points))))

    partial = Path(target + ".partial")
    with partial.open("w", encoding="utf-8") as file:
        file.write(
            "// Written by Sources/PlanReports/Map/write-borders.py; run 'make borders' to write it anew.\n"
            "// swift-format-ignore-file\n\n"
            "/// Coastlines and borders from Natural Earth, countries at 1:50 million, version of 2017, in the\n"
            "/// public domain, as carried by Debian's package r-cran-rnaturalearthdata 0.1.0.\n"
            "enum BorderData {\n"
            f"  /// Degrees that one step of the lines stands for.\n  static let quantum = {QUANTUM}\n\n"
            "  /// Lines, a line each: c for a coast, b for a border or e for the sheet's edge, then the steps\n"
            "  /// from point to point.\n"
            '  static let lines = #"""\n'
        )
        file.write("\n".join(texts))
        file.write(
            '\n"""#\n\n'
            "  /// Countries, a line each: the name, a bar, and of each ring the number of its lines and these,\n"
            "  /// a line n that is walked backwards as -n - 1.\n"
            '  static let countries = #"""\n'
        )
        file.write("\n".join(f"{name}|{outlines}" for name, outlines in records))
        file.write('\n"""#\n}\n')
    partial.rename(target)
    print(f"{len(records)} countries, {kinds}, {Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
