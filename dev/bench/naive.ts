/**
 * The naive way that such tools go: for each issue, for each branch, list the commits page by page
 * and fetch each that names the issue. Returns how many host calls that makes.
 */
export async function countNaiveCalls(
  hosts: { handle: (request: Request) => Promise<Response> },
  {
    path,
    branches,
    issueKeys,
  }: { path: string; branches: readonly string[]; issueKeys: readonly string[] },
): Promise<number> {
  let calls = 0;
  const get = async (url: string): Promise<unknown[]> => {
    calls += 1;
    const headers = { authorization: 'Bearer gh-test-token' };
    const answer = await hosts.handle(new Request(`https://api.github.com${url}`, { headers }));
    return [await answer.json()].flat() as unknown[];
  };
  for (const key of issueKeys) {
    for (const branch of branches) await readBranch(get, { path, branch, key });
  }
  return calls;
}

type Listed = { sha: string; commit: { message: string } };

async function readBranch(
  get: (url: string) => Promise<unknown[]>,
  { path, branch, key }: { path: string; branch: string; key: string },
): Promise<void> {
  for (let page = 1; ; page += 1) {
    const query = `sha=${encodeURIComponent(branch)}&per_page=100&page=${page}`;
    const commits = (await get(`/repos/${path}/commits?${query}`)) as Listed[];
    const own = commits.filter(({ commit }) => new RegExp(`\\b${key}\\b`).test(commit.message));
    for (const { sha } of own) await get(`/repos/${path}/commits/${sha}`);
    if (commits.length < 100) return;
  }
}
