/* The page: what is chosen -> the tiles on screen at once, the others right after. */
(() => {
  const FRAME = 16;
  /** Data older than so many days is marked: what is built on Friday is fresh on Monday. */
  const OLD = 3;
  const root = document.documentElement;
  root.classList.remove("no-script");

  const shows = data.tiles
    .map((tile) => ({ show: tiles.make(tile), section: document.getElementById("tile-" + tile.id) }))
    .filter(({ show }) => show !== null);

  const isNear = ({ section }) => {
    const { top, bottom } = section.getBoundingClientRect();
    return bottom > -200 && top < innerHeight + 200;
  };

  let turn = 0;

  /* As many as fit into the time of a frame, so that the page answers meanwhile. */
  const rest = (waiting, chosen, own) => {
    if (own !== turn) return;
    const end = performance.now() + FRAME;
    let next = 0;
    while (next < waiting.length && performance.now() < end) waiting[next++].show(chosen, false);
    if (next === waiting.length) root.dataset.shown = choice.fragment(chosen);
    else setTimeout(() => rest(waiting.slice(next), chosen, own), 0);
  };

  const prepare = (chosen) => {
    selection.forget();
    filters.show(chosen);
    links.carry(chosen);
  };

  /** Shows the address's choice; {@code dataset.shown} says when all of it stands. */
  const render = () => {
    const chosen = choice.read();
    turn += 1;
    delete root.dataset.shown;
    prepare(chosen);
    const now = shows.filter(isNear);
    now.forEach(({ show }) => show(chosen, false));
    const waiting = shows.filter((tile) => !now.includes(tile));
    const own = turn;
    setTimeout(() => rest(waiting, chosen, own), 0);
  };

  const print = () => {
    turn += 1;
    prepare(choice.read());
    root.dataset.theme = "light";
    root.classList.add("on-paper");
    drawing.forPaper(true);
    shows.forEach(({ show }) => show(choice.read(), true));
  };

  const backOnScreen = () => {
    root.classList.remove("on-paper");
    drawing.forPaper(false);
    render();
  };

  const age = () => {
    const days = Math.floor((Date.now() - Date.parse(data.asOf + "T00:00:00Z")) / 86400000);
    const text = days <= 0 ? "today" : days === 1 ? "1 day ago" : `${days} days ago`;
    document.querySelectorAll(".age").forEach((place) => (place.textContent = ` (${text})`));
    document.querySelector(".as-of").classList.toggle("stale", days > OLD);
  };

  /* On a phone the pages stand in one line that is moved: the one that is open shall be seen. */
  const showOwnPage = () => {
    const nav = document.querySelector(".side nav");
    const own = nav.querySelector("[aria-current]");
    if (own !== null && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = own.offsetLeft - nav.offsetLeft - 16;
  };

  filters.wire();
  age();
  render();
  anchors.go();
  requestAnimationFrame(showOwnPage);
  addEventListener("hashchange", render);
  addEventListener("hashchange", anchors.go);
  addEventListener("resize", drawing.resize);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  addEventListener("beforeprint", print);
  addEventListener("afterprint", backOnScreen);
})();
