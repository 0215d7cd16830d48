"use strict";
// The page works without this. With it: answers come in by themselves, Enter sends, and the idle page hides itself.
(() => {
  const [chat, words, offline] = ["chat", "words", "offline"].map((id) => document.getElementById(id));
  const fine = matchMedia("(pointer: fine)").matches, idle = Number(chat.dataset.idle) * 1000;
  let alive = Date.now(), told = alive, asked = 0, shown = 0, queue = Promise.resolve();
  const all = document.documentElement, toEnd = () => scrollTo(0, all.scrollHeight);

  // Only new lines are added: a screen reader reads those, and nothing twice.
  const addLines = (next) => {
    const lines = [...next.getElementById("lines").children], here = (line) => document.getElementById(line.id);
    let place = lines.map(here).find(Boolean) || null; // a line may come in before one that is there already
    for (const line of lines) {
      const old = here(line);
      if (old) place = old.nextElementSibling; else document.getElementById("lines").insertBefore(line, place);
      if (old && old.innerHTML !== line.innerHTML) old.replaceWith(line);
    }
  };

  const show = (html, turn, form) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const [old, end] = [document, next].map((page) => page.getElementById("end"));
    if (!end || turn < shown) return; else shown = turn;
    const follow = form || innerHeight + scrollY > all.scrollHeight - 120, inside = old.contains(document.activeElement);
    addLines(next);
    if (form && form.isConnected) form.elements.nonce.value = end.dataset.nonce;
    if (old.contains(form) || old.dataset.key !== end.dataset.key) { // what was pressed; else only what is new: somebody may be pressing it
      old.replaceWith(end);
      if (inside) (end.querySelector("button") || (fine ? words : end)).focus({ preventScroll: true });
    }
    if (follow) toEnd();
  };
  const refresh = async () => {
    const turn = ++asked, answer = await fetch("/talk" + location.search).catch(() => ({}));
    if (answer.status === 403) location.replace("/"); else if (answer.ok) show(await answer.text(), turn);
  };

  const send = async (form, text) => {
    const turn = ++asked, fields = new URLSearchParams(new FormData(form));
    if (text) fields.set("text", text);
    const answer = await fetch(form.action + location.search, { method: "POST", body: fields, headers: { "X-Talk": "1" } });
    if (!answer.ok) throw answer;
    show(await answer.text(), asked, form);
    if (asked !== turn) refresh();
  };
  const deliver = async (form, text) => {
    offline.hidden = true;
    try { await send(form, text); } catch (answer) {
      words.value = [text, words.value].filter(Boolean).join("\n");
      if (answer instanceof Response) form.submit(); else offline.hidden = false; // the whole page says why
    }
    delete form.dataset.busy;
  };
  document.addEventListener("submit", (event) => {
    const form = event.target, text = form === words.form ? words.value : "";
    if (form.matches("[data-live]")) event.preventDefault(); else return;
    if (text.trim()) { words.value = ""; queue = queue.then(() => deliver(form, text)); } // one after the other, each under its own nonce
    if (form === words.form || form.dataset.busy) return;
    form.dataset.busy = true;
    deliver(form, "");
  });
  words.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && fine;
    if (sends) { event.preventDefault(); words.form.requestSubmit(); }
  });
  const hide = () => { document.body.hidden = true; document.getElementById("leave").submit(); };
  const look = () => { if (Date.now() - alive >= idle) hide(); };
  const living = () => {
    look(); alive = Date.now();
    if (alive - told > 60000) fetch("/here", { method: "POST" }).then(() => { told = alive; }, () => null);
  };
  for (const sign of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(sign, living, { passive: true });
  for (const sign of ["focus", "visibilitychange"]) addEventListener(sign, look);
  setInterval(look, 5000);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  const events = new EventSource("/events");
  for (const [sign, then] of [["new", refresh], ["hidden", () => location.replace("/")]]) events.addEventListener(sign, then);
  if (location.pathname !== "/") history.replaceState(null, "", "/");
  toEnd();
})();
