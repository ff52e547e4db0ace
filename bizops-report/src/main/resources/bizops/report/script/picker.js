/* The control of a filter that takes any number of values: a list of boxes that opens, with a search where it is long. */
const picker = (() => {
  const SHOWN = 200;
  const LONG = 10;

  const make = (filter, change) => {
    const { key: name, values, title } = filter;
    let chosen = null;
    const count = dom.make("span", { class: "count" });
    const summary = dom.make("summary", {}, dom.make("span", { class: "label" }, title), count);
    const search = dom.make("input", { type: "search", "aria-label": "Search " + title.toLowerCase(), placeholder: "Search" });
    const list = dom.make("div", { class: "boxes" });
    const more = dom.make("p", { class: "more" });
    const all = dom.button("All", {}, () => change(null));
    const none = dom.button("None", {}, () => change([]));
    const panel = dom.make(
      "fieldset",
      { class: "panel" },
      dom.make("legend", { class: "visually-hidden" }, title),
      values.length > LONG ? search : null,
      dom.make("p", { class: "buttons" }, all, none),
      list,
      more,
    );
    const menu = dom.make("details", { class: "menu field", id: "filter-" + name }, summary, panel);

    const isChosen = (key) => chosen === null || chosen.includes(key);
    const changed = (key, on) => {
      const known = values.map((value) => value.key);
      const elsewhere = chosen === null ? [] : chosen.filter((other) => !known.includes(other));
      const now = [...known.filter((other) => (other === key ? on : isChosen(other))), ...elsewhere];
      change(known.every((other) => now.includes(other)) ? null : now);
    };

    const box = ({ key, label }) => {
      const input = dom.make("input", { type: "checkbox", name, value: choice.encoded(key) });
      input.checked = isChosen(key);
      input.addEventListener("change", () => changed(key, input.checked));
      const only = dom.button("only", { class: "only", "aria-label": "Only " + label }, () => change([key]));
      return dom.make("div", { class: "choice" }, dom.make("label", {}, input, " " + label), only);
    };

    const draw = () => {
      const wanted = search.value.trim().toLowerCase();
      const found = values.filter(({ label }) => label.toLowerCase().includes(wanted));
      const focused = list.contains(document.activeElement) ? document.activeElement : null;
      const focus = focused?.matches("input") ? focused.value : null;
      list.replaceChildren(...found.slice(0, SHOWN).map(box));
      if (focus !== null) list.querySelector('input[value="' + CSS.escape(focus) + '"]')?.focus();
      more.textContent =
        found.length === 0 ? "No such value." : found.length > SHOWN ? `${found.length - SHOWN} more: search.` : "";
    };

    search.addEventListener("input", draw);
    menu.addEventListener("toggle", draw);
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      summary.focus();
    });
    document.addEventListener("click", (event) => {
      if (!event.composedPath().includes(menu)) menu.open = false;
    });

    const show = (value) => {
      chosen = value;
      count.textContent =
        value === null ? "all" : value.length === 1 ? words.labelOf(filter, value[0]) : `${value.length} of ${values.length}`;
      menu.classList.toggle("active", value !== null);
      if (menu.open) draw();
    };
    return { elements: [menu], show };
  };

  return { make };
})();
