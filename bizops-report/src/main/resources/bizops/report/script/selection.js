/* Which rows of a cube a tile looks at, under what is chosen. */
const selection = (() => {
  const dimensions = {
    period: "month", basis: "basis", model: "model", channel: "channel", campaign: "campaign_id",
    source: "lead_source", segment: "segment", owner: "owner_id",
    organization: "account_id",
  };

  /** The filters of a tile: {key, dimension, accepts (whether a key passes), text (its identity)}. */
  const conditions = (tile, chosen) => {
    const wanted = new Map();
    if (chosen.period !== null) wanted.set("period", chosen.period);
    data.filters.forEach(({ key, many }) => {
      const value = chosen.filters[key];
      if (value !== null || !many) wanted.set(key, many ? value : [value]);
    });
    tile.ignore.forEach((key) => wanted.delete(key));
    Object.entries(tile.where).forEach(([key, value]) => wanted.set(key, [value]));
    return [...wanted].map(([key, value]) => {
      const keys = new Set(Array.isArray(value) ? value : []);
      const accepts = Array.isArray(value) ? (name) => keys.has(name) : (month) => value.from <= month && month <= value.to;
      return { key, dimension: dimensions[key] ?? key, accepts, text: key + JSON.stringify(value) };
    });
  };

  const identity = (cube, filters) =>
    cube.name + filters.filter((filter) => cube.dimensions[filter.dimension]).map((filter) => filter.text).join("");

  const found = new Map();

  /** The numbers of the rows that match, in a typed array. */
  const rowsOf = (cube, filters) => {
    const id = identity(cube, filters);
    if (found.has(id)) return found.get(id);
    const masks = [];
    for (const { dimension, accepts } of filters) {
      const column = cube.dimensions[dimension];
      if (!column) continue;
      const allowed = Uint8Array.from(column.keys, (key) =>
        key === null ? (cube.every.has(dimension) || accepts(key) ? 1 : 0) : accepts(key) ? 1 : 0,
      );
      if (allowed.includes(0)) masks.push({ codes: column.codes, allowed });
    }
    const rows = new Int32Array(cube.rows);
    let count = 0;
    for (let row = 0; row < cube.rows; row++) {
      let passes = true;
      for (let m = 0; passes && m < masks.length; m++) passes = masks[m].allowed[masks[m].codes[row]] === 1;
      if (passes) rows[count++] = row;
    }
    const matching = rows.subarray(0, count);
    found.set(id, matching);
    return matching;
  };

  const forget = () => found.clear();

  return { conditions, rowsOf, identity, dimensions, forget };
})();
