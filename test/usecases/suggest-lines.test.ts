import { suggestLines } from '../../src/usecases/suggest-lines';
import { gheWorld } from '../support/ghe-world';
import { createInMemoryPorts, type HostContent } from '../support/in-memory-ports';

const ports = (content: HostContent) => createInMemoryPorts(gheWorld(content));

describe('suggestLines', () => {
  const repository = 'github:ghe.acme.com/acme/api';
  const branches = ['develop', 'release/test', 'main'];

  it("follows the project's route", async () => {
    const host = ports({ repositories: [{ path: 'acme/api', branches }] });

    expect(await suggestLines(host, { repository, projectKey: 'PAY' })).toMatchObject({
      branches,
      isComplete: true,
      suggestions: [
        { line: 'dev', branch: 'develop', confidence: 'high' },
        { line: 'test', branch: 'release/test', confidence: 'high' },
        { line: 'prod', branch: 'main', confidence: 'high' },
      ],
    });
  });

  it('follows the route that is being edited, before the saved one', async () => {
    const host = ports({ repositories: [{ path: 'acme/api', branches }] });
    const route = [
      { name: 'build', branch: 'develop' },
      { name: 'test', branch: '' },
    ];

    expect(await suggestLines(host, { repository, projectKey: 'PAY', route })).toMatchObject({
      suggestions: [
        { line: 'build', branch: 'develop', confidence: 'high' },
        { line: 'test', branch: 'release/test', confidence: 'medium' },
      ],
    });
  });

  it('finds the usual lines once the edited route has none', async () => {
    const host = ports({ repositories: [{ path: 'acme/api', branches }] });

    expect(await suggestLines(host, { repository, projectKey: 'PAY', route: [] })).toMatchObject({
      suggestions: [{ line: 'dev' }, { line: 'test' }, { line: 'prod' }],
    });
  });

  it('finds the usual lines without a project', async () => {
    const host = ports({ repositories: [{ path: 'acme/api', branches: ['master'] }] });

    expect(await suggestLines(host, { repository })).toMatchObject({
      suggestions: [{ line: 'prod', branch: 'master', confidence: 'medium' }],
    });
  });

  it('says when there are more branches than it looked at', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `b${index}`);
    const host = ports({ repositories: [{ path: 'acme/api', branches: many }] });

    expect(await suggestLines(host, { repository })).toMatchObject({ isComplete: false });
  });

  it('refuses a repository that no connection covers', async () => {
    const gitlab = { repository: 'gitlab:gitlab.com/a/b' };

    expect(await suggestLines(ports({ repositories: [] }), gitlab)).toMatchObject({
      refused: 'not-found',
      message: expect.stringContaining('gitlab:gitlab.com/a/b') as string,
    });
  });
});
