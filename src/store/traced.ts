import { inSpan } from "../spans.ts";
import { eachCall } from "./each-call.ts";
import type { Store } from "./store.ts";

/** A store each call of which is a span: what it asks of the database, not what it asks for. */
export const createTracedStore = (store: Store): Store =>
  eachCall(store, (name, call) => inSpan(`store ${name}`, {}, call));
