/* What hides something, each with a button that undoes it. */
const chips = (() => {
  const list = dom.make("ul", { id: "chips", class: "chips", "aria-label": "Chosen" });
  document.getElementById("filters").after(list);
  const FEW = 3;

  const chip = (text, undo) =>
    dom.make("li", {}, dom.button(text, { "aria-label": "Remove " + text }, undo));

  const ofFilter = (filter, chosen) => {
    const value = chosen.filters[filter.key];
    const set = (next) => () => choice.write(choice.withFilter(choice.read(), filter.key, next));
    if (!words.isActive(filter, chosen)) return [];
    if (!filter.many) return [chip(`${filter.title}: ${words.labelOf(filter, value)}`, set(filter.initial))];
    if (value.length === 0 || value.length > FEW) {
      return [chip(`${filter.title}: ${value.length || "none"} chosen`, set(null))];
    }
    return value.map((key) => {
      const rest = value.filter((other) => other !== key);
      return chip(`${filter.title}: ${words.labelOf(filter, key)}`, set(rest.length ? rest : null));
    });
  };

  const show = (chosen) => {
    const made = data.filters.flatMap((filter) => ofFilter(filter, chosen));
    if (data.hasPeriod && !choice.same(chosen.period, data.period)) {
      const back = () => choice.write({ ...choice.read(), period: data.period });
      made.unshift(chip("Period: " + words.period(chosen.period), back));
    }
    list.replaceChildren(...made);
    list.hidden = made.length === 0;
  };

  return { show };
})();
