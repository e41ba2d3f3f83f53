import { partDigest } from '../../../src/domain/evidence/part-digest';
import {
  changedDocuments,
  contentMark,
  readingsOf,
  revisedRepositories,
} from '../../../src/domain/release/readings';
import {
  issueEvidence,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../../support/builders';

const PART = repositoryEvidence();
const DIGEST = partDigest(PART);
const WATCHED = new Set(['PAY-1', 'PAY-2', 'PAY-3']);

const statuses = (more: Parameters<typeof repositoryStatus>[0] = {}) =>
  new Map([[REPOSITORY, repositoryStatus({ revision: 'r1', ...more })]]);

const judged = () =>
  readingsOf(statuses(), [
    issueEvidence([PART], { issueKey: 'PAY-1' }),
    issueEvidence([PART], { issueKey: 'PAY-2' }),
  ]);

const DEPLOYED = {
  environment: 'production',
  tier: 'production' as const,
  deployed: { sha: 'a1', at: '2026-05-04T09:00:00Z', url: null, isRead: true },
  attempted: null,
};

describe('revisedRepositories', () => {
  it('names no repository that was read again and holds the same', () => {
    expect(revisedRepositories(judged(), statuses({ asOf: '2026-05-05T09:00:00Z' }))).toEqual([]);
  });

  it('names one of which issues hold something else', () => {
    expect(revisedRepositories(judged(), statuses({ revision: 'r2' }))).toEqual([REPOSITORY]);
  });
});

describe('changedDocuments', () => {
  const index = (entries: Record<string, string>) =>
    new Map([[REPOSITORY, new Map(Object.entries(entries))]]);

  it.each([
    { when: 'nothing changed', now: { 'PAY-1': DIGEST, 'PAY-2': DIGEST }, changed: [] },
    { when: 'a part is another', now: { 'PAY-1': 'x', 'PAY-2': DIGEST }, changed: ['PAY-1'] },
    { when: 'a part is gone', now: { 'PAY-1': DIGEST }, changed: ['PAY-2'] },
    {
      when: 'an issue got its first change there',
      now: { 'PAY-1': DIGEST, 'PAY-2': DIGEST, 'PAY-3': 'n', 'PAY-4': 'n' },
      changed: ['PAY-3'],
    },
  ])('are $changed when $when', ({ now, changed }) => {
    const found = changedDocuments(judged(), WATCHED, {
      statuses: statuses({ revision: 'r2' }),
      indexes: index(now),
    });

    expect([...found]).toEqual(changed);
  });

  it.each([
    { what: 'something else runs in an environment', more: { environments: [DEPLOYED] } },
    {
      what: 'something else was released before',
      more: { baselines: { PAY: { version: '1.0', lacking: {} } } },
    },
  ])('are all that have a part there when $what', ({ more }) => {
    const found = changedDocuments(judged(), WATCHED, {
      statuses: statuses(more),
      indexes: new Map(),
    });

    expect([...found]).toEqual(['PAY-1', 'PAY-2']);
  });
});

describe('contentMark', () => {
  it('changes with a branch that went on, and not with what runs where', () => {
    const [before, moved, deployed] = [
      repositoryStatus(),
      repositoryStatus({ branches: { develop: { state: 'read', sha: 'd2' } } }),
      repositoryStatus({ environments: [DEPLOYED] }),
    ];

    expect(contentMark(moved)).not.toBe(contentMark(before));
    expect(contentMark(deployed)).toBe(contentMark(before));
  });
});
