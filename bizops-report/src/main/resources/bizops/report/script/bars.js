/* Bars: lying, greatest on top as the table has them, or standing along time; grouped or stacked. */
const bars = (() => {
  const told = (lines, series, point) => {
    const { name, texts, marks } = lines[series];
    return name + ": " + texts[point] + unfinished.words(marks[point]);
  };

  const lying = (holder, { labels, lines }) => {
    const narrow = drawing.isNarrow(holder);
    // Negative bars go to the left, where their numbers need room before the names begin.
    const room = narrow ? 0.5 : 0.12;
    const least = ({ min, max }) => (min < 0 ? min - room * (Math.max(max, 0) - min) : 0);
    const one = lines.length === 1;
    const option = {
      grid: { left: 4, right: narrow ? 64 : 84, top: one ? 4 : 36, bottom: 4, containLabel: true },
      legend: drawing.legend(!one),
      tooltip: {
        trigger: "item",
        formatter: (at) => labels[at.dataIndex] + "\n" + told(lines, at.seriesIndex, at.dataIndex),
      },
      xAxis: drawing.number([], { min: least, axisLabel: { show: false }, splitLine: { show: false } }),
      yAxis: drawing.names(labels, {
        inverse: true,
        axisLine: { show: false },
        axisLabel: drawing.beside(holder),
      }),
      series: lines.map(({ name, values, texts, marks }, place) => ({
        type: "bar",
        name,
        data: values.map((value, i) => ({
          value,
          label: { position: value < 0 ? "left" : "right" },
          itemStyle: unfinished.bar(marks[i], place),
        })),
        barMaxWidth: 18,
        barGap: "15%",
        itemStyle: { borderRadius: [0, 3, 3, 0], decal: drawing.decal(place) },
        label: { show: true, color: drawing.color("text"), formatter: ({ dataIndex }) => texts[dataIndex] },
      })),
    };
    drawing.draw(holder, option, Math.max(96, labels.length * (one ? 30 : 16 + 18 * lines.length) + (one ? 12 : 48)));
  };

  const tooltip = (labels, lines) => ({
    trigger: "axis",
    axisPointer: { type: "shadow", shadowStyle: { color: drawing.color("hover") } },
    formatter: (points) =>
      [labels[points[0].dataIndex], ...points.map((at) => told(lines, at.seriesIndex, at.dataIndex))].join("\n"),
  });

  const standing = (holder, { labels, lines }, stacked) => {
    const many = lines.length > 1;
    const option = {
      grid: { left: 4, right: 20, top: many ? 44 : 16, bottom: 4, containLabel: true },
      legend: drawing.legend(many),
      tooltip: tooltip(labels, lines),
      xAxis: drawing.names(labels, { axisLabel: { hideOverlap: true } }),
      yAxis: drawing.number(lines.map(({ measure }) => measure)),
      series: lines.map(({ name, values, marks }, place) => ({
        type: "bar",
        name,
        data: values.map((value, i) => ({ value, itemStyle: unfinished.bar(marks[i], place) })),
        stack: stacked ? "all" : null,
        barMaxWidth: 36,
        barGap: "10%",
        itemStyle: {
          decal: drawing.decal(place),
          ...(stacked ? { borderColor: drawing.color("surface"), borderWidth: 1 } : { borderRadius: [3, 3, 0, 0] }),
        },
      })),
    };
    drawing.draw(holder, option, 300);
  };

  const isSteps = ({ tile }) => tile.by.length === 1 && (axes.isTime(tile.by[0]) || Boolean(tile.buckets[tile.by[0]]));

  const grouped = (holder, drawn, result) =>
    isSteps(result) ? standing(holder, drawn, false) : lying(holder, series.known(drawn));
  const stacked = (holder, drawn) => standing(holder, drawn, true);

  return { grouped, stacked, tooltip, isSteps };
})();
