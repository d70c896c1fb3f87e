import { labWorkItem } from "./lab-work.js";

const everyMs = 2000;
const modes = [
  "ok",
  "down",
  "slow",
  "error",
  "accept-then-drop",
  "unauthorized",
  "duplicate-webhook",
  "out-of-order-webhook",
];
/** What was drawn last, so that an unchanged part stays as the reader left it. */
const drawn = new Map();
/** Why the last change was refused. */
let refusal = "";

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function place(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`#${id} is missing`);
  return element;
}

/** Plain text with its web addresses as links that open beside this page. */
function linked(text) {
  const body = make("div", { className: "body" });
  for (const part of text.split(/(https?:\/\/[^\s<>"]+)/)) {
    body.append(
      /^https?:\/\//.test(part)
        ? make("a", { href: part, target: "_blank", rel: "noopener", textContent: part })
        : part,
    );
  }
  return body;
}

function localTime(at) {
  return new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
}

function mailItem(mail) {
  const item = make("details", { className: "item" });
  item.append(
    make("summary", {}, make("strong", { textContent: mail.subject || "(no subject)" })),
    make("div", {
      className: "meta",
      textContent: `to ${mail.to} · from ${mail.from} · ${localTime(mail.at)}`,
    }),
  );
  item.addEventListener("toggle", () => fillMail(item, mail), { once: true });
  return item;
}

function fillMail(item, mail) {
  item.append(linked(mail.text));
  if (mail.html !== "") {
    item.append(
      make("iframe", {
        title: `Mail: ${mail.subject}`,
        sandbox: "allow-popups allow-popups-to-escape-sandbox",
        srcdoc: `<base target="_blank">${mail.html}`,
      }),
    );
  }
  mail.attachments.forEach((attachment, position) => {
    const label = `${attachment.name} (${attachment.type}, ${attachment.size} bytes)`;
    const href = `/mail/${mail.id}/attachments/${position}`;
    item.append(make("div", {}, make("a", { href, textContent: label })));
  });
}

function textItem(text) {
  return make(
    "div",
    { className: "item" },
    linked(text.body),
    make("div", {
      className: "meta",
      textContent: `to ${text.to} · ${text.status} · ${text.segments} segment(s) · ${localTime(text.at)}`,
    }),
  );
}

/** Adds what is new and leaves the rest in place: an open mail stays open. */
function drawList(id, items, toElement, keyOf) {
  const list = place(id);
  const known = drawn.get(id) ?? new Map();
  const next = new Map();
  for (const item of items) next.set(keyOf(item), known.get(keyOf(item)) ?? toElement(item));
  const isSame = next.size === known.size && [...next.keys()].every((key) => known.has(key));
  drawn.set(id, next);
  if (isSame && list.childElementCount > 0) return;
  const children = [...next.values()];
  if (children.length === 0) {
    list.replaceChildren(make("p", { className: "nothing", textContent: "Nothing yet." }));
    return;
  }
  for (const child of [...list.children]) if (!children.includes(child)) child.remove();
  children.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}

function drawTable(id, rows) {
  const text = JSON.stringify(rows);
  if (drawn.get(id) === text) return;
  drawn.set(id, text);
  if (!Array.isArray(rows) || rows.length === 0) {
    const textContent = Array.isArray(rows) ? "Nothing yet." : (rows?.error?.message ?? text);
    place(id).replaceChildren(make("p", { className: "nothing", textContent }));
    return;
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  const head = names.map((name) => make("th", { scope: "col", textContent: name }));
  const lines = rows.map((row) =>
    make("tr", {}, ...names.map((name) => make("td", { textContent: cell(row[name]) }))),
  );
  place(id).replaceChildren(
    make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines)),
  );
}

function drawFaults(current) {
  const text = JSON.stringify(current);
  if (drawn.get("faults") === text) return;
  drawn.set("faults", text);
  const choices = Object.entries(current).map(([target, mode]) => {
    const possible = modes.filter((name) => target !== "mail" || !name.endsWith("-webhook"));
    const select = make("select", {}, ...possible.map((name) => new Option(name, name)));
    select.value = mode;
    select.addEventListener("change", () => change("/faults", { target, mode: select.value }));
    return make("label", {}, `${target} `, select);
  });
  place("faults").replaceChildren(...choices);
}

/** Cases in which the lab's people have something to do. */
function drawWork(work) {
  const waiting = Array.isArray(work) ? work.filter(({ nextMoves }) => nextMoves.length > 0) : [];
  // A webhook that arrives must not take away what is being typed.
  const keyOf = ({ id, status, updatedAt }) => `${id} ${status} ${updatedAt}`;
  drawList("lab-work", waiting, (row) => labWorkItem(make, row, change), keyOf);
}

/** Answers why it was refused; empty when it was done. */
async function change(path, body) {
  const response = await fetch(path, { method: "POST", body: JSON.stringify(body) });
  const answer = await response.json();
  refusal = response.ok ? "" : answer.error.message;
  await refresh();
  return refusal;
}

async function refresh() {
  const ask = async (path) => (await fetch(path)).json();
  try {
    const [mail, texts, cases, log, patients, clock, faults, work, logins] = await Promise.all(
      [
        "/mail",
        "/sms",
        "/lab/cases",
        "/lab/log",
        "/pms/patients",
        "/clock",
        "/faults",
        "/lab/work",
        "/lab/logins",
      ].map(ask),
    );
    place("problem").textContent = refusal;
    place("clock").textContent = localTime(clock.at);
    drawFaults(faults);
    drawList("mail", mail, mailItem, ({ id }) => id);
    drawList("sms", texts, textItem, ({ id, status }) => `${id} ${status}`);
    drawWork(work);
    drawTable("lab-logins", logins);
    drawTable("lab-cases", cases);
    drawTable("lab-log", log);
    drawTable("pms-patients", patients);
  } catch {
    place("problem").textContent = "The simulators do not answer. Trying again.";
  }
}

for (const button of document.querySelectorAll("button[data-advance]")) {
  button.addEventListener("click", () => change("/clock", { advance: button.dataset.advance }));
}
for (;;) {
  await refresh();
  await new Promise((resolve) => setTimeout(resolve, everyMs));
}
