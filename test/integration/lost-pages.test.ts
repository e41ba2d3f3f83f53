import { createAsking, dishonest, isSame, type Asking, type MadeCall } from '../support/honesty';
import { createPagedSite } from '../support/paged-site';
import { skipPauses } from '../support/skip-pauses';
import { answers, emptied, type Spoil } from '../support/spoiled-calls';

/** Marking issues asks which releases are to come: nothing that the panel says rests on it. */
const MARKING = 'jira GET /rest/api/3/project/PAY/versions';

/** The released version, its issues (keys come 5,000 a page: one here) and the history: what decides lies on their last pages. */
const JIRA = [
  'jira GET /rest/api/3/project/PAY/versions',
  'jira GET /rest/api/3/search/jql',
  MARKING,
  'jira GET /rest/api/3/issue/10001/changelog',
  'jira GET /rest/api/3/issue/10001/changelog further',
  'jira GET /rest/api/3/issue/10001/changelog',
  'jira GET /rest/api/3/issue/10001/changelog further',
];
const OF_JIRA = /\/(?:versions|search\/jql|changelog)$/;

/** A project may have no version, and a version no issue: an empty list of them cannot be told. */
const UNTOLD = [
  'jira GET /rest/api/3/project/PAY/versions: blocked',
  'jira GET /rest/api/3/search/jql: blocked',
];

const HOSTS = [
  {
    host: 'github',
    pages: [
      'github query Deployments further',
      'github query PullRequests further',
      'github query PullRequests further',
      'github GET /repos/acme/api/commits further',
      ...JIRA,
    ],
    commits: 'github GET /repos/acme/api/commits further',
  },
  {
    host: 'gitlab',
    pages: [
      'gitlab GET /api/v4/projects/acme%2Fshop/deployments further',
      'gitlab GET /api/v4/projects/acme%2Fshop/merge_requests further',
      'gitlab GET /api/v4/projects/acme%2Fshop/repository/commits further',
      ...JIRA,
    ],
    commits: 'gitlab GET /api/v4/projects/acme%2Fshop/repository/commits further',
  },
] as const;

describe.each(HOSTS)('lists at $host that go on behind a page', ({ host, pages, commits }) => {
  let asking: Asking;

  skipPauses();
  beforeAll(async () => {
    asking = await createAsking(createPagedSite[host]());
  }, 120_000);

  /** Every list goes on for one page; of Jira the calls before it count as well. */
  const lastPages = () =>
    asking.whole.calls.filter(({ name }) => name.endsWith(' further') || OF_JIRA.test(name));

  it('are read to their ends', () => {
    expect(lastPages().map(nameIn)).toEqual(pages);
    expect(asking.whole.reply).toMatchObject({
      ok: true,
      value: { verdict: 'blocked', evidence: { gaps: [] } },
    });
  });

  /** What is the same without a last page was asked for otherwise. */
  it.each<{ way: string; times: number; spoil: Spoil; same: string[]; untold: string[] }>([
    { way: 'is not found', times: 1, spoil: answers(404, {}), same: [MARKING], untold: [] },
    { way: 'fails for long', times: 12, spoil: answers(503), same: [], untold: [] },
    { way: 'is empty', times: 1, spoil: emptied, same: [commits, MARKING], untold: UNTOLD },
  ])(
    'are a gap with its cause, or an error, when a last page $way',
    async ({ times, spoil, same, untold }) => {
      const unmoved: string[] = [];
      const wrong: string[] = [];
      const { whole, again } = asking;
      for (const page of lastPages()) {
        const asked = await again(page, { times, spoil });
        const found = dishonest(asked, whole, page.place);
        if (found !== null) wrong.push(`${nameIn(page)}: ${found}`);
        if (isSame(asked, whole)) unmoved.push(nameIn(page));
      }

      expect(wrong).toEqual(untold);
      expect(unmoved).toEqual(same);
    },
    120_000,
  );
});

const nameIn = ({ place, name }: MadeCall): string => `${place} ${name}`;
