/* The rows behind a figure: where they are listed, and how the link that picks them out is written and read. */
const behind = (() => {
  const spanOf = (keys, chosen) =>
    keys.reduce((span, [dimension, key]) => {
      if (!axes.isTime(dimension)) return span;
      const own = months.span(key);
      if (span === null) return own;
      return { from: own.from > span.from ? own.from : span.from, to: own.to < span.to ? own.to : span.to };
    }, chosen);

  /* Rows of now are those of a figure at the end of a period only where that is not over before. */
  const isOfNow = (span) => span === null || span.to >= months.now;

  /** The address of the rows behind a figure with these [dimension, key] of its row and column; null where no list tells them apart. */
  const address = (measure, keys, { tile, chosen }) => {
    const place = tile.behind[measure];
    if (place === undefined) return null;
    const cubes = formulas.cubesOf(data.measures[measure].formula).map((name) => data.cubes[name]);
    const matters = (dimension) => cubes.some((cube) => cube.dimensions[dimension] !== undefined);
    const all = { ...chosen, period: null, filters: {}, elsewhere: [] };
    const timed = matters("month") && !tile.ignore.includes("period");
    const span = spanOf(keys, timed ? chosen.period : null);
    if (place.filters.includes("period")) all.period = span;
    else if (!isOfNow(span)) return null;
    for (const { key, dimension, many, initial } of data.filters) {
      const own = keys.find(([name]) => name === dimension);
      const fixed = tile.where[key];
      const follows = matters(dimension) && !tile.ignore.includes(key);
      const value = own ? (many ? [own[1]] : own[1]) : fixed ?? (follows ? chosen.filters[key] : many ? null : initial);
      all.filters[key] = value;
      if (!place.filters.includes(key) && value !== (many ? null : initial)) return null;
    }
    for (const [dimension, key] of keys) {
      const filter = links.filterOf(dimension);
      const here = data.filters.some((of) => of.key === filter);
      if (filter !== undefined && !here && !axes.isTime(dimension)) all.elsewhere.push([filter, choice.encoded(key)]);
    }
    const only = place.column === null ? "" : "only=" + [place.column, ...place.texts].map(choice.encoded).join(",");
    return place.page + ".html#" + ["tile-" + place.tile, choice.fragment(all), only].filter(Boolean).join("&");
  };

  /** A figure as a text or, where its rows are listed, as a link to them. */
  const linked = (text, figure, measure, keys, result) => {
    const href = figure.gap === null ? address(measure, keys, result) : null;
    return href === null ? text : dom.make("a", { href, class: "behind" }, text);
  };

  /** What the address picks out of a tile's rows: {column, texts}; null where it shows all. */
  const picked = (tile, chosen) => {
    if (chosen.only === null || !anchors.isAt(tile)) return null;
    const [name, ...texts] = chosen.only.split(",").map(choice.decoded);
    const column = data.cubes[tile.rows].columns.find((one) => one.name === name);
    return column === undefined ? null : { column, texts };
  };

  /** The same in words, with a button that ends it; nothing where all rows are shown. */
  const told = (tile, chosen) => {
    const only = picked(tile, chosen);
    if (only === null) return [];
    const words = ` Only rows of ${only.column.title}: ${only.texts.join(", ")}. `;
    return [words, dom.button("All rows", { class: "all-rows" }, () => choice.write(choice.read()))];
  };

  return { linked, picked, told };
})();
