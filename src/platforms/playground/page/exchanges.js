import { countDown } from "./moments.js";

const log = document.getElementById("log");

/** The latest change that the page came with, and that of each exchange that was shown since. */
export const latest = Number(log.dataset.change);
const changes = new Map();

/** Takes away all that is shown; what is kept of it elsewhere is for others to forget. */
export const clearAll = () => {
  log.replaceChildren();
  changes.clear();
};

/** Shows an exchange, or changes it where it stands. What comes late, after a newer state of it, is left out. */
export const show = ({ id, html, change }) => {
  const old = document.getElementById(id);
  if (old !== null && change <= (changes.get(id) ?? latest)) return;
  changes.set(id, change);
  const template = document.createElement("template");
  template.innerHTML = html;
  const exchange = template.content.firstElementChild;
  if (old !== null) {
    changeInPlace(old, exchange);
    return;
  }
  exchange.classList.add("new");
  log.append(exchange);
  countDown();
  exchange.scrollIntoView({ block: "start" });
};

/** Changes an exchange where it stands. The focus stays on the same control, or on the exchange if that has gone. */
const changeInPlace = (exchange, next) => {
  const focused = exchange.contains(document.activeElement) ? document.activeElement : undefined;
  const label = focused?.textContent;
  morph(exchange, next);
  countDown();
  if (focused === undefined || (focused.isConnected && focused.textContent === label)) return;
  const same = [...exchange.querySelectorAll("button, input[type=range]")].find(
    (control) => control.nodeName === focused.nodeName && control.textContent === label,
  );
  (same ?? exchange).focus({ preventScroll: true });
};

/** Only what differs is touched, so that only this is read aloud, and what is open or chosen stays so. */
const morph = (old, next) => {
  if (old.nodeName !== next.nodeName) return old.replaceWith(next);
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return undefined;
  }
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const [before, after] = [[...old.childNodes], [...next.childNodes]];
  after.forEach((child, i) => {
    if (before[i] === undefined) old.append(child);
    else morph(before[i], child);
  });
  for (const child of before.slice(after.length)) child.remove();
  return undefined;
};
