/* Elements, made and named in one place. Text is always set as text. */
const dom = (() => {
  /** An element with attributes (null: none; true: without a value) and children, which may be texts or null. */
  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const key in attributes) {
      const value = attributes[key];
      if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    for (const child of children) if (child !== null && child !== undefined) made.append(child);
    return made;
  };

  const button = (text, attributes, act) => {
    const made = make("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  };

  const option = (value, text, chosen) => {
    const made = make("option", { value }, text);
    made.selected = chosen;
    return made;
  };

  const hidden = (text) => make("span", { class: "visually-hidden" }, text);

  /** The name of a dimension as a heading. */
  const heading = (dimension, grain) => {
    if (dimension === "period") return { month: "Month", quarter: "Quarter", year: "Year" }[grain];
    const words = dimension.replace(/_(id|key)$/, "").replaceAll("_", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
  };

  return { make, button, option, hidden, heading };
})();
