import type { Fault } from './schema';

type Call = { method: string; url: string };
type Handle<C> = (call: C) => Promise<Response>;

/** Puts the faults of a site before a host: a call that none matches reaches `handle`. */
export function applyFaults<C extends Call>(
  faults: readonly Fault[],
  handle: Handle<C>,
): Handle<C> {
  const watches = faults.map(createWatch);
  return async (call) => {
    const due = watches.map((isDue, index) => (isDue(call) ? faults[index] : undefined));
    const fault = due.find((found) => found !== undefined);
    return fault ? toResponse(fault) : handle(call);
  };
}

/** Counts the calls that match one fault and says whether it is this one's turn. */
function createWatch({ match, nth, times }: Fault): (call: Call) => boolean {
  const pattern = toPattern(match);
  const first = nth ?? 1;
  const last = first + (times ?? (nth === undefined ? Infinity : 1)) - 1;
  let seen = 0;
  return ({ method, url }) => {
    if (!matches(pattern, `${method.toUpperCase()} ${url}`)) return false;
    seen += 1;
    return seen >= first && seen <= last;
  };
}

function toPattern(match: string): RegExp {
  const literals = match.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}$`, 's');
}

/** With its query, or without: most faults do not care about paging. */
const matches = (pattern: RegExp, line: string): boolean =>
  pattern.test(line) || pattern.test(line.replace(/\?.*$/s, ''));

function toResponse({ status, body, headers }: Fault): Response {
  if (status === 0) throw new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') });
  if (body === undefined) return new Response(null, { status, headers });
  return typeof body === 'string'
    ? new Response(body, { status, headers })
    : Response.json(body, { status, headers });
}
