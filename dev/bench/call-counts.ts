import { z } from 'zod';

/** Calls for one repository: those that ask what commits changed or hold, and all. */
export type Count = { presence: number; total: number };

export type CallCounts = {
  add: (call: HostCall) => void;
  /** By the path of the repository. */
  counts: ReadonlyMap<string, Count>;
  reset: () => void;
};

/** A call to a code host; `body` is empty where there is none. */
export type HostCall = { url: string; body: string };

/** Of REST: a comparison, one commit, its diff, a tree. */
const PRESENCE_ROUTES = [
  /\/repos\/[^/]+\/[^/]+\/(?:compare|commits|git\/trees|git\/commits)\/[^/?]+(?:\?|$)/,
  /\/repository\/(?:compare|tree|commits\/[^/?]+(?:\/diff)?)(?:\?|$)/,
];
/** Of GraphQL: diffs of commits, files of commits, or which commits are there. */
const PRESENCE_QUERY = /\bdiffs\b|\bblobs\b|\bentries\b|^(?!.*\bpipelines\b).*\bcommit\(/s;
const REST_PATH = /\/(?:repos|projects)\/([^/?]+(?:\/[^/?]+)?)/;

const Query = z.object({
  query: z.string(),
  variables: z.union([
    z.object({ path: z.string() }).transform(({ path }) => path),
    z
      .object({ owner: z.string(), name: z.string() })
      .transform((one) => `${one.owner}/${one.name}`),
  ]),
});

/** Counts host calls by repository and by what they are for. */
export function countByPurpose(): CallCounts {
  const counts = new Map<string, Count>();
  return {
    counts,
    add: (call) => {
      const { path, isForPresence } = call.body === '' ? ofRest(call.url) : ofQuery(call.body);
      const count = counts.get(path) ?? { presence: 0, total: 0 };
      counts.set(path, {
        presence: count.presence + Number(isForPresence),
        total: count.total + 1,
      });
    },
    reset: () => {
      counts.clear();
    },
  };
}

type Purpose = { path: string; isForPresence: boolean };

function ofRest(url: string): Purpose {
  const path = decodeURIComponent(REST_PATH.exec(url)?.[1] ?? '');
  return {
    path: path.split('/').slice(0, 2).join('/'),
    isForPresence: PRESENCE_ROUTES.some((route) => route.test(url)),
  };
}

function ofQuery(body: string): Purpose {
  const { query, variables: path } = Query.parse(JSON.parse(body));
  return { path, isForPresence: PRESENCE_QUERY.test(query) };
}

/** The most that any repository took. */
export const mostOf = ({ counts }: CallCounts, kind: keyof Count): number =>
  Math.max(0, ...[...counts.values()].map((count) => count[kind]));

export const sumOf = ({ counts }: CallCounts, kind: keyof Count): number =>
  [...counts.values()].reduce((sum, count) => sum + count[kind], 0);
