/* A heat map is the table itself: the ground of its figures, in ten steps from the least to the greatest that is not far outside. */
const heat = (() => {
  const STEPS = 10;

  /** From a figure and its measure to a class, or nothing where no heat map is wanted. */
  const shades = (tile, result) => {
    const chart = tile.charts.find(({ kind }) => kind === "HEATMAP");
    if (chart === undefined) return null;
    const ranges = new Map(
      chart.measures.map((measure) => {
        const all = result.rows
          .flatMap((row) => result.columns.map((_, c) => format.number(row.figure(c, measure), measure)))
          .filter((value) => value !== null);
        const most = Math.min(all.reduce((a, b) => Math.max(a, b), -Infinity), spread.fence(all));
        return [measure, { least: all.reduce((a, b) => Math.min(a, b), Infinity), most }];
      }),
    );
    return (figure, measure) => {
      const range = ranges.get(measure);
      const value = range === undefined ? null : format.number(figure, measure);
      if (value === null) return "";
      const width = range.most - range.least;
      const step = width <= 0 ? STEPS / 2 : Math.min(STEPS - 1, Math.floor((STEPS * (value - range.least)) / width));
      return "heat heat-" + step;
    };
  };

  return { shades };
})();
