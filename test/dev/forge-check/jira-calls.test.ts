import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type JiraCall = { method: string; path: string };

const { listJiraCalls, toSource } = createRequire(resolve('package.json'))(
  './dev/forge-check/jira-calls.cjs',
) as {
  listJiraCalls: (root: string) => { calls: JiraCall[]; unnamed: string[] };
  toSource: (calls: JiraCall[]) => string;
};

const ADAPTER = `
/**
 * One issue.
 *
 * Source: GET /rest/api/3/issue/{issueIdOrKey}?expand=changelog, https://developer.example
 */
const getIssue = (key: string) => ask(\`/rest/api/3/issue/\${encodeURIComponent(key)}?expand=changelog\`);
// '/rest/api/3/commented' is no call
const secret = () => ask('/rest/api/3/secret');
/** Source: POST /rest/api/3/issueLink, https://developer.example */
const link = () => ask('/rest/api/3/issueLink', { method: 'POST' });
`;

describe('listJiraCalls', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'convoy-calls-'));
    mkdirSync(join(root, 'src/adapters/jira'), { recursive: true });
    writeFileSync(join(root, 'src/adapters/jira/jira.ts'), ADAPTER);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('reads the calls of the adapter from their sources, and finds one that names none', () => {
    const { calls, unnamed } = listJiraCalls(root);

    expect(calls).toEqual([
      { method: 'GET', path: '/rest/api/3/issue/{issueIdOrKey}' },
      { method: 'POST', path: '/rest/api/3/issueLink' },
    ]);
    expect(unnamed).toEqual(['/rest/api/3/secret']);
  });

  it('knows every call of the real adapter', () => {
    const { calls, unnamed } = listJiraCalls(resolve('.'));

    expect(calls).toContainEqual({ method: 'GET', path: '/rest/api/3/issue/{issueIdOrKey}' });
    expect(unnamed).toEqual([]);
  });

  it('writes the calls where the linter can see them', () => {
    const source = toSource([{ method: 'GET', path: '/rest/api/3/issue/{issueIdOrKey}' }]);

    expect(source).toContain(
      "void api.asUser().requestJira(route`/rest/api/3/issue/${id}`, { method: 'GET' });",
    );
  });
});
