/* The control of the period: presets in one list, and two ends when neither fits. */
const periods = (() => {
  const OWN = "own";
  const within = ({ from, to }) => from <= months.last && to >= months.first;

  const lastMonths = (count) => {
    const end = months.now < months.last ? months.now : months.last;
    return { from: months.shifted(end, 1 - count), to: end };
  };

  const spans = (grain) =>
    months.between(grain, months.first, months.last).reverse().map((name) => ({ name, ...months.span(name) }));

  const presets = () => [
    { title: "Recent", options: [
      { name: "Last 12 months", ...lastMonths(12) },
      { name: "Last 3 months", ...lastMonths(3) },
      { name: "Year to date", from: months.now.slice(0, 4) + "-01", to: months.now },
    ].filter(within) },
    { title: "Years", options: spans("year") },
    { title: "Quarters", options: spans("quarter") },
  ];

  const make = (change) => {
    const list = dom.make("select", { id: "filter-period" });
    const from = dom.make("select", { id: "filter-from" });
    const to = dom.make("select", { id: "filter-to" });
    const ends = [
      dom.make("div", { class: "field" }, dom.make("label", { for: "filter-from" }, "From"), from),
      dom.make("div", { class: "field" }, dom.make("label", { for: "filter-to" }, "To"), to),
    ];
    const groups = months.first === undefined ? [] : presets();

    const fill = (select, all, value) => select.replaceChildren(...all.map((month) => dom.option(month, month, month === value)));

    const showEnds = (span) => {
      const all = [...new Set([...data.months, span.from, span.to])].sort();
      fill(from, all, span.from);
      fill(to, all, span.to);
      ends.forEach((end) => (end.hidden = false));
    };

    const show = (chosen) => {
      const text = choice.period(chosen.period);
      const known = text === "all" || groups.some(({ options }) => options.some((span) => choice.period(span) === text));
      const names = new Set();
      const optionOf = (span) => {
        const value = choice.period(span);
        const first = !names.has(value);
        names.add(value);
        return dom.option(value, span.name, first && value === text);
      };
      list.replaceChildren(
        dom.option("all", "All time", text === "all"),
        ...groups.map(({ title, options }) => dom.make("optgroup", { label: title }, ...options.map(optionOf))),
        dom.option(OWN, "From – to …", !known),
      );
      if (known) ends.forEach((end) => (end.hidden = true));
      else showEnds(chosen.period);
    };

    const spanOf = (text) => {
      if (text === "all") return null;
      const [first, last] = text.split("..");
      return { from: first, to: last };
    };

    list.addEventListener("change", () => {
      if (list.value !== OWN) change({ period: spanOf(list.value) });
      else {
        showEnds(choice.read().period ?? { from: months.first, to: months.last });
        from.focus();
      }
    });
    const moved = (end) => () => {
      const span = { from: from.value, to: to.value };
      if (span.from > span.to) span[end === from ? "to" : "from"] = end.value;
      change({ period: span });
    };
    from.addEventListener("change", moved(from));
    to.addEventListener("change", moved(to));

    const field = dom.make("div", { class: "field" }, dom.make("label", { for: "filter-period" }, "Period"), list);
    return { elements: [field, ...ends], show };
  };

  return { make };
})();
