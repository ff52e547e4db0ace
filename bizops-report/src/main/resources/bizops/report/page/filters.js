/* The controls: they show what is chosen and change it; they know nothing of figures. */
const filters = (() => {
  const { data } = cube;
  const form = document.getElementById("filters");
  const by = document.getElementById("by");
  const channelList = document.getElementById("channels");
  const boxes = [...channelList.querySelectorAll("input")];

  const options = (select, names, chosen) => {
    select.replaceChildren(
      ...names.map((name) => {
        const option = document.createElement("option");
        option.value = option.textContent = name;
        option.selected = name === chosen;
        return option;
      }),
    );
  };

  const show = (chosen) => {
    form.period.value = chosen.grain;
    form.basis.value = chosen.basis;
    form.model.value = chosen.model;
    form.theme.value = chosen.theme;
    by.value = chosen.by;
    options(form.from, state.periods(chosen.grain), chosen.from);
    options(form.to, state.periods(chosen.grain), chosen.to);
    form.querySelectorAll(".range").forEach((part) => (part.hidden = chosen.grain === "all"));
    boxes.forEach((box) => (box.checked = chosen.channels === null || chosen.channels.includes(box.value)));
    const count = chosen.channels === null ? "all" : chosen.channels.length + " of " + data.channels.length;
    document.getElementById("channel-count").textContent = count;
    document.getElementById("selection").textContent = state.words(chosen);
    document.documentElement.dataset.theme = chosen.theme;
  };

  const chosenChannels = () => {
    const names = boxes.filter((box) => box.checked).map((box) => box.value);
    return names.length === boxes.length ? null : names;
  };

  /* After a change of the period's grain the old ends have no meaning: the newest period is taken. */
  const changed = (event) => {
    const before = state.read();
    const grain = form.period.value;
    const kept = grain === before.grain;
    const ends = kept ? [form.from.value, form.to.value] : [state.latest(grain), state.latest(grain)];
    const names = state.periods(grain);
    if (names.indexOf(ends[0]) > names.indexOf(ends[1])) {
      const moved = event.target === form.from ? 0 : 1;
      ends[1 - moved] = ends[moved];
    }
    state.write({
      grain,
      from: ends[0],
      to: ends[1],
      basis: form.basis.value,
      model: form.model.value,
      channels: chosenChannels(),
      by: by.value,
      theme: form.theme.value,
    });
  };

  const wire = () => {
    form.addEventListener("change", changed);
    by.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("reset").addEventListener("click", () => (location.hash = ""));
    const all = (checked) => () => {
      boxes.forEach((box) => (box.checked = checked));
      changed({ target: channelList });
    };
    document.getElementById("channels-all").addEventListener("click", all(true));
    document.getElementById("channels-none").addEventListener("click", all(false));
    const menu = channelList.closest("details");
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  };

  return { show, wire };
})();
