// The desk works without this file. Where a browser runs it, long lists can be sifted as one types,
// and a form that takes away asks once more.
for (const box of document.querySelectorAll("[data-sifts]")) {
  const rows = document.querySelectorAll(box.dataset.sifts);
  box.hidden = false;
  box.addEventListener("input", () => {
    const wanted = box.value.toLocaleLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
  });
}
for (const form of document.querySelectorAll("form[data-asks]")) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.asks)) event.preventDefault();
  });
}
