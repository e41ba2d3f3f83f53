import { refuse } from '../../../src/usecases/refusal';
import { markAfter } from '../../../src/usecases/release/mark-after';
import { createInMemoryPorts, createWorld } from '../../support/in-memory-ports';

function createTest() {
  const queued: string[] = [];
  const ports = createInMemoryPorts(createWorld());
  const markIssues = ({ projectKey }: { projectKey: string }): Promise<void> => {
    queued.push(projectKey);
    return Promise.resolve();
  };
  return { queued, ports: { ...ports, jobs: { ...ports.jobs, markIssues } } };
}

describe('marking issues after somebody said something', () => {
  it.each([
    { about: { issueKey: 'PAY-12' }, projects: ['PAY'] },
    { about: { projectKey: 'PAY' }, projects: ['PAY'] },
    {
      about: { projectKey: 'PAY', also: [{ projectKey: 'LED' }, { projectKey: 'PAY' }] },
      projects: ['PAY', 'LED'],
    },
  ])('is queued for $projects after an act on $about', async ({ about, projects }) => {
    const { ports, queued } = createTest();

    expect(await markAfter(ports, about, Promise.resolve({ kept: true }))).toEqual({ kept: true });
    expect(queued).toEqual(projects);
  });

  it('is not queued when it was refused', async () => {
    const { ports, queued } = createTest();
    const refusal = refuse('forbidden', 'You may not.');

    expect(await markAfter(ports, { issueKey: 'PAY-12' }, Promise.resolve(refusal))).toBe(refusal);
    expect(queued).toEqual([]);
  });
});
