/* A tile under what is chosen: its rows and columns, and the exact figure of each cell, worked out when asked for. */
const figures = (() => {
  const partsOf = (tile, filters) => {
    const names = [...new Set(tile.measures.flatMap((name) => formulas.cubesOf(data.measures[name].formula)))];
    return names.map((name) => ({ cube: data.cubes[name], rows: selection.rowsOf(data.cubes[name], filters) }));
  };

  /** Whether a cube has a row of the tile's own, or only such as stand for every key. */
  const makesRows = (tile, cube) =>
    !tile.by.some((name) => {
      const column = name === "period" ? "month" : name;
      return cube.every.has(column) && cube.dimensions[column].keys.every((key) => key === null);
    });

  /** The keys of an axis that have a row or a column: places in ascending order. */
  const present = (axis, found) =>
    axis.whole ? axis.keys.map((_, place) => place) : [...found].filter((place) => groups.isKey(axis, place)).sort((a, b) => a - b);

  /** The places of the rows, by axis, in the order of keys. */
  const rowPlaces = (cells, by) => {
    if (by.length === 0) return [[]];
    if (by.length === 1 && by[0].whole) return by[0].keys.map((_, place) => [place]);
    const found = new Map();
    cells.parts.forEach((part, p) =>
      cells.grouped(p).numbers.forEach((number) => {
        const places = groups.split(number, cells.along).slice(0, by.length);
        if (places.every((place, a) => groups.isKey(by[a], place))) found.set(places.join(), places);
      }),
    );
    const order = (one, other) => one.reduce((difference, place, a) => difference || place - other[a], 0);
    return [...found.values()].sort(order);
  };

  const columnPlaces = (cells, across) => {
    if (across === null) return [null];
    const found = new Set();
    cells.parts.forEach((part, p) =>
      cells.grouped(p).numbers.forEach((number) => found.add(groups.split(number, cells.along).pop())),
    );
    return present(across, found);
  };

  const incompleteOf = (column) => column.replaceAll("_", " ") + " incomplete";

  /* The sums of measures that another one counts what is missing in: [cube, column, the other], each once. */
  const lackings = (measures) => {
    const found = new Map();
    measures.flatMap((name) => formulas.sumsIn(data.measures[name].formula)).forEach(([cube, column]) => {
      const { lacking } = data.cubes[cube].sums[column];
      if (lacking !== null) found.set(cube + "." + column, [cube, column, lacking]);
    });
    return [...found.values()];
  };

  /** Whether a mark of a row is of a measure too: what lacks spend has all its leads. */
  const concerns = (mark, measure) =>
    !mark.endsWith(" incomplete") || lackings([measure]).some(([, column]) => incompleteOf(column) === mark);

  /* What is known in part only; none is told of a period, as nobody knows when the rest was. */
  const incomplete = (cell, tile, by) => {
    if (by.some((axis) => axes.isTime(axis.dimension))) return [];
    const isPositive = (figure) => figure.gap === null && figure.num > 0n;
    const some = lackings(tile.measures).filter(
      ([cube, column, lacking]) => cell.sum(cube, column).gap === null && isPositive(cell.sum(cube, lacking)),
    );
    return [...new Set(some.map(([, column]) => incompleteOf(column)))];
  };

  const marksOf = (row, tile, by, places) => {
    const marks = row.isImmature() ? ["not mature yet"] : [];
    marks.push(...incomplete(row, tile, by));
    by.forEach((axis, a) => {
      if (axes.isTime(axis.dimension) && months.isToDate(months.span(axis.keys[places[a]]))) marks.push("to date");
    });
    return marks;
  };

  const evaluated = (cell) => {
    const known = new Map();
    return (measure) => {
      if (!known.has(measure)) known.set(measure, formulas.of(data.measures[measure].formula, cell));
      return known.get(measure);
    };
  };

  /** Rows in the tile's own order. */
  const sorted = (tile, rows) => {
    if (tile.sort === null) return rows;
    const { measure, greatestFirst } = tile.sort;
    return [...rows].sort((a, b) => exact.order(a.all(measure), b.all(measure), greatestFirst ? -1 : 1));
  };

  /**
   * {rows: [{keys, labels, marks, figure(column, measure), cell(column), all(measure)}], columns: [{key, label}] or null,
   * total(column, measure), whole(measure), matching: how many rows of the cubes that make rows match}.
   */
  const of = (tile, chosen) => {
    const filters = selection.conditions(tile, chosen);
    const parts = partsOf(tile, filters);
    const axis = (dimension) => axes.of(dimension, parts, chosen.grain, tile.buckets);
    const by = tile.by.map(axis);
    const across = tile.across === null ? null : axis(tile.across);
    const cells = layout.of(parts, across === null ? by : [...by, across]);
    const places = rowPlaces(cells, by);
    const columns = columnPlaces(cells, across);

    // Balances of a table by period have months of their own in each period, so that their totals are no sums of lines.
    const ofColumns = across === null ? layout.of(parts, []) : layout.of(parts, [across]);
    const ofAll = layout.of(parts, []);
    const rowsOnly = across === null ? cells : layout.of(parts, by);
    const whole = ofAll.cell(ofAll.all, null);
    const totals = columns.map((column) =>
      column === null ? whole : ofColumns.cell(ofColumns.reaching([column]), whole),
    );
    const overall = places.map((own) => (by.length === 0 ? whole : rowsOnly.cell(rowsOnly.reaching(own), whole)));

    const unordered = places.map((own, r) => ({
      places: own,
      keys: own.map((place, a) => by[a].keys[place]),
      labels: own.map((place, a) => by[a].labels[place]),
      marks: marksOf(overall[r], tile, by, own),
      all: evaluated(overall[r]),
    }));
    const rows = sorted(tile, unordered);
    const previous = columns.map(() => null);
    rows.forEach((row) => {
      const ownCells = columns.map((column, c) => {
        const at = column === null ? row.places : [...row.places, column];
        const cell = at.length === 0 ? whole : cells.cell(cells.reaching(at), whole, previous[c]);
        if (cell !== whole) previous[c] = cell;
        return cell;
      });
      const evaluators = ownCells.map(evaluated);
      row.figure = (c, measure) => evaluators[c](measure);
      row.isImmature = (c) => ownCells[c].isImmature();
    });

    const totalOf = totals.map(evaluated);
    return {
      tile,
      chosen,
      rows,
      columns: across === null ? null : columns.map((place) => ({ key: across.keys[place], label: across.labels[place] })),
      total: (c, measure) => totalOf[c](measure),
      whole: evaluated(whole),
      marks: marksOf(whole, tile, [], []),
      matching: parts.reduce((count, part) => count + (makesRows(tile, part.cube) ? part.rows.length : 0), 0),
    };
  };

  return { of, partsOf, makesRows, concerns };
})();
