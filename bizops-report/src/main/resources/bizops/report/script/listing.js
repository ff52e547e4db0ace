/* A cube of rows, listed as they are: searched, sorted, a page at a time. */
const listing = (() => {
  const PAGE = 50;
  /** So many rows are seen at a glance. */
  const FEW = 10;
  const views = new Map();
  const viewOf = (tile) => {
    if (!views.has(tile.id)) views.set(tile.id, { search: "", page: 0, column: null, ascending: true });
    return views.get(tile.id);
  };

  const text = ({ type }, value) => {
    if (value === null) return "";
    if (type === "flag") return value ? "yes" : "no";
    return type === "number" ? exact.grouped(String(value)) : String(value);
  };

  /** As somebody types it, who has no minus sign. */
  const typed = (words) => words.trim().toLowerCase().replaceAll(exact.MINUS, "-");

  /* All texts of each row, made when a cube is first searched: a list may have very many rows. */
  const known = new Map();
  const searched = (cube) => {
    const ofRow = (row) => typed(cube.columns.map((column) => text(column, column.values[row])).join("\n"));
    if (!known.has(cube.name)) known.set(cube.name, Array.from({ length: cube.rows }, (_, row) => ofRow(row)));
    return known.get(cube.name);
  };

  /** Texts of up to so many letters stand in one line, those of more in a wide column, as in a wider one if they are long. */
  const [SHORT, MIDDLE, LONG] = [16, 24, 70];
  const lookOf = ({ type, values }) => {
    if (type !== "text") return type === "flag" ? null : type;
    const longest = values.reduce((most, value) => Math.max(most, value === null ? 0 : value.length), 0);
    return longest <= SHORT ? "short" : longest <= MIDDLE ? null : longest <= LONG ? "middle" : "long";
  };
  /** The class of a column's cells. */
  const classes = new Map();
  const classOf = (column) => {
    if (!classes.has(column)) classes.set(column, lookOf(column));
    return classes.get(column);
  };

  const compared = ({ type, values }) => {
    const read = type === "number" ? values.map((value) => (value === null ? null : Number(value))) : values;
    return (a, b) => {
      const [one, other] = [read[a], read[b]];
      if (one === null || other === null) return { gap: (one === null ? 1 : 0) - (other === null ? 1 : 0) };
      return { by: one < other ? -1 : one > other ? 1 : 0 };
    };
  };

  /** The numbers of the cube's rows that are listed, in their order. */
  const rowsOf = (tile, chosen) => {
    const cube = data.cubes[tile.rows];
    const view = viewOf(tile);
    const wanted = typed(view.search);
    const holds = (row) => searched(cube)[row].includes(wanted);
    const picked = behind.picked(tile, chosen);
    const matching = [...selection.rowsOf(cube, selection.conditions(tile, chosen))].filter((row) => picked.every(({ holds }) => holds(row)));
    const found = wanted ? matching.filter(holds) : matching;
    if (view.column === null) return found;
    const compare = compared(cube.columns[view.column]);
    const direction = view.ascending ? 1 : -1;
    return found.sort((a, b) => {
      const { gap, by } = compare(a, b);
      return gap ?? (direction * by || a - b);
    });
  };

  const head = (tile, again) => {
    const view = viewOf(tile);
    const titled = (column, c) => {
      const sort = view.column === c ? (view.ascending ? "ascending" : "descending") : null;
      const button = dom.button(column.title, {}, () => {
        view.ascending = view.column === c ? !view.ascending : true;
        view.column = c;
        view.page = 0;
        again();
        document.querySelectorAll(`#table-${tile.id} thead button`)[c].focus();
      });
      const unit = column.money ? dom.make("span", { class: "unit" }, data.currency) : null;
      return dom.make("th", { scope: "col", class: classOf(column), "aria-sort": sort }, button, unit);
    };
    return dom.make("tr", {}, ...data.cubes[tile.rows].columns.map(titled));
  };

  /* A row opens another page with its own keys chosen. */
  const drilled = (tile, chosen, cube, row) => {
    const by = Object.keys(cube.dimensions).filter((dimension) => cube.dimensions[dimension].keys !== undefined);
    const keys = by.map((dimension) => cube.dimensions[dimension].keys[cube.dimensions[dimension].codes[row]]);
    const known = by.map((_, a) => a).filter((a) => keys[a] !== null);
    const of = { ...tile, by: known.map((a) => by[a]), buckets: {} };
    return links.drill(tile.drill, { keys: known.map((a) => keys[a]) }, { tile: of, chosen });
  };

  const line = (tile, chosen, cube, row) => {
    const cells = cube.columns.map((column, c) => {
      const shown = text(column, column.values[row]);
      const linked = c === 0 && tile.drill !== null;
      const content = linked ? dom.make("a", { href: drilled(tile, chosen, cube, row) }, shown || "–") : shown;
      const attributes = { class: classOf(column), "data-column": column.name };
      return c === 0 ? dom.make("th", { scope: "row", ...attributes }, content) : dom.make("td", attributes, content);
    });
    return dom.make("tr", { "data-row": String(row) }, ...cells);
  };

  const pager = (tile, count, again) => {
    const view = viewOf(tile);
    const pages = Math.max(1, Math.ceil(count / PAGE));
    view.page = Math.min(view.page, pages - 1);
    const go = (by) => () => {
      view.page += by;
      again();
    };
    const [first, last] = [view.page * PAGE + (count ? 1 : 0), Math.min(count, (view.page + 1) * PAGE)];
    const of = exact.grouped(String(count));
    return [
      dom.button("Earlier rows", { disabled: view.page === 0 }, go(-1)),
      dom.make("span", { role: "status" }, `${first}–${last} of ${of}`),
      dom.button("Later rows", { disabled: view.page === pages - 1 }, go(1)),
    ];
  };

  const show = (parts, tile, chosen) => {
    const cube = data.cubes[tile.rows];
    const view = viewOf(tile);
    const again = () => show(parts, tile, chosen);
    const rows = rowsOf(tile, chosen);
    parts.pager.replaceChildren(...pager(tile, rows.length, again));
    parts.pager.hidden = rows.length <= PAGE;
    parts.search.hidden = cube.rows <= FEW;
    const why = view.search.trim() ? `No row holds “${view.search.trim()}”.` : words.nothing(tile, chosen);
    const nothing = () => dom.make("tr", {}, dom.make("td", { colspan: String(cube.columns.length || 1), class: "nothing" }, why));
    parts.table.tHead.replaceChildren(head(tile, again));
    const page = rows.slice(view.page * PAGE, (view.page + 1) * PAGE);
    parts.table.tBodies[0].replaceChildren(...(rows.length ? page.map((row) => line(tile, chosen, cube, row)) : [nothing()]));
    parts.search.oninput = () => {
      view.search = parts.search.value;
      view.page = 0;
      again();
    };
  };

  const file = (tile, chosen) => {
    const cube = data.cubes[tile.rows];
    const plain = ({ type }, value) => (value === null ? "" : type === "flag" ? (value ? "yes" : "no") : String(value));
    const lines = rowsOf(tile, chosen).map((row) => ({
      fields: cube.columns.map((column) => ({ number: column.type === "number", text: plain(column, column.values[row]) })),
    }));
    return csv.ofFields(cube.columns.map(({ title, money }) => title + (money ? ` (${data.currency})` : "")), lines.map(({ fields }) => fields));
  };

  return { show, file, text };
})();
