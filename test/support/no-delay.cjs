/**
 * A timer of no time is over in the same turn of the event loop. Node waits a millisecond, and the
 * limiter of Octokit sets four such timers for each call.
 */
const { clearImmediate, clearTimeout, setImmediate, setTimeout } = globalThis;
const soon = new WeakSet();

globalThis.setTimeout = Object.assign((run, ms, ...parts) => {
  if (ms >= 1) return setTimeout(run, ms, ...parts);
  const timer = setImmediate(run, ...parts);
  soon.add(timer);
  return timer;
}, setTimeout);

globalThis.clearTimeout = (timer) =>
  soon.has(timer) ? clearImmediate(timer) : clearTimeout(timer);
