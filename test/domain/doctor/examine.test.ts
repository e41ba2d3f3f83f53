import { examine, notSetUp } from '../../../src/domain/doctor/examine';
import {
  connectionFacts,
  doctorFacts,
  outlineOfFindings,
  repositoryFacts,
} from '../../support/doctor-facts';

const bare = (id: string) => repositoryFacts(id, { settings: { owner: null } });

describe('examine', () => {
  it('finds nothing where all is well', () => {
    expect(examine(doctorFacts())).toEqual([]);
  });

  it('gives the worst first, then by kind and by name, whatever the order of the settings', () => {
    const repositories = [
      bare('github:acme/b'),
      repositoryFacts('github:other/x'),
      repositoryFacts('github:acme/a', { settings: { owner: null }, status: { asOf: null } }),
      repositoryFacts('github:acme/c', {
        status: { renamedTo: 'acme/d', asOf: '2026-05-01T08:00:00Z' },
      }),
    ];
    const more = { connections: [connectionFacts({ owner: 'acme' })] };

    const expected = [
      'problem no-connection: github.com/other',
      'problem never-read: github:acme/a',
      'warning renamed-repository: github:acme/c',
      'warning stale-evidence: github:acme/c',
      'hint catalogue-gap: github:acme/a',
      'hint catalogue-gap: github:acme/b',
    ];
    expect(outlineOfFindings(examine(doctorFacts(repositories, more)))).toEqual(expected);
    expect(outlineOfFindings(examine(doctorFacts(repositories.toReversed(), more)))).toEqual(
      expected,
    );
  });

  it('lists fifty of a kind and counts the rest', () => {
    const repositories = Array.from({ length: 900 }, (_, index) =>
      bare(`github:acme/${String(index).padStart(3, '0')}`),
    );

    const found = examine(doctorFacts(repositories, { repositoriesOfSite: 1 }));

    expect(found).toHaveLength(51);
    expect(found[49]).toMatchObject({ subject: 'github:acme/049', count: 1 });
    expect(found[50]).toMatchObject({
      code: 'catalogue-gap',
      severity: 'hint',
      subject: 'PAY',
      message: 'There are 850 more findings of this kind.',
      place: { part: 'repositories', repository: null },
      count: 850,
    });
  });
});

it('has one thing to say of a project that is not set up', () => {
  expect(notSetUp('WEB')).toMatchObject([
    { code: 'not-set-up', severity: 'problem', subject: 'WEB', place: { part: 'route' } },
  ]);
});
