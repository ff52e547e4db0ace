/* Takes [fragment, measure, unit, figure]; of each what its rows make, as a text where that is not the figure, else null. Then names of
   measures and cubes of rows that are left out. */
const [links, apart] = arguments;
const fields = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);

/** The tile that a link leads to. */
const follow = (fragment) => {
  history.replaceState(null, "", "#" + fragment);
  return data.tiles.find((one) => anchors.isAt(one));
};

/** The rows that it lists there, as its file has them; no text of theirs holds a line break. */
const listed = (tile) => {
  const names = data.cubes[tile.rows].columns.map(({ name }) => name);
  const lines = listing.file(tile, choice.read()).split("\r\n").slice(1, -1);
  return lines.map((line) => Object.fromEntries(fields(line).map((field, f) => [names[f], field])));
};

const shown = (text) => {
  const plain = text.replaceAll(",", "").replace("\u2212", "-").replace("%", "");
  const places = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
  const unit = text.endsWith("%") ? 100 : 1;
  return { value: Number(plain) / unit, half: 0.5 / 10 ** places / unit };
};

/* Rows show cents, and six decimals of a credit: their sum is off by as much as that, times their number. */
const OFF = { MONEY: 0.005, CREDIT: 0.0000005 };

return links.map(([fragment, measure, unit, figure]) => {
  const tile = follow(fragment);
  if (apart.includes(measure) || apart.includes(tile.rows)) return null;
  const rows = listed(tile);
  if (makes[measure] === undefined) return "nobody says how its rows make it";
  const made = makes[measure](rows);
  const { value, half } = shown(figure);
  const off = half + (OFF[unit] ?? 0) * rows.length + 1e-9 + (unit === "PERCENT" || unit === "RATIO" ? Math.abs(made) * 1e-5 : 0);
  return made === null || Math.abs(made - value) <= off ? null : `${made} of ${rows.length} rows`;
});
