/* What a chart draws: names of its points, and a series of exact figures for each measure and column. */
const series = (() => {
  /** {labels, lines: [{name, measure, figures, texts}]}. */
  const of = (chart, result) => {
    const rows = chart.top === null ? result.rows : result.rows.slice(0, chart.top);
    const columns = result.columns ?? [null];
    const lines = columns.flatMap((column, c) =>
      chart.measures.map((measure) => {
        const figures = rows.map((row) => row.figure(c, measure));
        const title = data.measures[measure].title;
        return {
          name: column === null ? title : chart.measures.length > 1 ? `${column.label}: ${title}` : column.label,
          measure,
          figures,
          texts: figures.map((figure) => format.shown(figure, measure, result)),
          values: figures.map((figure) => format.number(figure, measure)),
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
        text: format.shown(figure, measure, result),
        value: format.number(figure, measure),
        reason: figure.gap,
      };
    });

  const isEmpty = ({ lines }) => lines.every(({ values }) => values.every((value) => value === null));

  return { of, ofTotals, isEmpty };
})();
