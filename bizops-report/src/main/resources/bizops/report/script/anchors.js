/* Places within a page: the part of the address that chooses nothing. The choice stands behind it, so that it is kept. */
const anchors = (() => {
  const wanted = () => location.hash.slice(1).split("&").find((part) => part !== "" && !part.includes("="));

  /** The address of a place with the choice behind it. */
  const withChoice = (address, fragment) => {
    const [page, place] = address.split("#");
    return page + "#" + place.split("&")[0] + (fragment ? "&" + fragment : "");
  };

  /** Whether the address names a tile. */
  const isAt = (tile) => wanted() === "tile-" + tile.id;

  /** Goes to the place that the address names, if the page has it. */
  const go = () => {
    const place = document.getElementById(wanted() ?? "");
    if (place === null) return;
    glossary.uncover(place);
    document.querySelectorAll(".found").forEach((other) => other.classList.remove("found"));
    place.classList.add("found");
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  };

  return { withChoice, isAt, go };
})();
