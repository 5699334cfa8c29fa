import { latest, show } from "./exchanges.js";

/** How long until it is tried again where what answered was not the tutor, in milliseconds. */
const pause = 3_000;

/** Shows what the server pushes, from a change on; whichever process answers, it goes on where the last one ended. */
const listen = (since) => {
  let at = since;
  const events = new EventSource(`/events?since=${since}`);
  events.addEventListener("message", ({ data, lastEventId }) => {
    at = lastEventId;
    show(JSON.parse(data));
  });
  // A browser connects again by itself, but gives up where it is refused, as by a server that is starting.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, pause, at);
  });
};

listen(latest);
