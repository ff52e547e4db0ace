/* Points that more data may still change: hollow on a line and as a bar, and told in words below the chart. */
const unfinished = (() => {
  const MANY = 6;

  const words = (marks) => (marks.length === 0 ? "" : ` (${marks.join(", ")})`);

  const ink = (place) => drawing.color("series-" + ((place % 8) + 1));

  /** Of a bar's style, what differs. */
  const bar = (marks, place) =>
    marks.length === 0
      ? {}
      : {
          color: drawing.color("surface"),
          borderColor: ink(place),
          borderWidth: 1.5,
          decal: { color: ink(place), dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
        };

  /** Of a point's, what differs. */
  const point = (marks, place) =>
    marks.length === 0
      ? {}
      : { symbolSize: 8, itemStyle: { color: drawing.color("surface"), borderColor: ink(place), borderWidth: 2 } };

  /* Flows are made of totals, which all are what the selection is. */
  const found = (drawn) => {
    const labels = new Map();
    const add = (mark, label) => labels.set(mark, (labels.get(mark) ?? new Set()).add(label));
    if (Array.isArray(drawn)) drawn.forEach(({ marks }) => marks.forEach((mark) => add(mark, "all")));
    else
      drawn.lines.forEach(({ marks, values }) =>
        marks.forEach((own, i) => values[i] !== null && own.forEach((mark) => add(mark, drawn.labels[i]))),
      );
    return labels;
  };

  const joined = (parts, by) => parts.flatMap((part, i) => (i === 0 ? [part] : [by, part])).flat();

  /* A label does not break at its hyphen. */
  const whole = (label) => dom.make("span", { class: "whole" }, label);

  /* Neighbours are told by the first and the last of them. */
  const listed = (labels, all) => {
    const places = [...labels].map((label) => all.indexOf(label));
    const row = places.length > 2 && places.every((place, i) => i === 0 || place === places[i - 1] + 1);
    if (row) return joined([whole(all[places[0]]), whole(all[places[places.length - 1]])], " to ");
    return labels.size > MANY ? [`${labels.size} of them`] : joined([...labels].map(whole), ", ");
  };

  /** Tells below a chart which of its points are not finished. */
  const say = (line, { kind }, drawn, empty) => {
    const labels = empty ? new Map() : found(drawn);
    line.hidden = labels.size === 0;
    const look = { LINE: "Hollow points: ", BAR: "Hollow bars: ", STACKED: "Hollow bars: " }[kind];
    const told = [...labels].map(([mark, own]) => (look === undefined ? [mark] : [mark + " (", ...listed(own, drawn.labels), ")"]));
    line.replaceChildren(look ?? "All of it: ", ...joined(told, "; "), ".");
  };

  return { words, bar, point, say };
})();
