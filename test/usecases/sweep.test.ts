import { sweep } from '../../src/usecases/sweep';
import { createInMemoryPorts, createWorld } from '../support/in-memory-ports';
import { projectSettings, repositorySettings } from '../support/settings';

const project = (projectKey: string, ...ids: string[]) =>
  [
    projectKey,
    projectSettings({ projectKey, repositories: ids.map((id) => repositorySettings(id)) }),
  ] as const;

describe('sweep', () => {
  it('reads each repository of every project once, by id', async () => {
    const world = createWorld({
      settings: new Map([
        project('WEB', 'github:acme/ui', 'github:acme/api'),
        project('PAY', 'github:acme/api', 'github:acme/db'),
      ]),
    });

    expect(await sweep(createInMemoryPorts(world))).toBe(3);
    expect(world.queued).toEqual(['github:acme/api', 'github:acme/db', 'github:acme/ui']);
  });

  it('has the issues of every project marked anew: people change releases in Jira, too', async () => {
    const world = createWorld({ settings: new Map([project('WEB'), project('PAY')]) });
    const marked: string[] = [];
    const ports = createInMemoryPorts(world);
    const markIssues = ({ projectKey }: { projectKey: string }): Promise<void> => {
      marked.push(projectKey);
      return Promise.resolve();
    };

    await sweep({ ...ports, jobs: { ...ports.jobs, markIssues } });

    expect(marked).toEqual(['PAY', 'WEB']);
  });

  it('has nothing to read before a project is set up', async () => {
    const world = createWorld();

    expect(await sweep(createInMemoryPorts(world))).toBe(0);
    expect(world.queued).toEqual([]);
  });
});
