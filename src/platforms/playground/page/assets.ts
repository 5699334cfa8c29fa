import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import type { Visited } from "./asking.ts";

const assets = [
  { name: "page.css", type: "css" },
  ...["page.js", "exchanges.js", "moments.js", "pictures.js", "pushed.js", "sliders.js"].map((name) => ({
    name,
    type: "javascript",
  })),
];

/** Serves the page's style and scripts, which are read once. */
export const serveAssets = (app: Hono<Visited>): void => {
  for (const { name, type } of assets) {
    const content = readFileSync(new URL(name, import.meta.url), "utf8");
    app.get(`/${name}`, (context) =>
      context.body(content, 200, { "content-type": `text/${type}; charset=utf-8` }),
    );
  }
  app.get("/favicon.ico", (context) => context.body(null, 204));
};
