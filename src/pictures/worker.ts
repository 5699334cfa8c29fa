import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { serve } from "./serve.ts";

/**
 * How many pictures are drawn before the thread collects its garbage. What resvg holds of each, about 1 MB, lies outside
 * the heap, where the engine does not see it and lets them pile up.
 */
const betweenCollections = 16;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

let drawn = 0;

// Before anything that takes long to compile is loaded.
enableCompileCache();

/** What the drawing thread does: one picture from what it shows to its pixels. */
serve(async ({ picture, theme, language }) => {
  const [{ inLanguage }, { load }, { rasterise }] = await Promise.all([
    import("../language.ts"),
    import("./to-svg.ts"),
    import("./rasterise.ts"),
  ]);
  const toSvg = await load(picture);
  return async () => {
    // Before the drawing and not after it, when the last one's objects may still be held by the call that made them.
    if (drawn % betweenCollections === betweenCollections - 1) collect();
    drawn += 1;
    return inLanguage(language, () => rasterise(toSvg(theme)));
  };
});
