/** What the @forge packages call: descriptor, path and init of a request. */
export type ForgeFetch = (
  descriptor: Descriptor,
  path: string,
  init?: RequestInit,
) => Promise<Response>;

export type Descriptor = {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
};

export type ForgeGlobals = {
  forgeFetch: ForgeFetch;
  /** Metadata of the invocation that asks. */
  runtime: () => unknown;
  /** `fetch` inside of an invocation. */
  fetch: typeof fetch;
  isInvoked: () => boolean;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

let installed: ForgeGlobals | undefined;

/**
 * Puts both globals of the Forge runtime and `fetch` in place; the result takes them away again.
 * @forge/api keeps the `fetch` that it found when it was loaded, so what it keeps asks the platform
 * that is installed now. Outside of an invocation only this machine can be fetched from.
 */
export function installGlobals(globals: ForgeGlobals): () => void {
  if (installed) {
    throw new Error('A Forge platform is installed in this process: dispose of it first.');
  }
  installed = globals;
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (installed?.isInvoked()) return installed.fetch(input, init);
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    if (LOOPBACK.has(hostname)) return fetchBefore(input, init);
    throw new Error(`fetch of ${hostname} outside of a Forge invocation.`);
  };
  const properties = {
    __forge_fetch__: { configurable: true, value: globals.forgeFetch },
    __forge_runtime__: { configurable: true, get: globals.runtime },
  };
  Object.defineProperties(globalThis, properties);
  return () => {
    installed = undefined;
    globalThis.fetch = fetchBefore;
    for (const name of Object.keys(properties)) Reflect.deleteProperty(globalThis, name);
  };
}
