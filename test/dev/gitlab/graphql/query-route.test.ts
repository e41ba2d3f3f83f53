import { createGitLabSite } from '../../../support/gitlab-site';
import type { GitLabSite } from '../../../support/gitlab-site';

const paths = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at}.txt`);

describe('GraphQL of the GitLab stand-in', () => {
  let site: GitLabSite;
  beforeAll(() => {
    site = createGitLabSite();
    site.repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
  });
  afterAll(() => {
    site.remove();
  });

  const query = (text: string, variables: object = {}, ask = site.start()): Promise<Response> =>
    ask('https://gitlab.com/api/graphql', {
      method: 'POST',
      body: JSON.stringify({ query: text, variables }),
    });
  const BLOBS = `query Q($paths: [String!]!) { project(fullPath: "acme/web/shop") {
    repository { blobs(ref: "main", paths: $paths) { nodes { path } } }
  } }`;
  const errorsOf = async (reply: Promise<Response>): Promise<string[]> => {
    const { errors = [] } = (await (await reply).json()) as { errors?: { message: string }[] };
    return errors.map(({ message }) => message);
  };

  it.each([
    { count: 120, errors: [] },
    { count: 121, errors: ['Query has complexity of 252, which exceeds max complexity of 250'] },
  ])('counts each of $count paths', async ({ count, errors }) => {
    expect(await errorsOf(query(BLOBS, { paths: paths(count) }))).toEqual(errors);
  });

  it.each([
    { count: 31, errors: [] },
    { count: 32, errors: ['Query has complexity of 257, which exceeds max complexity of 250'] },
  ])('counts the pages of pipelines of $count commits', async ({ count, errors }) => {
    const list = 'pipelines(sha: "a", first: 5) { nodes { jobs(first: 40) { nodes { id } } } }';
    const lists = paths(count).map((_, at) => `a${at}: ${list}`);

    const reply = query(`{ project(fullPath: "acme/web/shop") { ${lists.join(' ')} } }`);

    expect(await errorsOf(reply)).toEqual(errors);
  });

  it('refuses what is too long', async () => {
    const reply = await query(`${BLOBS}${' '.repeat(10_000)}`, { paths: [] });

    expect(reply.status).toBe(422);
  });

  it('tells what merge requests hold, the newest first', async () => {
    const ask = site.start();
    const first = site.repository.head();
    const sha = site.repository.commit({ message: 'Two', branch: 'two', files: { b: 'b\n' } });
    const entry = { source_branch: 'two', sha };
    site.write('merge-requests.json', [
      { ...entry, iid: 1, title: 'One' },
      { ...entry, iid: 2, title: 'Two' },
      { ...entry, iid: 3, title: 'Three' },
    ]);

    const reply = await query(
      `{ project(fullPath: "acme/web/shop") {
        mergeRequests(iids: ["1", "3"]) { nodes { iid diffRefs { baseSha startSha headSha } } }
      } }`,
      {},
      ask,
    );

    const diffRefs = { baseSha: first, startSha: first, headSha: sha };
    expect(await reply.json()).toEqual({
      data: {
        project: {
          mergeRequests: {
            nodes: [
              { iid: '3', diffRefs },
              { iid: '1', diffRefs },
            ],
          },
        },
      },
    });
  });
});
