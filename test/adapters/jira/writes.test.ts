import { createJiraWriter } from '../../../src/adapters/jira/writes';
import type { JiraFetch } from '../../../src/adapters/jira/request';
import type { AtlassianDocument } from '../../../src/ports/issue-writer';
import { connect, failureOf } from '../../support/connected-jira';
import { jiraSite } from '../../support/jira-site';

const FILE = {
  fileName: 'release.md',
  mediaType: 'text/markdown;charset=utf-8',
  text: '# Größe 😀\r\n--x',
};
const doc = (text: string): AtlassianDocument => ({
  version: 1,
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const json = async (fetch: JiraFetch, path: string): Promise<unknown> => (await fetch(path)).json();

describe('what is written into Jira', () => {
  it('adds a file to an issue as who asks, every character as it was', async () => {
    const { fetch } = connect(jiraSite());

    await createJiraWriter({ fetch }).attachFile('PAY-1', FILE);

    expect(await json(fetch, '/rest/api/3/issue/PAY-1?fields=attachment')).toMatchObject({
      fields: {
        attachment: [
          {
            filename: 'release.md',
            mimeType: 'text/markdown;charset=utf-8',
            size: Buffer.byteLength(FILE.text),
            author: { accountId: 'ana' },
          },
        ],
      },
    });
  });

  it('adds a comment to an issue', async () => {
    const { fetch } = connect(jiraSite());

    await createJiraWriter({ fetch }).addComment('PAY-1', doc('Ready.'));

    expect(await json(fetch, '/rest/api/3/issue/PAY-1/comment')).toMatchObject({
      comments: [{ author: { accountId: 'ana' }, body: doc('Ready.') }],
    });
  });

  it('replaces the description of a version', async () => {
    const writer = createJiraWriter(connect(jiraSite()));

    await writer.setVersionDescription('20', 'NO-SHIP\nSee Convoy.');

    expect(await writer.getVersionDescription('20')).toBe('NO-SHIP\nSee Convoy.');
  });

  it('finds no description where there is none', async () => {
    const fetch: JiraFetch = () => Promise.resolve(Response.json({ id: '20', name: '1.0' }));

    expect(await createJiraWriter({ fetch }).getVersionDescription('20')).toBe('');
  });

  it.each(['../../serverInfo', 'PAY-1/..', '', 'PAY 1'])(
    'asks Jira nothing for %j',
    async (key) => {
      const { fetch, paths } = connect(jiraSite());
      const writer = createJiraWriter({ fetch });

      const failures = await Promise.all([
        failureOf(writer.attachFile(key, FILE)),
        failureOf(writer.addComment(key, { version: 1, type: 'doc', content: [] })),
      ]);

      expect(failures.map(({ failure }) => failure.kind)).toEqual(['not-found', 'not-found']);
      expect(paths).toEqual([]);
    },
  );

  it('says that somebody may not change what they may see', async () => {
    const writer = createJiraWriter(connect(jiraSite(), 'cy'));

    const { failure, message } = await failureOf(writer.setVersionDescription('20', 'Mine'));

    expect(failure).toEqual({ kind: 'not-found' });
    expect(message).toBe(
      'Jira has no version 20 of a project that you administer, or you may not change it (404). Check the key and your permissions.',
    );
  });
});
