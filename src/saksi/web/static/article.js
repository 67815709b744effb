// Keys of an editor, on the card that J and K have stepped to (the record's own script does that).
(() => {
  "use strict";
  const chosen = () => document.querySelector(".card.pinned .tools[data-item]");
  const press = (selector) => {
    document.querySelector(selector)?.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const tools = chosen();
    const item = tools && tools.dataset.item;
    if (event.key === "u") [...document.querySelectorAll(".history .undo")].pop()?.click();
    else if (!tools) return;
    else if (event.key === "a") press(`button[value="${item}:accept"]`);
    else if (event.key === "r") press(`button[value="${item}:reject"]`);
    else if (event.key === "e") tools.querySelector('a[href*="/edit/"]').click();
  });
})();
