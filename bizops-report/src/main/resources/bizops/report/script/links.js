/* Links to other pages: the choice goes along. */
const links = (() => {
  const to = (page, fragment) => page + ".html" + (fragment ? "#" + fragment : "");

  /* Links to pages in texts, but for those that choose something themselves. */
  const texts = [...document.querySelectorAll('.note a[href$=".html"], .text a[href$=".html"]')].filter((link) => {
    const page = /^([a-z0-9_-]+)\.html$/.exec(link.getAttribute("href"));
    if (page !== null) link.dataset.page = page[1];
    return page !== null;
  });

  /** Gives the links to other pages the choice. */
  const carry = (chosen) => {
    const fragment = choice.fragment(chosen);
    document.querySelectorAll("a.anchor").forEach((link) => {
      link.setAttribute("href", anchors.withChoice(link.getAttribute("href"), fragment));
    });
    texts.forEach((link) => link.setAttribute("href", to(link.dataset.page, fragment)));
    document.querySelectorAll("nav a[href], .brand a[href], .shown-on a[href]").forEach((link) => {
      const page = link.getAttribute("href").split("#")[0];
      link.setAttribute("href", page + (fragment ? "#" + fragment : ""));
    });
  };

  const filterOf = (dimension) =>
    Object.keys(selection.dimensions).find((key) => selection.dimensions[key] === dimension);

  /** The address of a page with a row's keys chosen beside what is chosen already. */
  const drill = (page, row, { tile, chosen }) => {
    let next = { ...chosen, filters: { ...chosen.filters }, elsewhere: [...chosen.elsewhere] };
    tile.by.forEach((dimension, a) => {
      const key = row.keys[a];
      if (axes.isTime(dimension)) {
        next = { ...next, period: months.span(key) };
        return;
      }
      const filter = filterOf(dimension);
      if (filter === undefined || tile.buckets[dimension]) return;
      const here = data.filters.find((of) => of.key === filter);
      if (here) next.filters[filter] = here.many ? [key] : key;
      else next.elsewhere = [...next.elsewhere.filter(([name]) => name !== filter), [filter, choice.encoded(key)]];
    });
    return to(page, choice.fragment(next));
  };

  return { carry, drill, filterOf };
})();
