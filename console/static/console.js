// What the pages do beyond links and forms: keys, looking again when something is new, and leaving when the login ends.
"use strict";

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const typing = (element) => element.matches("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");

// -- keys: off where somebody turned them off, and while they write --------------------------------------------------------------

const keys = $("#keys");
const keysOn = () => {
  try {
    return localStorage.getItem("keys") !== "off";
  } catch {
    return true;
  }
};

const step = (by) => {
  const cases = all("[data-case]");
  const here = cases.findIndex((each) => each.closest("[data-row]").contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : cases.length - 1) : Math.min(Math.max(here + by, 0), cases.length - 1);
  cases[next]?.focus();
};

const reach = (key) => {
  const row = document.activeElement?.closest("[data-row]");
  const found = (row && $(`[data-key="${key}"]`, row)) || (all("[data-row]").length ? null : $(`[data-key="${key}"]`));
  if (!found) return;
  if (found.matches("summary")) {
    found.parentElement.open = true;
    $("textarea, input:not([type=hidden]), select", found.parentElement)?.focus();
  } else if (found.matches("button")) found.click();
  else found.focus();
};

const help = () => (keys.open ? keys.close() : keys.showModal());

document.addEventListener("keydown", (event) => {
  if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "?" && (keysOn() || keys.open)) help();
  else if (!keysOn() || keys.open) return;
  else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  else if ("crnse".includes(event.key)) reach(event.key);
  else return;
  event.preventDefault();
});

if (keys) {
  const open = $("#keys-open"), on = $("#keys-on");
  open.hidden = false;
  open.addEventListener("click", help);
  on.checked = keysOn();
  on.addEventListener("change", () => {
    try {
      localStorage.setItem("keys", on.checked ? "on" : "off");
    } catch {
      // nothing is kept in this browser
    }
  });
}

// -- times in the reader's own zone ---------------------------------------------------------------------------------------------

const local = () =>
  all("time:not([data-local])").forEach((each) => {
    const at = new Date(each.dateTime), today = new Date().toDateString() === at.toDateString();
    const shape = { hour: "2-digit", minute: "2-digit", ...(today ? {} : { day: "numeric", month: "short" }) };
    each.textContent = at.toLocaleString(document.documentElement.lang, shape);
    each.dataset.local = "";
  });
local();

// -- notices: at the head of the page, in its title, aloud, and outside of the browser where somebody has allowed that by a click -------

const title = document.title, notify = $("#notify");
const canNotify = "Notification" in window;

const remembered = () => {
  try {
    return (sessionStorage.getItem("told") ?? "").split(" ");
  } catch {
    return [];
  }
};

const remember = (names) => {
  try {
    sessionStorage.setItem("told", names.join(" "));
  } catch {
    // nothing is kept in this browser: the next page tells it again
  }
};

const tellOutside = () => {
  if (!canNotify || Notification.permission !== "granted" || !document.hidden) return;
  try {
    const shown = new Notification($("#notices").dataset.news, { tag: "notices" });
    shown.addEventListener("click", () => window.focus());
  } catch {
    // this browser shows none from a page
  }
};

const tell = () => {
  const told = $("#told");
  if (!told) return;
  document.title = Number(told.dataset.count) ? `(${told.dataset.count}) ${title}` : title;
  const known = remembered(), said = all("#told [data-notice]");
  const fresh = said.filter((each) => !known.includes(each.dataset.notice));
  remember(said.map((each) => each.dataset.notice));
  if (!fresh.length) return;
  $("#news").textContent = fresh.map((each) => each.textContent.trim()).join(" ");
  tellOutside();
};
tell();

const stayThere = (event) => {
  const { target, requestConfig } = event.detail;
  if (target?.id !== "notices" || requestConfig?.verb !== "post" || document.activeElement !== document.body) return;
  ($("#told:not([hidden]) button") ?? $("#page")).focus();
};

// What is new in the case that is being looked at is on the page already: it is seen, and no notice says so.
const shown = new URLSearchParams((document.body.dataset.events ?? "").split("?")[1]).get("case");
document.addEventListener("htmx:configRequest", (event) => {
  if (shown && event.detail.elt.id === "notices" && !document.hidden) event.detail.headers["X-Watched"] = shown;
});
document.addEventListener("visibilitychange", () => {
  if (shown && !document.hidden && $("#told:not([hidden])")) htmx.trigger(document.body, "notices");
});

if (notify && canNotify && Notification.permission === "default") {
  notify.hidden = false;
  notify.addEventListener("click", async () => {
    await Notification.requestPermission();
    notify.hidden = Notification.permission !== "default";
  });
}

// -- a line that is ready goes into the reply, to be changed there ----------------------------------------------------------------

document.addEventListener("change", (event) => {
  const fills = event.target.dataset?.fills, text = event.target.selectedOptions?.[0]?.dataset.text;
  if (!fills || text === undefined) return;
  const reply = document.getElementById(fills);
  reply.value = reply.value.trim() ? `${reply.value.trimEnd()}\n${text}` : text;
  reply.dispatchEvent(new Event("input", { bubbles: true }));
  event.target.value = "";
  reply.focus();
});

// -- a reply that is being written is kept in this tab until the server says that it has it ------------------------------------------------

const DRAFT = "draft ";
const about = $("[data-draft]")?.dataset.draft;
const drafts = {
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(DRAFT + about)) ?? {};
    } catch {
      return {};
    }
  },
  keep(draft) {
    try {
      sessionStorage.setItem(DRAFT + about, JSON.stringify(draft));
    } catch {
      // nothing is kept in this browser
    }
  },
  drop(other = () => true) {
    try {
      Object.keys(sessionStorage).filter((name) => name.startsWith(DRAFT) && other(name)).forEach((name) => sessionStorage.removeItem(name));
    } catch {
      // nothing was kept
    }
  },
};

if (about) {
  const mine = DRAFT + about.slice(0, about.lastIndexOf(" ") + 1), done = new URLSearchParams(location.search).get("done");
  drafts.drop((name) => !name.startsWith(mine)); // somebody else was here before
  if (done) {
    if (drafts.read().key === done) drafts.drop((name) => name === DRAFT + about);
    history.replaceState(null, "", location.pathname + location.hash);
  }
  const reply = $("textarea#reply"), key = reply?.form.elements.key, fresh = key?.value;
  const rekey = () => {
    const { sent, key: before } = drafts.read(); // the same words once more are the same reply; others are another
    key.value = sent && reply.value.trim() === sent ? before : fresh;
  };
  if (reply) {
    if (!reply.value) reply.value = drafts.read().text ?? "";
    rekey();
    reply.addEventListener("input", () => {
      drafts.keep({ ...drafts.read(), text: reply.value });
      rekey();
    });
    reply.form.addEventListener("submit", () => {
      if (reply.value.trim()) drafts.keep({ text: reply.value, sent: reply.value.trim(), key: key.value });
    });
  }
}
document.addEventListener("submit", (event) => event.target.getAttribute("action")?.includes("/sign-out") && drafts.drop());

// -- a form goes out once -----------------------------------------------------------------------------------------------------------

document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
  setTimeout(() => delete event.target.dataset.sent, 10_000); // somebody stopped it, and means it again
});
addEventListener("pageshow", () => all("form").forEach((each) => delete each.dataset.sent));

// -- looking again ----------------------------------------------------------------------------------------------------------------------

const body = document.body;
let mark = $("#live")?.dataset.mark;

const leave = () => location.replace(body.dataset.out);

document.addEventListener("htmx:afterSettle", (event) => {
  local();
  tell();
  stayThere(event);
  const live = $("#live");
  if (live && live.dataset.mark !== mark) $("#news").textContent = live.dataset.news;
  mark = live?.dataset.mark;
});
// What is written stays where the case stands as it did; where somebody else has it now, the forms go, and the words are given back.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail, fresh = fragment.firstElementChild;
  event.detail.shouldSwap = target.dataset.stands !== fresh.dataset.stands;
  const words = ($("#reply", target) ?? $("#unsent", target))?.value;
  if (!event.detail.shouldSwap || !words) return;
  const kept = $("#reply", fresh) ?? $("#unsent", fresh);
  kept.value = kept.defaultValue = words;
  if (kept.id === "unsent") kept.parentElement.hidden = false;
});
document.addEventListener("htmx:afterRequest", (event) => {
  const answer = event.detail.xhr;
  if (answer?.status === 401 || answer?.responseURL?.includes("/sign-in")) leave();
});
document.addEventListener("htmx:responseError", (event) => event.detail.xhr.status === 404 && location.reload());

if (body.dataset.events) {
  const stream = new EventSource(body.dataset.events);
  let first = true;
  stream.addEventListener("new", (event) => {
    $("#offline").hidden = true;
    if (!first) htmx.trigger(body, "news");
    first = false;
    if ($("#notices") && event.data !== ($("#told")?.dataset.mark ?? "")) htmx.trigger(body, "notices");
  });
  stream.addEventListener("out", () => {
    stream.close();
    leave();
  });
  stream.addEventListener("error", () => ($("#offline").hidden = false));
  addEventListener("pagehide", () => stream.close());
}
addEventListener("pageshow", (event) => event.persisted && location.reload());
