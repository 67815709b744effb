(() => {
  "use strict";
  // Words and cards of one statement or event carry its number (1, e1) in data-s; the innermost stands first.
  const own = (el) => el.dataset.s.split(" ");
  // In the text an event's words lie within those of the statements around it.
  const numbers = (el) => {
    const all = [];
    for (let at = el; at; at = at.closest(".text") && at.parentElement.closest(".text [data-s]")) all.push(...own(at));
    return [...new Set(all)];
  };
  const marked = (target) => (target instanceof Element ? target.closest(".record [data-s]") : null);
  let pinned = null; // {record, number}: the statement or event chosen by click, focus or key
  document.body.classList.add("js");

  const light = (record, chosen) => {
    for (const el of record.querySelectorAll("[data-s]")) {
      el.classList.toggle("lit", own(el).some((number) => chosen.includes(number)));
    }
  };
  const card = (record, number) => record.querySelector(`.card[data-s="${number}"]`);
  const words = (record, number) => record.querySelector(`.text .no[data-s="${number}"]`);
  const settle = (record) => light(record, pinned && pinned.record === record ? [pinned.number] : []);
  const scrolls = (el) => getComputedStyle(el.closest(".side")).position === "sticky";

  const release = () => {
    if (!pinned) return;
    const { record } = pinned;
    pinned = null;
    for (const el of record.querySelectorAll(".pinned")) el.classList.remove("pinned");
    settle(record);
  };
  const pin = (record, number, show) => {
    release();
    pinned = { record, number };
    settle(record);
    const target = card(record, number);
    if (!target) return;
    target.classList.add("pinned");
    if (scrolls(target)) target.scrollIntoView({ block: "nearest" });
    const start = words(record, number);
    if (start && (show || !scrolls(target))) start.scrollIntoView({ block: show ? "center" : "nearest" });
  };
  const step = (by) => {
    const record = pinned ? pinned.record : document.querySelector(".record");
    const cards = record ? [...record.querySelectorAll(".card")] : [];
    const at = pinned ? cards.findIndex((el) => el.dataset.s === pinned.number) + by : 0;
    if (cards[at]) pin(record, cards[at].dataset.s, true);
  };

  document.addEventListener("mouseover", (event) => {
    const el = marked(event.target);
    if (!el) return;
    const record = el.closest(".record");
    light(record, numbers(el));
    const target = card(record, numbers(el)[0]);
    if (el.closest(".text") && target && scrolls(target)) target.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("mouseout", (event) => {
    const el = marked(event.target);
    if (el) settle(el.closest(".record"));
  });
  document.addEventListener("focusin", (event) => {
    const el = marked(event.target);
    if (el && event.target.matches(":focus-visible")) pin(el.closest(".record"), numbers(el)[0], Boolean(el.closest(".side")));
  });
  document.addEventListener("click", (event) => {
    const el = marked(event.target);
    if (!el) return release();
    if (event.target.closest("a.no")) event.preventDefault();
    if (String(getSelection())) return;
    const record = el.closest(".record");
    const all = numbers(el);
    // Where statements and events nest, each further click takes the next one out; after the last, none.
    const at = pinned && pinned.record === record ? all.indexOf(pinned.number) : -1;
    if (at === all.length - 1) release();
    else pin(record, all[at + 1], Boolean(el.closest(".side")));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "Escape") release();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
})();
