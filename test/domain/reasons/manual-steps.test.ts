import type { ManualStep, Tick } from '../../../src/domain/reasons/manual-step';
import type { RepositoryCase } from '../../../src/domain/reasons/promotion-case';
import { manualSteps } from '../../../src/domain/reasons/manual-steps';
import { REPOSITORY } from '../../support/builders';
import {
  arrivedChange,
  changeOn,
  knownTrailersOf,
  mergedPullRequest,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const TO_PROD = { to: 'prod' };
const trailers = knownTrailersOf({ manualSteps: ['Restart the queue'] });
const settings = repositorySettings(REPOSITORY, {
  manualSteps: [{ paths: ['migrations/**'], text: 'Run the migration', owner: 'DBA' }],
});
const paths = { listed: ['migrations/1.sql'], omitted: 0 };
const steps = (more: Partial<RepositoryCase>, ticks: Tick[] = []) =>
  manualSteps([repositoryCase(more)], TO_PROD, ticks);
const restart = (ticks: Tick[] = [], ...shas: string[]) =>
  steps({ changes: ['a1', ...shas].map((sha) => travellingChange({ sha, trailers })) }, ticks)[0];
const ID = restart()?.id ?? '';
const tick = (more: Partial<Tick> = {}): Tick => ({
  stepId: ID,
  done: true,
  by: 'Bo Chen',
  accountId: 'bo',
  at: '2026-05-03T08:00:00Z',
  note: 'took two minutes',
  shas: ['a1'],
  ...more,
});

describe('manualSteps', () => {
  it.each<{ when: string; more: Partial<RepositoryCase>; texts: string[] }>([
    { when: 'nobody asks for one', more: {}, texts: [] },
    {
      when: 'a commit does',
      more: { changes: [travellingChange({ trailers })] },
      texts: ['Restart the queue'],
    },
    {
      when: 'a pull request does',
      more: { pullRequests: [mergedPullRequest({ trailers })] },
      texts: ['Restart the queue'],
    },
    {
      when: 'a rule does',
      more: { settings, changes: [travellingChange({ paths })] },
      texts: ['Run the migration'],
    },
    { when: 'the rule matches nothing', more: { settings }, texts: [] },
    {
      when: 'two commits ask for the same',
      more: {
        changes: [travellingChange({ trailers }), travellingChange({ sha: 'a2', trailers })],
      },
      texts: ['Restart the queue'],
    },
    {
      when: 'the change has arrived',
      more: { settings, changes: [arrivedChange({ trailers, paths })] },
      texts: [],
    },
    {
      when: 'nobody knows whether it arrived',
      more: { changes: [changeOn({ prod: 'unknown' }, { trailers })] },
      texts: ['Restart the queue'],
    },
    {
      when: 'nobody read the files',
      more: { settings, changes: [travellingChange({ paths: 'unread' })] },
      texts: [],
    },
  ])('are $texts when $when', ({ more, texts }) => {
    expect(steps(more).map(({ text }) => text)).toEqual(texts);
  });

  it('say who asks, who does it, and where', () => {
    expect(steps({ settings, changes: [travellingChange({ paths })] })).toEqual([
      {
        id: '2532f6fa681258d8',
        text: 'Run the migration',
        owner: 'DBA',
        repository: REPOSITORY,
        source: 'settings',
        shas: ['a1'],
        evidence: [
          {
            text: 'Payments API a1 PAY-1 Fix login',
            url: 'https://github.com/acme/payments-api/commit/a1',
          },
        ],
        done: false,
        by: null,
        at: null,
        note: null,
        reopened: null,
      },
    ]);
  });

  it.each([
    { when: 'a commit asks for it', more: { changes: [travellingChange({ trailers })] } },
    {
      when: 'a rule that names nobody asks for it',
      more: { changes: [travellingChange({ paths })] },
      manualSteps: [{ paths: ['migrations/**'], text: 'Run the migration', owner: null }],
    },
  ])('fall to the owner of the repository when $when', ({ more, manualSteps: rules = [] }) => {
    const owned = repositorySettings(REPOSITORY, { owner: 'Team Blue', manualSteps: rules });

    expect(steps({ ...more, settings: owned }).map(({ owner }) => owner)).toEqual(['Team Blue']);
  });

  it('keep their id when more commits ask for them, and have another in another repository', () => {
    const elsewhere = manualSteps(
      [
        repositoryCase({
          repository: 'github:acme/ui',
          changes: [travellingChange({ trailers })],
        }),
      ],
      TO_PROD,
      [],
    );

    expect(restart([], 'a2')?.id).toBe(ID);
    expect(elsewhere[0]?.id).not.toBe(ID);
  });

  it('are done once somebody ticked them', () => {
    expect(restart([tick()])).toMatchObject({
      done: true,
      by: 'Bo Chen',
      at: '2026-05-03T08:00:00Z',
      note: 'took two minutes',
    });
  });

  it.each<{ when: string; ticks: Tick[]; shas?: string[]; done: boolean }>([
    { when: 'another step was ticked', ticks: [tick({ stepId: 'other' })], done: false },
    { when: 'another commit asks since', ticks: [tick()], shas: ['a2'], done: false },
    {
      when: 'the tick covers both',
      ticks: [tick({ shas: ['a2', 'a1'] })],
      shas: ['a2'],
      done: true,
    },
    {
      when: 'somebody took the tick back',
      ticks: [tick({ done: false, at: '2026-05-04T08:00:00Z' }), tick()],
      done: false,
    },
    {
      when: 'somebody ticked it again',
      ticks: [tick({ at: '2026-05-05T08:00:00Z' }), tick({ done: false })],
      done: true,
    },
    { when: 'two said the opposite at once', ticks: [tick({ done: false }), tick()], done: false },
  ])('are done: $done, when $when', ({ ticks, shas = [], done }) => {
    expect(restart(ticks, ...shas)?.done).toBe(done);
  });

  const TICKED = { by: 'Bo Chen', at: '2026-05-03T08:00:00Z', note: 'took two minutes' };

  it.each<{ when: string; ticks: Tick[]; shas: string[]; reopened: ManualStep['reopened'] }>([
    { when: 'nobody ticked it', ticks: [], shas: [], reopened: null },
    { when: 'the tick counts', ticks: [tick()], shas: [], reopened: null },
    {
      when: 'another commit asks since',
      ticks: [tick()],
      shas: ['a2'],
      reopened: { kind: 'new-commit', ...TICKED },
    },
    {
      when: 'somebody took the tick back',
      ticks: [tick(), tick({ done: false, by: 'Rita', at: '2026-05-04T08:00:00Z', note: null })],
      shas: [],
      reopened: { kind: 'unticked', by: 'Rita', at: '2026-05-04T08:00:00Z', note: null },
    },
  ])('say who reopened them when $when', ({ ticks, shas, reopened }) => {
    expect(restart(ticks, ...shas)?.reopened).toEqual(reopened);
  });
});
