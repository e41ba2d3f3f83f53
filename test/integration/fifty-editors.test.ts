import type { LocalSite } from '../../dev/local-site/open-site';
import { createRepository } from '../support/git-repository';
import { issue, LINES, openTestSite, valueOf } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

const MAY = { projectKey: 'PAY', version: 'May' };
const EDITORS = Array.from({ length: 50 }, (_, nth) => `editor-${String(nth).padStart(2, '0')}`);

/** A release of PAY-1, with a note to look at for each of fifty people: all in one record of storage. */
async function openRelease(): Promise<LocalSite> {
  const git = createRepository(createTempFolder({}), 'api');
  git.commit({ message: 'Begin', files: { a: '1' }, branch: 'main' });
  git.branch('release/test', 'main');
  git.branch('develop', 'main');
  git.commit({ message: 'PAY-1 Fix login', files: { b: '1' }, branch: 'release/test' });
  const repository = { id: 'github:acme/api', notes: EDITORS.map((name) => `Look for ${name}`) };
  const project = { route: ['dev', 'test', 'prod'], lines: LINES, repositories: [repository] };
  const site = await openTestSite({
    repositories: [{ path: 'acme/api', git: git.gitFolder }],
    issues: [issue('PAY-1', { fixVersions: [{ id: '10', name: 'May' }] })],
    versions: [{ id: '10', name: 'May', projectId: 1, released: false }],
    users: EDITORS.map((accountId) => ({ accountId, displayName: accountId })),
    settings: { version: 1, projects: { PAY: project } },
  });
  await site.platform.drain();
  return site;
}

describe('fifty people who edit one checklist at the same moment', () => {
  let site: LocalSite;
  const readNotes = async () =>
    (await valueOf(site, 'getRelease', MAY, 'editor-00')).checklists.qa.filter(
      ({ kind }) => kind === 'note',
    );

  beforeAll(async () => {
    site = await openRelease();
  });
  afterAll(() => site.close());

  it('lose no word of each other', async () => {
    const before = await readNotes();
    expect(before.map(({ state }) => state)).toEqual(EDITORS.map(() => 'open'));

    await Promise.all(
      before.map(({ id, text }) => {
        const editor = /editor-\d\d/.exec(text)?.[0] ?? '';
        const word = { itemId: id, outcome: 'done', note: `seen by ${editor}` } as const;
        return valueOf(site, 'tickItem', { release: MAY, ...word }, editor);
      }),
    );

    const after = await readNotes();
    expect(after.map(({ state, by, note }) => `${state} ${by} ${note}`).toSorted()).toEqual(
      EDITORS.map((editor) => `done ${editor} seen by ${editor}`),
    );
  });
});
