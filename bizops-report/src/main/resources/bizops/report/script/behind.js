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

  /** Whether a cube's rows differ in a dimension, or stand for every key of it. */
  const tells = ({ dimensions, every }, name) =>
    dimensions[name] !== undefined && !(every.has(name) && dimensions[name].keys.every((key) => key === null));

  /** Which months of a span a measure counts: "ALL", or the "FIRST" or "LAST" alone; null where its sums differ in that. */
  const countedOf = (measure) => {
    const timed = formulas.sumsIn(data.measures[measure].formula).filter(([cube]) => {
      const { dimensions, every } = data.cubes[cube];
      return dimensions.month !== undefined && !every.has("month");
    });
    const kinds = new Set(timed.map(([cube, column]) => data.cubes[cube].sums[column].months));
    return kinds.size === 0 ? "ALL" : kinds.size === 1 ? [...kinds][0] : null;
  };

  const edges = new WeakMap();

  /* Of the same rows it is asked for each figure of a column. */
  const edgeOf = (cube, rows, which, span) => {
    if (!edges.has(rows)) edges.set(rows, new Map());
    const known = edges.get(rows);
    const id = which + choice.period(span);
    if (known.has(id)) return known.get(id);
    const { keys, codes } = cube.dimensions.month;
    let best = null;
    for (const row of rows) {
      const month = keys[codes[row]];
      if (month === null || (span !== null && (month < span.from || month > span.to))) continue;
      if (best === null || (which === "FIRST" ? month < best : month > best)) best = month;
    }
    known.set(id, best);
    return best;
  };

  /** The first or last month of a span in which a measure's cubes have rows, as a span; null where none is. */
  const edge = (measure, which, span, { tile, chosen }) => {
    const names = [...new Set(formulas.cubesOf(data.measures[measure].formula))];
    const found = names
      .map((name) => data.cubes[name])
      .filter((cube) => cube.dimensions.month !== undefined)
      .map((cube) => edgeOf(cube, selection.rowsOf(cube, selection.conditions(tile, chosen)), which, span))
      .filter((month) => month !== null)
      .sort();
    const month = which === "FIRST" ? found[0] : found[found.length - 1];
    return month === undefined ? null : { from: month, to: month };
  };

  /** The address of the rows behind a figure with these [dimension, key] of its row and column; null where no list tells them apart. */
  const address = (measure, keys, result) => {
    const { tile, chosen } = result;
    const place = tile.behind[measure];
    if (place === undefined) return null;
    const cubes = formulas.cubesOf(data.measures[measure].formula).map((name) => data.cubes[name]);
    const matters = (dimension) => cubes.some((cube) => tells(cube, dimension));
    const all = { ...chosen, period: null, filters: {}, elsewhere: [] };
    const timed = matters("month") && !tile.ignore.includes("period");
    const span = spanOf(keys, timed ? chosen.period : null);
    const counted = countedOf(measure);
    if (!place.filters.includes("period")) {
      if (!isOfNow(span)) return null;
    } else {
      all.period = counted === "ALL" ? span : counted && edge(measure, counted, span, result);
      if (counted !== "ALL" && all.period === null) return null;
    }
    const picked = [];
    const pick = (dimension, wanted) => place.dimensions.includes(dimension) && picked.push([dimension, ...wanted]);
    for (const { key, dimension, many, initial } of data.filters) {
      const own = keys.find(([name]) => name === dimension);
      const fixed = tile.where[key];
      const follows = matters(dimension) && !tile.ignore.includes(key);
      const value = own ? (many ? [own[1]] : own[1]) : fixed ?? (follows ? chosen.filters[key] : many ? null : initial);
      const there = place.filters.includes(key);
      all.filters[key] = there ? value : many ? null : initial;
      if (!there && value !== (many ? null : initial) && !pick(dimension, many ? value : [value])) return null;
    }
    for (const [dimension, key] of keys) {
      const filter = links.filterOf(dimension);
      if (axes.isTime(dimension) || data.filters.some((of) => of.key === filter)) continue;
      if (place.filters.includes(filter)) all.elsewhere.push([filter, choice.encoded(key)]);
      else pick(dimension, [key]);
    }
    const written = (name, all) => all.length > 0 && name + "=" + all.map((group) => group.map(choice.encoded).join(",")).join(";");
    const only = place.column === null ? [] : [[place.column, ...place.texts]];
    const parts = ["tile-" + place.tile, choice.fragment(all), written("keys", picked), written("only", only)];
    return place.page + ".html#" + parts.filter(Boolean).join("&");
  };

  /** A figure as a text or, where its rows are listed, as a link to them. */
  const linked = (text, figure, measure, keys, result) => {
    const href = figure.gap === null ? address(measure, keys, result) : null;
    return href === null ? text : dom.make("a", { href, class: "behind" }, text);
  };

  const groups = (text) => (text === null ? [] : text.split(";").map((group) => group.split(",").map(choice.decoded)));

  /** What the address picks out of a tile's rows, beside the filters: [{title, texts, holds (whether for a row)}]. */
  const picked = (tile, chosen) => {
    if (!anchors.isAt(tile)) return [];
    const cube = data.cubes[tile.rows];
    const byKey = groups(chosen.keys).map(([name, ...keys]) => {
      const dimension = cube.dimensions[name];
      if (dimension === undefined) return null;
      const texts = keys.map((key) => dimension.labels[dimension.keys.indexOf(key)] ?? key ?? "Unknown");
      const passes = dimension.keys.map((key) => keys.includes(key) || (key === null && cube.every.has(name)));
      return { title: dom.heading(name, chosen.grain), texts, holds: (row) => passes[dimension.codes[row]] };
    });
    const byText = groups(chosen.only).map(([name, ...texts]) => {
      const column = cube.columns.find((one) => one.name === name);
      if (column === undefined) return null;
      return { title: column.title, texts, holds: (row) => texts.includes(listing.text(column, column.values[row])) };
    });
    return [...byKey, ...byText].filter((one) => one !== null);
  };

  /** The same in words, with a button that ends it; nothing where all rows are shown. */
  const told = (tile, chosen) => {
    const all = picked(tile, chosen);
    if (all.length === 0) return [];
    const words = ` Only rows of ${all.map(({ title, texts }) => title + ": " + texts.join(", ")).join("; ")}. `;
    return [words, dom.button("All rows", { class: "all-rows" }, () => choice.write(choice.read()))];
  };

  return { linked, picked, told };
})();
