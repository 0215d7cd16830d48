"use strict";
// The page works without this. With it: answers come in by themselves, Enter sends, and the idle page hides itself.
(() => {
  const [chat, words, offline] = ["chat", "words", "offline"].map((id) => document.getElementById(id));
  const fine = matchMedia("(pointer: fine)").matches, idle = Number(chat.dataset.idle) * 1000;
  let alive = Date.now(), told = alive, asked = 0, shown = 0;
  const atEnd = () => innerHeight + scrollY > document.documentElement.scrollHeight - 120;
  const toEnd = () => scrollTo(0, document.documentElement.scrollHeight);

  // Only new lines are added: a screen reader reads those, and nothing twice.
  const addLines = (next) => {
    for (const line of [...next.getElementById("lines").children]) {
      const old = document.getElementById(line.id);
      if (!old) document.getElementById("lines").append(line);
      else if (old.innerHTML !== line.innerHTML) old.replaceWith(line);
    }
  };

  const show = (html, turn, form) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const [old, end] = [document, next].map((page) => page.getElementById("end"));
    if (!end || turn < shown) return;
    shown = turn;
    const follow = form || atEnd(), inside = old.contains(document.activeElement);
    addLines(next);
    if (form && form.isConnected) form.elements.nonce.value = end.dataset.nonce;
    if (form || old.dataset.key !== end.dataset.key) {
      old.replaceWith(end);
      if (inside) (end.querySelector("button") || (fine ? words : end)).focus({ preventScroll: true });
    }
    if (follow) toEnd();
  };

  const refresh = async () => {
    const turn = ++asked, answer = await fetch("/talk" + location.search).catch(() => null);
    if (answer && answer.status === 403) location.replace("/");
    if (answer && answer.ok) show(await answer.text(), turn);
  };

  const send = async (form) => {
    const turn = ++asked, fields = new URLSearchParams(new FormData(form)), text = form.id === "write" ? words.value : null;
    const answer = await fetch(form.action + location.search, { method: "POST", body: fields, headers: { "X-Talk": "1" } });
    if (!answer.ok) { form.submit(); return; } // the whole page says why
    show(await answer.text(), asked, form);
    if (text !== null && words.value.startsWith(text)) words.value = words.value.slice(text.length);
    if (asked !== turn) refresh();
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("[data-live]")) event.preventDefault(); else return;
    if (form.dataset.busy || (form.id === "write" && !words.value.trim())) return;
    offline.hidden = form.dataset.busy = true;
    try { await send(form); } catch { offline.hidden = false; }
    delete form.dataset.busy;
  });

  words.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && fine;
    if (sends) { event.preventDefault(); words.form.requestSubmit(); }
  });

  const hide = () => { document.body.hidden = true; document.getElementById("leave").submit(); };
  const look = () => { if (Date.now() - alive >= idle) hide(); };
  const living = () => {
    look();
    alive = Date.now();
    if (alive - told > 60000) fetch("/here", { method: "POST" }).then(() => { told = alive; }, () => null);
  };
  for (const sign of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(sign, living, { passive: true });
  for (const sign of ["focus", "visibilitychange"]) addEventListener(sign, look);
  setInterval(look, 5000);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const events = new EventSource("/events");
  events.addEventListener("new", refresh);
  events.addEventListener("hidden", () => location.replace("/"));
  if (location.pathname !== "/") history.replaceState(null, "", "/");
  toEnd();
})();
