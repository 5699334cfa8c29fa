/** What the script says, in the language of the page. */
const { ago, days, later, now } = document.body.dataset;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const span = (seconds) => {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return days.replace("#", Math.floor(minutes / 1440));
};

/** In steps of five seconds for those who prefer that things keep still. */
const until = (seconds) => {
  if (seconds > 0) return later.replace("#", span(calm.matches ? Math.ceil(seconds / 5) * 5 : seconds));
  return seconds > -60 ? now : ago.replace("#", span(Math.floor(-seconds / 60) * 60));
};

/** Shows of each moment how long it is until then. */
export const countDown = () => {
  for (const time of document.querySelectorAll("time")) {
    const words = until(Math.ceil((Date.parse(time.dateTime) - Date.now()) / 1000));
    if (time.textContent !== words) time.textContent = words;
  }
};

countDown();
setInterval(countDown, 1000);
