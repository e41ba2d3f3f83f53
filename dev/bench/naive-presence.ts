import { createNaiveGet, listOwn, type NaiveHosts } from './naive';

/**
 * The naive way to know where changes are: for each issue and repository list both lines page by
 * page, and for each commit of the issue ask for its diff and compare it to both lines. Returns how
 * many host calls that makes.
 */
export async function countNaivePresenceCalls(
  hosts: NaiveHosts,
  { paths, issueKeys }: { paths: readonly string[]; issueKeys: readonly string[] },
): Promise<number> {
  const naive = createNaiveGet(hosts);
  for (const key of issueKeys) {
    for (const path of paths) await askFor(naive.get, path, key);
  }
  return naive.calls();
}

const LINES = ['develop', 'main'];

async function askFor(
  get: (url: string) => Promise<unknown[]>,
  path: string,
  key: string,
): Promise<void> {
  const own = new Set<string>();
  for (const branch of LINES) {
    for (const sha of await listOwn(get, { path, branch, key })) own.add(sha);
  }
  for (const sha of own) {
    await get(`/repos/${path}/commits/${sha}`);
    for (const line of LINES) await get(`/repos/${path}/compare/${sha}...${line}`);
  }
}
