import type { AppCall, Between } from '../../dev/local-site/open-site';

export type Place = 'github' | 'gitlab' | 'jira';

const HOSTS: Record<string, Place> = {
  'api.github.com': 'github',
  'gitlab.com': 'gitlab',
  'local-site.example': 'jira',
};

/** What becomes of an answer on its way to the app; a network that breaks throws. */
export type Spoil = (answer: Response) => Response | Promise<Response>;

/** `times` calls to a place from the `nth` on do not get their answer as it was given. */
export type Spoiled = { place: Place; nth: number; times: number; spoil: Spoil };

/** Remembers what the code hosts answered, for any number of sites over the same git repositories. */
export function createWire(): (spoiled?: Spoiled) => Between {
  const given = new Map<string, Promise<Given>>();
  const remember: Between = async (call, answer) => {
    if (placeOf(call) === 'jira') return answer();
    const key = keyOf(call);
    const before = given.get(key) ?? answer().then(keep);
    given.set(key, before);
    return toResponse(await before);
  };
  return (spoiled) => (spoiled ? spoiling(spoiled, remember) : remember);
}

function spoiling({ place, nth, times, spoil }: Spoiled, remember: Between): Between {
  let seen = 0;
  return async (call, answer) => {
    if (placeOf(call) !== place) return remember(call, answer);
    seen += 1;
    const isDue = seen >= nth && seen < nth + times;
    const told = await remember(call, answer);
    return isDue ? spoil(told) : told;
  };
}

export const placeOf = ({ url }: AppCall): Place | undefined => HOSTS[new URL(url).host];

const keyOf = ({ method, url, headers, body }: AppCall): string =>
  [method, url, headers.get('accept'), headers.get('if-none-match'), body].join('\n');

type Given = { status: number; headers: [string, string][]; body: ArrayBuffer };

const keep = async (answer: Response): Promise<Given> => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.arrayBuffer(),
});

const toResponse = ({ status, headers, body }: Given): Response =>
  new Response(status === 204 || status === 304 ? null : body, { status, headers });

/** An answer without anything of what was asked for. */
export const answers =
  (status: number, body?: unknown): Spoil =>
  () =>
    body === undefined ? new Response(null, { status }) : Response.json(body, { status });

/** Half of the answer, as if it were all. */
export const cut: Spoil = async (answer) => {
  const { status, headers } = answer;
  const whole = await answer.arrayBuffer();
  return new Response(whole.slice(0, whole.byteLength / 2), { status, headers });
};

/** The answer without the items of its lists, as if there were none; what is no list stays. */
export const emptied: Spoil = async (answer) => {
  const { status, headers } = answer;
  const told = await answer.text();
  const [whole] = parsed(told);
  if (whole === undefined) return new Response(told || null, { status, headers });
  const kept = [...headers].filter(([name]) => !SAYS_MORE.test(name));
  return Response.json(withoutItems(whole), { status, headers: kept });
};

/** Headers that speak of more than what the body holds. */
const SAYS_MORE =
  /^(?:link|x-(?:next-page|page|per-page|prev-page|total|total-pages)|content-length)$/;

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** The outermost lists are emptied, and what counts or pages beside them says so. */
function withoutItems(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, one]) => [name, withoutItemsIn(name, one)]);
  return Object.fromEntries(entries) as unknown;
}

const withoutItemsIn = (name: string, value: unknown): unknown =>
  name in NONE ? NONE[name as keyof typeof NONE] : withoutItems(value);

const NONE = { total: 0, totalCount: 0, hasNextPage: false, isLast: true, nextPageToken: null };

/** No answer: the connection is reset, or nobody answers in time. */
export const breaks: Spoil = () => {
  throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
};

/** The connection is reset in the middle of the answer. */
export const breaksOff: Spoil = async (answer) => {
  const { status, headers } = answer;
  const whole = new Uint8Array(await answer.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(whole.slice(0, whole.byteLength / 2));
    },
    pull: (stream) => {
      stream.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status, headers });
};
