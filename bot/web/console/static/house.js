// What is typed is checked after a moment of quiet; without this file the button does the same.
for (const form of document.querySelectorAll("form[data-checks]")) {
  let waiting = 0, turn = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++turn;
      try {
        const answer = await fetch(form.dataset.checks, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const told = page.querySelector("#told");
        if (mine === turn && told) document.querySelector("#told").replaceChildren(...told.childNodes);
      } catch { /* not reached: the button still checks */ }
    }, 700);
  });
}
// Fields of another kind of rule are put away until that kind is chosen.
for (const kind of document.querySelectorAll("select[name=kind]")) {
  const show = () => { for (const part of document.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== kind.value; };
  kind.addEventListener("change", show);
  show();
}
