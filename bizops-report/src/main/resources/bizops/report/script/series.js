/* What a chart draws: names of its points, and a series of exact figures for each measure and column. */
const series = (() => {
  const IMMATURE = "not mature yet";

  /* What the table says of a row or, where there are columns, of a cell. */
  const marksOf = (row, column, c) =>
    column === null
      ? row.marks
      : [...(row.isImmature(c) ? [IMMATURE] : []), ...row.marks.filter((mark) => mark !== IMMATURE)];

  /* Bars of one measure stand in its own order where the table is sorted by any; else rows have an order of their own. */
  const ordered = ({ kind, measures }, { tile, columns }, rows) => {
    if (kind !== "BAR" || tile.sort === null || measures.length > 1 || columns !== null) return rows;
    const [measure] = measures;
    const direction = tile.sort.measure === measure && !tile.sort.greatestFirst ? 1 : -1;
    return [...rows].sort((a, b) => exact.order(a.figure(0, measure), b.figure(0, measure), direction));
  };

  /** {labels, lines: [{name, measure, texts, values (doubles, null for a gap), marks (words for each point)}]}. */
  const of = (chart, result) => {
    const rows = ordered(chart, result, chart.top === null ? result.rows : result.rows.slice(0, chart.top));
    const columns = result.columns ?? [null];
    const lines = columns.flatMap((column, c) =>
      chart.measures.map((measure) => {
        const drawn = rows.map((row) => row.figure(c, measure));
        const title = data.measures[measure].title;
        return {
          name: column === null ? title : chart.measures.length > 1 ? `${column.label}: ${title}` : column.label,
          measure,
          texts: drawn.map((figure) => format.shown(figure, measure, result)),
          values: drawn.map((figure) => format.number(figure, measure)),
          marks: rows.map((row) => marksOf(row, column, c).filter((mark) => figures.concerns(mark, measure))),
        };
      }),
    );
    return { labels: rows.map((row) => row.labels.join(" · ") || "Total"), lines };
  };

  /** The measures as points, over all rows: for a waterfall and a funnel. */
  const ofTotals = (chart, result) =>
    chart.measures.map((measure) => {
      const figure = result.whole(measure);
      return {
        name: data.measures[measure].title,
        measure,
        text: format.shown(figure, measure, result),
        value: format.number(figure, measure),
        reason: figure.gap,
        marks: result.marks.filter((mark) => figures.concerns(mark, measure)),
      };
    });

  /** Without the points that have no figure at all. */
  const known = ({ labels, lines }) => {
    const kept = [...labels.keys()].filter((i) => lines.some(({ values }) => values[i] !== null));
    const of = (list) => kept.map((i) => list[i]);
    const cut = lines.map((line) => ({ ...line, values: of(line.values), texts: of(line.texts), marks: of(line.marks) }));
    return { labels: of(labels), lines: cut, leftOut: labels.length - kept.length };
  };

  const isEmpty = ({ lines }) => lines.every(({ values }) => values.every((value) => value === null));

  return { of, ofTotals, known, isEmpty };
})();
