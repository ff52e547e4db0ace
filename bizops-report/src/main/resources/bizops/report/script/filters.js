/* The controls above the figures: they show what is chosen and change it; they know nothing of figures. */
const filters = (() => {
  const form = document.getElementById("filters");
  const grains = { month: "Months", quarter: "Quarters", year: "Years" };
  const themes = { auto: "As the system", light: "Light", dark: "Dark" };
  const shows = [];

  const change = (part) => choice.write({ ...choice.read(), ...part });

  const single = (id, title, options, valueOf, act) => {
    const select = dom.make("select", { id });
    select.addEventListener("change", () => act(select.value));
    shows.push((chosen) => {
      select.replaceChildren(...options.map(([value, text]) => dom.option(value, text, value === valueOf(chosen))));
    });
    return dom.make("div", { class: "field" }, dom.make("label", { for: id }, title), select);
  };

  const usesSteps = data.tiles.some((tile) => tile.by.includes("period") || tile.across === "period");

  const wire = () => {
    const elements = [];
    if (data.hasPeriod) {
      const period = periods.make(change);
      elements.push(...period.elements);
      shows.push(period.show);
    }
    if (usesSteps) {
      elements.push(single("filter-grain", "Steps", Object.entries(grains), ({ grain }) => grain, (grain) => change({ grain })));
    }
    data.filters.forEach((filter) => {
      const set = (value) => choice.write(choice.withFilter(choice.read(), filter.key, value));
      if (filter.many) {
        const menu = picker.make(filter, set);
        elements.push(...menu.elements);
        shows.push((chosen) => menu.show(chosen.filters[filter.key]));
      } else {
        const options = filter.values.map(({ key, label }) => [choice.encoded(key), label]);
        const act = (text) => set(filter.values.find(({ key }) => choice.encoded(key) === text).key);
        const valueOf = (chosen) => choice.encoded(chosen.filters[filter.key]);
        elements.push(single("filter-" + filter.key, filter.title, options, valueOf, act));
      }
    });
    if (elements.length) {
      elements.push(dom.button("Reset", { id: "reset" }, () => choice.write(choice.initial())));
    }
    form.hidden = elements.length === 0;
    form.replaceChildren(...elements);
    form.addEventListener("submit", (event) => event.preventDefault());
    const theme = single("theme", "Colours", Object.entries(themes), (chosen) => chosen.theme, (value) => change({ theme: value }));
    theme.classList.add("theme");
    document.querySelector(".side").append(theme);
  };

  const show = (chosen) => {
    shows.forEach((of) => of(chosen));
    document.documentElement.dataset.theme = chosen.theme;
    document.getElementById("selection").textContent = words.sentence(chosen);
    chips.show(chosen);
  };

  return { wire, show };
})();
