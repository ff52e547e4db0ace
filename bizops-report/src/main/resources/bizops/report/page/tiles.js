/* The headline figures of the selection. */
const tiles = (() => {
  const costs = ["spend", "cost_per_lead", "cac", "roi"];

  const remark = (measure, figure, total) => {
    if (figure.gap) return cube.view.gaps[figure.gap];
    if (!costs.includes(measure) || total.unknown === 0) return "";
    return total.unknown === 1 ? "spend of 1 campaign unknown" : `spend of ${total.unknown} campaigns unknown`;
  };

  const show = (result) => {
    document.querySelectorAll("[data-tile]").forEach((tile) => {
      const measure = tile.dataset.tile;
      const figure = measure === "median_days" ? result.median : formulas[measure](result.total);
      const { text } = tables.cell(figure, measure);
      tile.querySelector(".figure").textContent = text;
      tile.querySelector(".unit").hidden = figure.gap !== null;
      tile.querySelector(".remark").textContent = remark(measure, figure, result.total);
      tile.classList.toggle("gap", figure.gap !== null);
    });
  };

  return { show };
})();
