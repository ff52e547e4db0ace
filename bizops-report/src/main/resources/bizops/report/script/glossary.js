/* The search of the definitions: hides what does not hold every word that is written. */
const glossary = (() => {
  const section = document.querySelector(".glossary");
  if (section === null) return { uncover: () => {} };

  const groups = [...section.querySelectorAll(".group")].map((group) => {
    const entries = [...group.querySelectorAll("dl > div")].map((entry) => ({ entry, text: entry.textContent.toLowerCase() }));
    const title = group.querySelector("h3").textContent.toLowerCase();
    return { group, entries, title, link: section.querySelector(`.groups a[href="#${group.querySelector("h3").id}"]`) };
  });
  const all = groups.reduce((count, { entries }) => count + entries.length, 0);
  const search = dom.make("input", { type: "search", id: "find", class: "search", placeholder: "Search" });
  const said = dom.make("p", { class: "count", role: "status" });

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    groups.forEach(({ group, entries, title, link }) => {
      let own = 0;
      entries.forEach(({ entry, text }) => {
        entry.hidden = !words.every((word) => text.includes(word) || title.includes(word));
        if (!entry.hidden) own += 1;
      });
      group.hidden = own === 0;
      link.parentElement.hidden = own === 0;
      link.nextElementSibling.textContent = String(own);
      found += own;
    });
    said.textContent = words.length ? `${found} of ${all}` : `${all} measures`;
  };

  const clear = () => {
    search.value = "";
    show();
  };

  /** Ends a search that hides a place. */
  const uncover = (place) => {
    if (place.closest("[hidden]") !== null) clear();
  };

  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => event.key === "Escape" && clear());
  section.querySelector(".find").append(dom.make("label", { for: "find" }, "Find a measure"), search, said);
  show();

  return { uncover };
})();
