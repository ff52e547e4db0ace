"use strict";
// Only in pages that are served while they are written: loads the page again after each build.
(() => {
  const served = document.querySelector("meta[name=build]").content;
  new EventSource("/events").onmessage = (event) => {
    if (event.data !== served) {
      location.reload();
    }
  };
})();
