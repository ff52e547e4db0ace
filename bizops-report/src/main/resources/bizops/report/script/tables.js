/* The table of a tile: its head, lines in the order asked for, and totals. */
const tables = (() => {
  const LIMIT = 200;
  /** How the reader has sorted, by tile: {column, ascending}; and which tables show all their rows. */
  const orders = new Map();
  const opened = new Set();

  const columnsOf = (result) => result.columns ?? [null];
  const ofMeasure = (measure, c) => measure + "/" + c;

  const orderOf = ({ tile, columns }) => {
    if (orders.has(tile.id)) return orders.get(tile.id);
    if (tile.sort === null) return { column: "by-0", ascending: true };
    return { column: columns === null ? ofMeasure(tile.sort.measure, 0) : null, ascending: !tile.sort.greatestFirst };
  };

  const byPlaces = (a, b, from) => a.places.slice(from).reduce((d, place, i) => d || place - b.places[from + i], 0);

  /** The rows in the order shown. */
  const sorted = (result) => {
    const order = orders.get(result.tile.id);
    if (order === undefined) return result.rows;
    const direction = order.ascending ? 1 : -1;
    if (order.column.startsWith("by-")) {
      const from = Number(order.column.slice(3));
      return [...result.rows].sort((a, b) => direction * (a.places[from] - b.places[from]) || byPlaces(a, b, 0));
    }
    const [measure, c] = order.column.split("/");
    return [...result.rows].sort(
      (a, b) => exact.order(a.figure(Number(c), measure), b.figure(Number(c), measure), direction) || byPlaces(a, b, 0),
    );
  };

  const heading = (text, column, result, attributes, act) => {
    const { column: by, ascending } = orderOf(result);
    const sort = by === column ? (ascending ? "ascending" : "descending") : null;
    const unit = attributes["data-unit"] ? dom.make("span", { class: "unit" }, attributes["data-unit"]) : null;
    return dom.make(
      "th",
      { scope: "col", "data-column": column, "aria-sort": sort, ...attributes, "data-unit": null },
      dom.button(text, {}, () => act(column)),
      unit,
    );
  };

  const head = (result, act) => {
    const { tile, columns, chosen } = result;
    const titled = (measure, c) =>
      heading(data.measures[measure].title, ofMeasure(measure, c), result, {
        class: "number",
        "data-unit": format.unit(measure) === "%" ? null : format.unit(measure),
      }, act);
    const two = columns !== null && tile.measures.length > 1;
    const labels = tile.by.length
      ? tile.by.map((dimension, a) =>
          heading(dom.heading(dimension, chosen.grain), "by-" + a, result, { rowspan: two ? "2" : null }, act),
        )
      : [dom.make("td", { rowspan: two ? "2" : null })];
    if (columns === null) return [dom.make("tr", {}, ...labels, ...tile.measures.map((measure) => titled(measure, 0)))];
    if (!two) {
      const [measure] = tile.measures;
      const ofColumn = ({ label }, c) => heading(label, ofMeasure(measure, c), result, { class: "number" }, act);
      return [dom.make("tr", {}, ...labels, ...columns.map(ofColumn))];
    }
    const spans = columns.map(({ label }) =>
      dom.make("th", { scope: "colgroup", colspan: String(tile.measures.length), class: "across" }, label),
    );
    const second = columns.flatMap((_, c) => tile.measures.map((measure) => titled(measure, c)));
    return [dom.make("tr", {}, ...labels, ...spans), dom.make("tr", {}, ...second)];
  };

  const keysOf = (row, c, { tile, columns }) => {
    const keys = row === null ? [] : tile.by.map((dimension, a) => [dimension, row.keys[a]]);
    return columns === null ? keys : [...keys, [tile.across, columns[c].key]];
  };

  /* The row is null in the line of totals. */
  const cell = (figure, measure, row, c, result, shade) => {
    const { columns } = result;
    const td = document.createElement("td");
    td.className = shade ? "number " + shade : "number";
    td.setAttribute("data-measure", measure);
    if (columns !== null) td.setAttribute("data-across", columns[c].key ?? "~");
    td.append(behind.linked(format.shown(figure, measure, result), figure, measure, keysOf(row, c, result), result));
    if (figure.gap !== null) {
      td.title = figure.gap;
      td.append(dom.hidden(" " + figure.gap));
    }
    return td;
  };

  const marks = (texts) => texts.map((text) => dom.make("span", { class: "mark" }, text));

  const label = (row, result) => {
    const { drill } = result.tile;
    const text = row.labels.length ? row.labels[0] : "Total";
    const content = drill === null ? text : dom.make("a", { href: links.drill(drill, row, result) }, text);
    return dom.make("th", { scope: "row" }, content, ...marks(row.marks));
  };

  const line = (row, result, shades) => {
    const tr = dom.make("tr", { "data-row": JSON.stringify(row.keys) }, label(row, result));
    row.labels.slice(1).forEach((text) => tr.append(dom.make("td", {}, text)));
    columnsOf(result).forEach((_, c) =>
      result.tile.measures.forEach((measure) => {
        const figure = row.figure(c, measure);
        const td = cell(figure, measure, row, c, result, shades?.(figure, measure) ?? "");
        if (result.columns !== null && row.isImmature(c)) {
          td.classList.add("immature");
          td.title = td.title || "not mature yet";
        }
        tr.append(td);
      }),
    );
    return tr;
  };

  const hasTotal = ({ tile, rows }) => tile.total && tile.by.length > 0 && rows.length > 0;

  const totals = (result) => {
    const tr = dom.make("tr", {}, dom.make("th", { scope: "row" }, "Total", ...marks(result.marks)));
    result.tile.by.slice(1).forEach(() => tr.append(dom.make("td")));
    columnsOf(result).forEach((_, c) =>
      result.tile.measures.forEach((measure) => tr.append(cell(result.total(c, measure), measure, null, c, result, ""))),
    );
    return tr;
  };

  const nothing = (result, why) => {
    const span = Math.max(1, result.tile.by.length) + columnsOf(result).length * result.tile.measures.length;
    return dom.make("tr", {}, dom.make("td", { colspan: String(span), class: "nothing" }, why));
  };

  /** Prints the table anew; {@code shades} gives the class of a figure's ground. */
  const show = (table, result, why, shades) => {
    const again = () => show(table, result, why, shades);
    const sortBy = (column) => {
      const now = orderOf(result);
      const first = column.startsWith("by-");
      orders.set(result.tile.id, { column, ascending: now.column === column ? !now.ascending : first });
      again();
      table.querySelector('[data-column="' + CSS.escape(column) + '"] button').focus();
    };
    const rows = sorted(result);
    const shown = opened.has(result.tile.id) ? rows : rows.slice(0, LIMIT);
    table.style.setProperty("--across", String(columnsOf(result).length * result.tile.measures.length));
    table.tHead.replaceChildren(...head(result, sortBy));
    table.tBodies[0].replaceChildren(
      ...(rows.length ? shown.map((row) => line(row, result, shades)) : [nothing(result, why)]),
    );
    table.tFoot.replaceChildren(...(hasTotal(result) ? [totals(result)] : []));
    const more = document.getElementById("more-" + result.tile.id);
    more.hidden = shown.length === rows.length;
    more.textContent = `Show all ${exact.grouped(String(rows.length))} rows`;
    const left = more.nextElementSibling;
    left.hidden = more.hidden;
    left.textContent = `The first ${shown.length} of ${exact.grouped(String(rows.length))} rows.`;
    more.onclick = () => {
      opened.add(result.tile.id);
      again();
    };
  };

  /** The table's file: heading, rows in the order shown, total. */
  const file = (result) => {
    const { tile, columns, chosen } = result;
    const named = (measure) => {
      const unit = format.unit(measure);
      return data.measures[measure].title + (unit ? ` (${unit})` : "");
    };
    const titles = columnsOf(result).flatMap((column) =>
      tile.measures.map((measure) => (column === null ? named(measure) : column.label + ": " + named(measure))),
    );
    const labels = tile.by.length ? tile.by.map((dimension) => dom.heading(dimension, chosen.grain)) : [""];
    const numbers = (of) =>
      columnsOf(result).flatMap((_, c) => tile.measures.map((measure) => format.plain(of(c, measure), measure, result)));
    const lines = sorted(result).map((row) => ({
      labels: row.labels.length ? row.labels : ["Total"],
      numbers: numbers(row.figure),
    }));
    if (hasTotal(result)) {
      lines.push({ labels: ["Total", ...tile.by.slice(1).map(() => "")], numbers: numbers(result.total) });
    }
    return csv.of([...labels, ...titles], lines);
  };

  return { show, file };
})();
