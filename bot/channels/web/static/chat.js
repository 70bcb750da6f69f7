// The page's own script: sends what was typed or chosen, shows what comes back. No library.
"use strict";
const body = document.body, log = document.getElementById("log"), form = document.getElementById("composer");
const text = document.getElementById("text"), counter = document.getElementById("counter");
const conversation = body.dataset.conversation;

function add(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html; // made by our own server, which escapes every text
  const article = holder.content.firstElementChild;
  log.append(article);
  return article;
}

function addPlain(className, words) {
  const article = document.createElement("article");
  article.className = className;
  article.textContent = words;
  log.append(article);
  return article;
}

// What took longer comes where the first answer stood; what was unfolded there stays so.
function putInPlace(article, earlier) {
  for (const open of earlier.querySelectorAll("details[open][data-number]")) {
    const same = article.querySelector(`details[data-number="${open.dataset.number}"]`);
    if (same) same.open = true;
  }
  earlier.replaceWith(article);
}

let pending = null;
function wait() {
  pending ??= addPlain("pending", body.dataset.thinking);
  pending.scrollIntoView({ block: "end" });
}
function settle() { pending?.remove(); pending = null; }

const events = new EventSource(`/events?conversation=${encodeURIComponent(conversation)}`);
events.addEventListener("message", (event) => {
  settle();
  const { html, over } = JSON.parse(event.data);
  const earlier = over && document.getElementById(`event-${over}`);
  const article = add(html);
  article.id = earlier ? earlier.id : `event-${event.lastEventId}`; // it may be replaced again
  if (earlier) putInPlace(article, earlier);
  else article.scrollIntoView({ block: "start" });
});
events.addEventListener("done", settle);

const send = (payload) => post("/say", "application/json", JSON.stringify({ conversation, ...payload }));

async function post(address, kind, content) {
  wait();
  try {
    const answer = await fetch(address, { method: "POST", headers: { "Content-Type": kind }, body: content });
    if (!answer.ok) throw new Error((await answer.json()).message);
  } catch (problem) {
    settle();
    addPlain("message trouble", problem.message || body.dataset.offline);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const draft = text.value;
  if (!draft.trim()) return;
  document.getElementById("examples")?.remove();
  addPlain("you", draft);
  text.value = "";
  count();
  send({ text: draft });
});
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
function count() {
  const size = [...text.value].length;
  counter.textContent = size ? body.dataset.counter.replace("{count}", size) : "";
}
text.addEventListener("input", count);

const file = document.getElementById("file");
file.addEventListener("change", () => {
  const [chosen] = file.files;
  if (!chosen) return;
  document.getElementById("examples")?.remove();
  addPlain("you", body.dataset.fileSent.replace("{name}", () => chosen.name));
  const told = new URLSearchParams({ conversation, name: chosen.name });
  post(`/file?${told}`, "application/octet-stream", chosen);
  file.value = ""; // the same file may be sent again
});

async function copy(button) {
  const words = button.parentElement.querySelector("pre").textContent;
  await navigator.clipboard.writeText(words);
  const label = button.textContent;
  button.textContent = body.dataset.copied;
  setTimeout(() => { button.textContent = label; }, 1600);
}

function unfold(mark) {
  const finding = mark.closest("article").querySelector(`details[data-number="${mark.dataset.finding}"]`);
  if (!finding) return;
  finding.open = true;
  finding.querySelector("summary").focus();
  finding.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("button, mark");
  if (!target) return;
  if (target.matches("mark")) unfold(target);
  else if (target.matches(".copy")) copy(target);
  else if (target.dataset.example !== undefined) { text.value = target.dataset.example; count(); text.focus(); }
  else if (target.dataset.action) {
    const written = target.closest("form.writes")?.querySelector("textarea").value;
    send({ choice: { action: target.dataset.action, value: target.dataset.value }, text: written });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("mark") && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    unfold(event.target);
  }
});
