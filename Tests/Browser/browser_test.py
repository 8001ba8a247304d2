#!/usr/bin/env python3
"""Opens the reports of every shipped model in headless Chromium. `make browser-test` runs it.

    browser_test.py FORCEPLAN PICTURES

For each model and for a comparison: nothing is said on the console, nothing but the file is loaded,
the figures in the tables equal plan.json, tables sort and filter, the page fits a telephone, texts
have contrast, and a model with hostile names is only text. Screenshots at 1280 and 400 pixels, light
and dark, and a PDF of each report go into the folder PICTURES, to be looked at by people.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from devtools import Browser

MODELS = Path(__file__).resolve().parents[2] / "Models"

# Tables of the page: their rows in plan.json, and the field behind each heading.
TABLES = {
    "deployment-table": ("deployments", {
        "Line": "line", "Units": "units", "Personnel": "personnel", "Km": "km",
        "Departs": "departDay", "In place": "closeDay", "Until": "untilDay", "Back": "returnDay"}),
    "shortfall-lines": ("shortfalls", {
        "From day": "fromDay", "Until day": "untilDay", "Required": "required", "In place": "met",
        "Missing": "shortfall", "Weighted person-days": "weightedShortfall"}),
    "price-table": ("prices", {
        "Goal": "level", "From day": "fromDay", "Until day": "untilDay", "Price": "price",
        "Holds from": "rangeLow", "Holds to": "rangeHigh"}),
    "member-table": ("contributors", {
        "Share of all person-days": "shareOfForce", "Burden": "burden",
        "Person-days": "personDays", "Personnel at the peak": "personnelDeployed",
        "Units at the peak": "unitsDeployed", "Units pledged": "unitsPledged",
        "Tonne-km": "tonneKm", "Cost": "cost"}),
    "crisis-table": ("crises", {
        "Closed from day": "closureDay", "Required": "required", "In place": "met",
        "Missing": "shortfall", "Members": "contributors"}),
    "goal-table": ("goals", {
        "Level": "level", "Value": "value", "Proven bound": "bound", "Gap": "gap"}),
}

READ_TABLE = """(id) => {
  const table = document.getElementById(id);
  if (!table) return null;
  const headings = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  return [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell, place) => {
    const data = cell.querySelector("data");
    return [headings[place], data ? Number(data.value) : null];
  }));
}"""

FAULTS = r"""() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const say = (fault, element) => faults.push(fault + ": " + element.outerHTML.slice(0, 120));
  if (all("h1").length !== 1) faults.push("not one h1");
  let level = 1;
  for (const heading of all("h1, h2, h3, h4")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) say("a level of headings is left out", heading);
    level = next;
  }
  for (const table of all("table")) if (!table.caption) say("no caption", table);
  for (const cell of all("th")) if (!cell.scope) say("no scope", cell);
  for (const image of all("svg[role=img]"))
    if (!image.getAttribute("aria-label") && !image.getAttribute("aria-labelledby")) say("no name", image);
  for (const element of all("[aria-labelledby], [aria-controls]"))
    for (const name of ["aria-labelledby", "aria-controls"])
      for (const id of (element.getAttribute(name) || "").split(" ").filter(Boolean))
        if (!document.getElementById(id)) say("leads nowhere", element);
  const ids = all("[id]").map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push("twice: " + id);
  for (const link of all("a")) if (!document.querySelector(link.getAttribute("href"))) say("leads nowhere", link);
  if (all("[style]").length) say("inline style", all("[style]")[0]);
  if (all("script").length !== 1) faults.push("not one script");
  if (document.documentElement.scrollWidth > innerWidth) {
    faults.push("wider than the window: " + document.documentElement.scrollWidth);
  }
  // Contrast after WCAG 2.2: relative luminance of a text and of what lies behind it.
  const channels = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.matches(".map")) return getComputedStyle(at.querySelector(".land")).fill;
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const seen = new Set();
  for (const element of all("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !element.getClientRects().length || element.closest("title, desc, script")) continue;
    const style = getComputedStyle(element);
    const color = element.closest("svg") ? style.fill : style.color;
    const [one, other] = [luminance(color), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    const key = color + ground(element);
    if (contrast < (element.matches(".name-country") ? 3 : 4.5) && !seen.has(key)) {
      seen.add(key);
      say("contrast " + contrast.toFixed(2), element);
    }
  }
  return faults;
}"""

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("  FAILED:", what)


def run(forceplan, *arguments, folder=None):
    result = subprocess.run([forceplan, *arguments], cwd=folder, capture_output=True, text=True)
    if result.returncode not in (0, 20):
        sys.exit(f"{arguments}: exit code {result.returncode}\n{result.stderr}")


def check_events(events, page, name):
    """Nothing is said, nothing but the page is loaded."""
    for event in events:
        parameters = event.get("params", {})
        if event["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            expect(False, f"{name}: console: {json.dumps(parameters)[:300]}")
        if event["method"] == "Log.entryAdded":
            expect(False, f"{name}: log: {parameters['entry']['text'][:300]}")
        if event["method"] == "Network.requestWillBeSent":
            address = parameters["request"]["url"]
            expect(address == "file://" + str(page), f"{name}: loads {address}")


def check_figures(browser, plan, name):
    """Every figure in the tables equals the plan's own."""
    count = 0
    for table, (list_name, fields) in TABLES.items():
        rows = browser.evaluate(f"({READ_TABLE})({json.dumps(table)})")
        lines = plan[list_name]
        if rows is None:
            expect(not lines, f"{name}: no {table}")
            continue
        expect(len(rows) == min(len(lines), 250), f"{name}: {table} has {len(rows)} rows")
        for row, line in zip(rows, lines):
            # A heading may come twice, over a figure and over its drawing.
            cells = {}
            for heading, value in row:
                cells.setdefault(heading, value)
            for heading, field in fields.items():
                count += 1
                expect(cells.get(heading, "missing") == line[field],
                       f"{name}: {table}: {heading} is {cells.get(heading)}, not {line[field]}")
    return count


def check_tools(browser, name):
    """Tables sort by a click and back, and filter."""
    result = browser.evaluate("""(() => {
      const table = document.querySelector("table.sortable");
      const place = [...table.tHead.rows[0].cells].findIndex((cell) => cell.className === "num");
      const heading = table.tHead.rows[0].cells[place];
      const values = () => [...table.tBodies[0].rows].map((row) => {
        const data = row.cells[place].querySelector("data");
        return data ? Number(data.value) : Infinity;
      });
      const before = heading.getAttribute("aria-sort");
      heading.querySelector("button").click();
      const up = values(), said = heading.getAttribute("aria-sort");
      heading.querySelector("button").click();
      return [before, said, heading.getAttribute("aria-sort"), up.join(), [...up].sort((a, b) => a - b).join()];
    })()""")
    expect(result[:3] == ["none", "ascending", "descending"], f"{name}: aria-sort says {result[:3]}")
    expect(result[3] == result[4], f"{name}: not sorted: {result[3]}")
    filtered = browser.evaluate("""(() => {
      const input = document.querySelector(".filter input");
      if (!input) return null;
      const table = document.getElementById(input.getAttribute("aria-controls"));
      const word = table.tBodies[0].rows[0].cells[0].textContent.toLowerCase();
      input.value = word;
      input.dispatchEvent(new Event("input"));
      const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden);
      const all = shown.every((row) => row.textContent.toLowerCase().includes(word));
      input.value = "no row holds this";
      input.dispatchEvent(new Event("input"));
      const none = [...table.tBodies[0].rows].every((row) => row.hidden);
      input.value = "";
      input.dispatchEvent(new Event("input"));
      return shown.length > 0 && all && none && ![...table.tBodies[0].rows].some((row) => row.hidden);
    })()""")
    expect(filtered in (None, True), f"{name}: the filter does not filter")


def check_page(browser, page, pictures, name, plan=None):
    browser.show(1280)
    check_events(browser.open(page), page, name)
    # The browser enters a paint into its list a little after it was made.
    paint = browser.evaluate("""(async () => {
      for (let attempt = 0; attempt < 100; attempt++) {
        const [entry] = performance.getEntriesByName("first-contentful-paint");
        if (entry) return entry.startTime;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return Infinity;
    })()""") or float("inf")
    expect(paint < 1000, f"{name}: first paint after {paint} ms")
    figures = check_figures(browser, plan, name) if plan else 0
    check_tools(browser, name)
    browser.open(page)
    for width in (1280, 400):
        for scheme in ("light", "dark"):
            browser.show(width, scheme=scheme)
            for fault in browser.evaluate(f"({FAULTS})()"):
                expect(False, f"{name} at {width}, {scheme}: {fault}")
            browser.picture(pictures / f"{name}-{width}-{scheme}.png")
    browser.show(1280)
    browser.print(pictures / f"{name}.pdf")
    # Without the script the tables are all there, and no dead control is.
    browser.allow_scripts(False)
    browser.open(page)
    browser.allow_scripts(True)
    expect(browser.evaluate("document.querySelectorAll('main button, main input').length") == 0,
           f"{name}: a dead control without the script")
    if plan:
        check_figures(browser, plan, name + " without script")
    size = os.path.getsize(page)
    expect(size <= 1_500_000, f"{name}: {size} bytes")
    print(f"{name}: {size:,} bytes, first paint {paint:.0f} ms, {figures} figures equal plan.json")


def hostile_model(folder):
    """The tutorial's model with names that try to be more than text."""
    shutil.copytree(MODELS / "three-crises", folder)
    names = ['<img src=x onerror="window.hacked=1">', "</script><script>window.hacked=1</script>",
             "\"'><svg onload=window.hacked=1>", "&lt;b&gt; 'a' 100 % \\u003cb> ${x}"]
    for table in ("contributors.csv", "crises.csv", "locations.csv", "capabilities.csv"):
        file = folder / table
        lines = file.read_text().splitlines()
        place = lines[0].split(",").index("name")
        for number, line in enumerate(lines[1:], 1):
            cells = line.split(",")
            cells[place] = '"' + names[number % len(names)].replace('"', '""') + '"'
            lines[number] = ",".join(cells)
        file.write_text("\n".join(lines) + "\n")


def main(forceplan, pictures):
    forceplan = os.path.abspath(forceplan)
    pictures = Path(pictures).resolve()
    pictures.mkdir(parents=True, exist_ok=True)
    hostile = pictures / "hostile-model"
    shutil.rmtree(hostile, ignore_errors=True)
    hostile_model(hostile)
    models = sorted(path.parent for path in MODELS.glob("*/datapackage.json")) + [hostile]
    with Browser() as browser:
        for model in models:
            page = pictures / f"{model.name}.html"
            run(forceplan, "solve", str(model), "--quiet", "--format", "html", "-o", str(page))
            run(forceplan, "solve", str(model), "--quiet", "-o", str(pictures / f"{model.name}-plan"))
            plan = json.loads((pictures / f"{model.name}-plan" / "plan.json").read_text())
            check_page(browser, page, pictures, model.name, plan)
            expect(browser.evaluate("window.hacked === undefined"), f"{model.name}: text was run")
        page = pictures / "comparison.html"
        variants = sorted((MODELS / "central-asia" / "variants").iterdir())
        run(forceplan, "compare", str(MODELS / "central-asia"), "--quiet", "--format", "html",
            "-o", str(page), *[word for path in variants for word in ("--variant", str(path))])
        check_page(browser, page, pictures, "comparison")
    print(f"{len(models) + 1} passed, 0 failed" if not failures else f"{len(failures)} failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
