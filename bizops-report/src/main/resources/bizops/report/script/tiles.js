/* A tile: its parts are made once, and shown anew with every choice. */
const tiles = (() => {
  const WIDE = 10;
  const widthOf = ({ rows, by, measures }) => (rows === null ? by.length + measures.length : data.cubes[rows].columns.length);

  const lookOf = (tile) => {
    const { by, across } = tile;
    const looks = [];
    if (across !== null) looks.push("pivot");
    if (across !== null && axes.isTime(across)) looks.push("months");
    if (by.length > 0 && axes.isTime(by[0])) looks.push("time");
    if (tile.rows === null && by.length === 0) looks.push("single");
    if (widthOf(tile) >= WIDE) looks.push("wide");
    return looks.join(" ") || null;
  };

  const table = (tile) =>
    dom.make(
      "table",
      { id: "table-" + tile.id, class: lookOf(tile) },
      dom.make("caption", { class: "visually-hidden" }, tile.title),
      dom.make("thead"),
      dom.make("tbody"),
      dom.make("tfoot"),
    );

  const scroll = (tile, content) =>
    dom.make("div", { class: "scroll", role: "region", "aria-label": "Table: " + tile.title, tabindex: "0" }, content);

  const download = (tile, file) =>
    dom.button("CSV", { id: "csv-" + tile.id, class: "csv", "aria-label": "Download as CSV: " + tile.title }, () =>
      csv.download(tile.id + ".csv", file()),
    );

  const remark = () => dom.make("p", { class: "unreached", hidden: true });

  /* The months told of stand in the tile's head, where they are seen with it and printed. */
  const time = (tile) => {
    const line = dom.make("p", { class: "when" });
    head(tile).append(line);
    // The columns of a single measure are headed by their keys: its unit stands here.
    const unit = tile.across !== null && tile.measures.length === 1 ? format.unit(tile.measures[0]) : "";
    const prefix = unit === "" || unit === "%" ? "" : unit + ", ";
    return (chosen) => (line.textContent = prefix + words.when(tile, chosen));
  };

  const head = (tile) => document.querySelector(`#tile-${CSS.escape(tile.id)} .head`);
  const body = (tile) => document.getElementById("body-" + tile.id);

  const say = (line, tile, chosen) => {
    // An empty list says itself what is missing.
    const missing = tile.rows === null ? words.missing(tile) : [];
    line.replaceChildren([...missing, words.unreached(tile, chosen)].filter(Boolean).join(" "));
    if (tile.rows !== null) line.append(...behind.told(tile, chosen));
    line.hidden = line.textContent === "";
  };

  /* A figure may count rows that are not among those of the page: that is said before they are looked for. */
  const longList = ({ rows }) => {
    const { file } = data.cubes[rows];
    if (file === null) return [];
    return [dom.make("p", { class: "unreached long-list" }, words.partly(rows) + " All stand in ", dom.make("a", { href: file, download: file }, file), ".")];
  };

  const ofRows = (tile) => {
    const parts = {
      table: table(tile),
      search: dom.make("input", { type: "search", class: "search", "aria-label": "Search " + tile.title, placeholder: "Search" }),
      pager: dom.make("p", { class: "pager" }),
    };
    const line = remark();
    let shown = null;
    const sayWhen = time(tile);
    body(tile).replaceChildren(line, ...longList(tile), parts.search, scroll(tile, parts.table), parts.pager);
    head(tile).append(download(tile, () => listing.file(tile, shown)));
    return (chosen) => {
      shown = chosen;
      sayWhen(chosen);
      say(line, tile, chosen);
      listing.show(parts, tile, chosen);
    };
  };

  const ofFigures = (tile) => {
    const list = dom.make("ul", { class: "figures" });
    const line = remark();
    const drawn = charts.make(tile);
    const bad = dom.make("p", { class: "verdict", hidden: true });
    let result = null;
    const sayWhen = time(tile);
    body(tile).replaceChildren(...[line, bad, list, drawn].filter((part) => part !== null));
    head(tile).append(download(tile, () => numbers.file(result)));
    return (chosen, all) => {
      result = figures.of(tile, chosen);
      sayWhen(chosen);
      say(line, tile, chosen);
      numbers.show(list, bad, result);
      if (drawn !== null) charts.show(tile, result, words.nothing(tile, chosen), all);
    };
  };

  const ofTable = (tile) => {
    const made = table(tile);
    const line = remark();
    const drawn = charts.make(tile);
    const more = dom.button("", { id: "more-" + tile.id, class: "more", hidden: true }, () => {});
    const folded = tile.show === "FOLDED" || tile.show === "NONE";
    const grid = [scroll(tile, made), more, dom.make("p", { class: "left-out for-paper", hidden: true })];
    const holder = folded ? [dom.make("details", { class: "fold" }, dom.make("summary", {}, "Table"), ...grid)] : grid;
    let result = null;
    const sayWhen = time(tile);
    body(tile).replaceChildren(...[line, drawn, ...holder].filter((part) => part !== null));
    head(tile).append(download(tile, () => tables.file(result)));
    return (chosen, all) => {
      result = figures.of(tile, chosen);
      sayWhen(chosen);
      const why = result.matching ? "" : words.nothing(tile, chosen);
      say(line, tile, chosen);
      tables.show(made, result, why, heat.shades(tile, result));
      if (drawn !== null) charts.show(tile, result, why, all);
    };
  };

  /** A function that shows the tile under a choice; none for a tile that holds no figures. */
  const make = (tile) => {
    if (body(tile) === null) return null;
    if (tile.rows !== null) return ofRows(tile);
    if (tile.measures.length === 0) return null;
    return tile.show === "FIGURES" ? ofFigures(tile) : ofTable(tile);
  };

  return { make };
})();
