export type NaiveHosts = { handle: (request: Request) => Promise<Response> };
type Get = (url: string) => Promise<unknown[]>;

/** Asks GitHub, and counts. */
export function createNaiveGet(hosts: NaiveHosts): { get: Get; calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    get: async (url) => {
      calls += 1;
      const headers = { authorization: 'Bearer gh-test-token' };
      const answer = await hosts.handle(new Request(`https://api.github.com${url}`, { headers }));
      return [await answer.json()].flat() as unknown[];
    },
  };
}

/**
 * The naive way that such tools go: for each issue, for each branch, list the commits page by page
 * and fetch each that names the issue. Returns how many host calls that makes.
 */
export async function countNaiveCalls(
  hosts: NaiveHosts,
  {
    path,
    branches,
    issueKeys,
  }: { path: string; branches: readonly string[]; issueKeys: readonly string[] },
): Promise<number> {
  const { get, calls } = createNaiveGet(hosts);
  const lists = issueKeys.flatMap((key) => branches.map((branch) => ({ path, branch, key })));
  for (const list of lists) {
    for (const sha of await listOwn(get, list)) await get(`/repos/${path}/commits/${sha}`);
  }
  return calls();
}

type Listed = { sha: string; commit: { message: string } };

/** Shas of the commits of a branch that name an issue. */
export async function listOwn(
  get: Get,
  { path, branch, key }: { path: string; branch: string; key: string },
): Promise<string[]> {
  const own: string[] = [];
  for (let page = 1; ; page += 1) {
    const query = `sha=${encodeURIComponent(branch)}&per_page=100&page=${page}`;
    const commits = (await get(`/repos/${path}/commits?${query}`)) as Listed[];
    const naming = commits.filter(({ commit }) => new RegExp(`\\b${key}\\b`).test(commit.message));
    own.push(...naming.map(({ sha }) => sha));
    if (commits.length < 100) return own;
  }
}
