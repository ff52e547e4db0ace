/* From one total to another: a waterfall with connectors; and how much is left at each step: a funnel. */
const flows = (() => {
  /* Each step stands on the one before; the first and the last stand on the ground. */
  const steps = (points) => {
    let level = 0;
    return points.map((point, i) => {
      const total = i === 0 || i === points.length - 1;
      const value = point.value ?? 0;
      const from = total ? 0 : level;
      const to = total ? value : level + value;
      level = to;
      return { ...point, total, from, to, value };
    });
  };

  /* A bar over zero and a bar below it: a step that crosses zero has both. */
  const above = (low, high) => Math.max(high, 0) - Math.max(low, 0);
  const below = (low, high) => Math.min(low, 0) - Math.min(high, 0);

  const waterfall = (holder, points) => {
    const measures = points.map(({ measure }) => measure);
    const all = steps(points);
    const low = ({ from, to }) => Math.min(from, to);
    const high = ({ from, to }) => Math.max(from, to);
    const shade = ({ total, value }) => drawing.color(total ? "series-1" : value < 0 ? "down" : "up");
    const invisible = { itemStyle: { color: "transparent" }, silent: true, tooltip: { show: false } };
    const bar = (name, values, extra) => ({ type: "bar", name, stack: "all", barMaxWidth: 64, data: values, ...extra });
    const colored = (size) => all.map((step) => ({ value: size(low(step), high(step)), itemStyle: { color: shade(step) } }));
    const links = all.slice(0, -1).map((step, i) => [{ coord: [i, step.to] }, { coord: [i + 1, step.to] }]);
    const narrow = drawing.width(holder) / points.length < 84;
    const told = (step) => (narrow ? (step.value === 0 ? "" : format.short(step.value)) : step.text);
    const label = (position, holds) => ({
      show: true,
      position,
      color: drawing.color("text"),
      fontSize: narrow ? 10 : 12,
      formatter: ({ dataIndex }) => (holds(all[dataIndex]) ? told(all[dataIndex]) : ""),
    });
    const option = {
      grid: { left: 4, right: 8, top: 28, bottom: 4, containLabel: true },
      tooltip: { trigger: "item", formatter: ({ dataIndex }) => `${all[dataIndex].name}: ${all[dataIndex].text}` },
      xAxis: drawing.names(all.map(({ name }) => name), {
        axisLabel: narrow ? { interval: 0, rotate: 50 } : { interval: 0, width: 100, overflow: "break" },
      }),
      yAxis: drawing.number(measures),
      aria: { enabled: true },
      series: [
        bar("ground", all.map((step) => Math.max(low(step), 0)), invisible),
        bar("ground below", all.map((step) => Math.min(high(step), 0)), invisible),
        bar("change", colored(above), {
          label: label("top", (step) => high(step) > 0 || step.value === 0),
          markLine: {
            silent: true,
            symbol: "none",
            animation: false,
            lineStyle: { color: drawing.color("muted"), type: "dotted", width: 1 },
            label: { show: false },
            data: links,
          },
        }),
        bar("change below", colored(below), {
          label: label("bottom", (step) => high(step) <= 0 && step.value !== 0),
        }),
      ],
    };
    drawing.draw(holder, option, 320);
  };

  const funnel = (holder, points) => {
    const first = points.find(({ value }) => value !== null)?.value ?? 0;
    const narrow = drawing.isNarrow(holder);
    const share = (value) => (first > 0 && value !== null ? ` (${((100 * value) / first).toFixed(1)}%)` : "");
    const option = {
      grid: { left: 4, right: narrow ? 106 : 128, top: 4, bottom: 4, containLabel: true },
      tooltip: { trigger: "item", formatter: ({ dataIndex: i }) => points[i].name + ": " + points[i].text + share(points[i].value) },
      xAxis: drawing.number([], { show: false, max: first || null }),
      yAxis: drawing.names(points.map(({ name }) => name), {
        inverse: true, axisLine: { show: false }, axisLabel: drawing.beside(holder),
      }),
      series: [{
        type: "bar",
        name: "left",
        data: points.map(({ value }) => value),
        barWidth: 26,
        showBackground: true,
        backgroundStyle: { color: drawing.color("hover"), borderRadius: 3 },
        itemStyle: { borderRadius: 3 },
        label: { show: true, position: "right", color: drawing.color("text"), formatter: ({ dataIndex: i }) => points[i].text + share(points[i].value) },
      }],
    };
    drawing.draw(holder, option, points.length * 40 + 16);
  };

  return { waterfall, funnel };
})();
