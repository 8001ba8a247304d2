/// What a page can do besides being read: sort and filter tables, single out arcs, print.
///
/// Everything that needs the script is made by the script, so that without it no dead control stands on
/// the page.
enum ReportScript {
  static let text: StaticString = #"""
    "use strict";
    (() => {
      const make = (name, properties) => Object.assign(document.createElement(name), properties);

      // The exact figure of a cell where there is one, else its text.
      const value = (row, column) => {
        const cell = row.cells[column];
        const data = cell && cell.querySelector("data");
        return data ? Number(data.value) : cell ? cell.textContent.trim() : "";
      };
      // Figures by size, texts by the alphabet; what has no figure comes last either way.
      const compare = (one, other, direction) => {
        if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
        return direction * (typeof one === "number"
          ? one - other
          : one.localeCompare(other, "en", { numeric: true }));
      };

      const makeSortable = (table) => {
        const headings = [...table.tHead.rows[0].cells];
        headings.forEach((heading, column) => {
          if (heading.className === "drawing") return;
          const button = make("button", { type: "button", textContent: heading.textContent });
          heading.replaceChildren(button);
          heading.setAttribute("aria-sort", "none");
          button.addEventListener("click", () => {
            const isDown = heading.getAttribute("aria-sort") === "ascending";
            headings.forEach((other) => {
              if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
            });
            heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
            const body = table.tBodies[0];
            const rows = [...body.rows];
            const direction = isDown ? -1 : 1;
            rows.sort((one, other) =>
              compare(value(one, column), value(other, column), direction));
            body.append(...rows);
          });
        });
      };

      const makeFilter = (table) => {
        const rows = [...table.tBodies[0].rows];
        if (rows.length < 8) return;
        const input = make("input", { type: "search", autocomplete: "off" });
        const count = make("span", { className: "note" });
        count.setAttribute("role", "status");
        const label = make("label", { className: "filter", textContent: "Only rows with" });
        label.append(input);
        table.parentElement.before(label, count);
        input.setAttribute("aria-controls", table.id);
        input.addEventListener("input", () => {
          const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
          let shown = 0;
          rows.forEach((row) => {
            const text = row.textContent.toLowerCase();
            row.hidden = !words.every((word) => text.includes(word));
            if (!row.hidden) shown += 1;
          });
          count.textContent = words.length ? ` ${shown} of ${rows.length} rows` : "";
        });
      };

      document.querySelectorAll("table.sortable").forEach((table) => {
        makeSortable(table);
        makeFilter(table);
      });

      // One choice of place a map: arcs that do not touch it are dimmed.
      document.querySelectorAll("svg.map").forEach((map) => {
        const arcs = [...map.querySelectorAll("path.flow")];
        const places = [...new Set(arcs.flatMap((arc) => [arc.dataset.from, arc.dataset.to]))].sort();
        if (places.length < 3) return;
        const select = make("select", { className: "tool" });
        select.append(make("option", { value: "", textContent: "all places" }));
        places.forEach((place) => select.append(make("option", { value: place, textContent: place })));
        const label = make("label", { className: "filter", textContent: "Arcs from and to " });
        label.append(select);
        map.before(label);
        select.addEventListener("change", () => {
          arcs.forEach((arc) => {
            const isChosen = [arc.dataset.from, arc.dataset.to].includes(select.value);
            arc.classList.toggle("dimmed", select.value !== "" && !isChosen);
          });
        });
      });

      const print = make("button", { type: "button", className: "tool", textContent: "Print" });
      print.addEventListener("click", () => window.print());
      document.querySelector(".page-head").append(print);
    })();
    """#
}
