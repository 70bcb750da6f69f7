// A page about something that goes on reads itself anew, and stops when it is through. Somebody who
// is at one of its buttons is not disturbed.
const live = document.querySelector("[data-refreshes]");
if (live) {
  const turn = setInterval(async () => {
    if (live.contains(document.activeElement)) return;
    const answer = await fetch(location.pathname, { redirect: "error" }).catch(() => null);
    if (!answer || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("#live");
    if (!next || live.contains(document.activeElement)) return;
    live.replaceChildren(...next.childNodes);
    if (!next.hasAttribute("data-refreshes")) clearInterval(turn);
  }, Number(live.dataset.refreshes));
}
