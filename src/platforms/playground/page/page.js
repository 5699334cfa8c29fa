import { clearAll, show } from "./exchanges.js";
import "./pictures.js";
import "./pushed.js";
import "./sliders.js";

const byId = (id) => document.getElementById(id);
const [log, ask, field, list, count, notice, dialog] = [
  "log",
  "ask",
  "text",
  "suggestions",
  "count",
  "notice",
  "dialog",
].map(byId);
/** More than this the server refuses before it has read it. */
const largest = 240_000;
/** What the script says, in the language of the page; # is put in. */
const words = document.body.dataset;
const asJson = { accept: "application/json" };

/** Sends a form's fields; resolves to what the server says, or to a sentence why it could not. */
const post = async (path, fields) => {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: asJson,
      body: new URLSearchParams(fields),
    });
    return await response.json();
  } catch {
    return { error: words.unreachable };
  }
};

// --- history ---

const past = JSON.parse(sessionStorage.getItem("past") ?? "[]");
let at = past.length;
let draft = "";

const remember = (text) => {
  if (past.at(-1) !== text && text.length < 4000) past.push(text);
  past.splice(0, past.length - 200);
  sessionStorage.setItem("past", JSON.stringify(past));
  at = past.length;
};

const recall = (step) => {
  const next = Math.min(Math.max(at + step, 0), past.length);
  if (next === at) return;
  if (at === past.length) draft = field.value;
  at = next;
  field.value = at === past.length ? draft : past[at];
  field.setSelectionRange(field.value.length, field.value.length);
  close();
};

// --- "Clear" ---

/** All tabs of one browser show one conversation, so all of them are emptied. */
const cleared = new BroadcastChannel("cleared");

const forget = () => {
  past.length = 0;
  at = 0;
  sessionStorage.removeItem("past");
  clearAll();
};

cleared.addEventListener("message", forget);

const clear = async () => {
  const answer = await post("/forget", {});
  notice.textContent = answer.error ?? "";
  if (answer.error !== undefined) return;
  forget();
  cleared.postMessage("");
  field.focus();
};

// --- suggestions ---

let suggestions = [];
let chosen = -1;
let asked = 0;

const close = () => {
  suggestions = [];
  chosen = -1;
  list.hidden = true;
  list.replaceChildren();
  count.textContent = "";
  field.removeAttribute("aria-activedescendant");
};

const choose = (index) => {
  chosen = index;
  [...list.children].forEach((item, i) => {
    item.setAttribute("aria-selected", String(i === index));
    if (i === index) item.scrollIntoView({ block: "nearest" });
  });
  if (index < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `suggestion-${index}`);
};

const accept = (index) => {
  field.value = suggestions[index].line;
  close();
  field.focus();
  suggest();
};

const itemFor = ({ label, detail }, index) => {
  const item = document.createElement("li");
  item.id = `suggestion-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const name = document.createElement("strong");
  name.textContent = label;
  const more = document.createElement("span");
  more.textContent = detail === undefined ? "" : ` ${detail}`;
  item.append(name, more);
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    accept(index);
  });
  return item;
};

const suggest = async () => {
  const text = field.value;
  asked += 1;
  const mine = asked;
  if (!text.startsWith("/") || text.length > 100) return close();
  await new Promise((resolve) => setTimeout(resolve, 60));
  if (mine !== asked) return;
  const response = await fetch(`/complete?text=${encodeURIComponent(text)}`, { headers: asJson }).catch(
    () => undefined,
  );
  const found = response?.ok ? await response.json() : [];
  if (mine !== asked) return;
  close();
  suggestions = found;
  list.replaceChildren(...found.map(itemFor));
  list.hidden = found.length === 0;
  const told = found.length === 1 ? words.suggestion : words.suggestions.replace("#", found.length);
  count.textContent = found.length === 0 ? "" : told;
};

// A field of several lines may not be called a combobox; how many suggestions there are is said in its stead.
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", "suggestions");
field.addEventListener("input", suggest);
field.addEventListener("blur", close);

const send = async () => {
  const text = field.value;
  if (text.trim() === "") return;
  if (text.length > largest) {
    notice.textContent = words.tooLong;
    return;
  }
  asked += 1;
  close();
  const answer = await post("/ask", { text });
  notice.textContent = answer.error ?? "";
  if (answer.error !== undefined) return;
  remember(text);
  if (field.value === text) field.value = "";
  show(answer);
};

/** What each key does in the field; what they return false for is left to the browser. */
const keys = {
  ArrowDown: () => {
    if (suggestions.length > 0) return choose((chosen + 1) % suggestions.length);
    return at < past.length && recall(1);
  },
  ArrowUp: () => {
    if (chosen >= 0) return choose(chosen - 1);
    return past.length > 0 && !field.value.slice(0, field.selectionStart).includes("\n") && recall(-1);
  },
  Escape: () => suggestions.length > 0 && close(),
  Tab: () => isNew(Math.max(chosen, 0)) && accept(Math.max(chosen, 0)),
  Enter: () => (isNew(chosen) ? accept(chosen) : void send()),
};

const isNew = (index) => suggestions[index] !== undefined && suggestions[index].line !== field.value;

field.addEventListener("keydown", (event) => {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (keys[event.key] !== undefined && keys[event.key]() !== false) event.preventDefault();
});

// --- buttons, menus and forms ---

const openDialog = ({ form, code, on }) => {
  const [title, typed, hint, label] = ["dialog-title", "typed", "typed-hint", "typed"].map(byId);
  title.textContent = form.title;
  dialog.querySelector(`label[for="${label.id}"]`).textContent = form.label;
  dialog.querySelector("[name=code]").value = code;
  dialog.querySelector("[name=on]").value = on;
  hint.textContent = form.hint === "" ? "" : words.example.replace("#", () => form.hint);
  typed.value = form.value;
  tellError("");
  dialog.showModal();
  typed.focus();
  typed.select();
};

const tellError = (error) => {
  byId("typed-error").textContent = error;
  if (error === "") byId("typed").removeAttribute("aria-invalid");
  else byId("typed").setAttribute("aria-invalid", "true");
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const path = new URL(form.action).pathname;
  if (path === "/logout") return undefined;
  event.preventDefault();
  if (path === "/forget") return clear();
  if (form === ask) return send();
  const answer = await post(path, new FormData(form));
  if (answer.form !== undefined) return openDialog(answer);
  if (answer.error === undefined) {
    if (dialog.open) dialog.close();
    notice.textContent = "";
    show(answer);
    // What took the place of a shorter answer may have pushed its buttons below the edge.
    if (document.activeElement.closest(".exchange")?.id === answer.id)
      document.activeElement.scrollIntoView({ block: "nearest" });
    return undefined;
  }
  if (!dialog.open) {
    notice.textContent = answer.error;
    return undefined;
  }
  tellError(answer.error);
  return byId("typed").focus();
});

byId("dialog-cancel").addEventListener("click", () => dialog.close());
byId("typed").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("dialog-form").requestSubmit();
});

// On a phone the keyboard would cover half of what there is to read.
if (matchMedia("(pointer: fine)").matches) field.focus();
log.lastElementChild?.scrollIntoView({ block: "start" });
