// "/" goes to the search box, as in other places. Everything else works without a script.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const box = document.querySelector(".ask [type=search]") || document.querySelector(".quick [type=search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
