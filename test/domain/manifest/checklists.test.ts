import { checklists, type Words } from '../../../src/domain/manifest/checklists';
import type { JudgedBundle } from '../../../src/domain/release/judged-issue';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  reason,
  tick,
} from '../../support/judged-bundle';
import { manualStep } from '../../support/promotion-case';

const bundleWith = (...shas: string[]): JudgedBundle =>
  judgedBundle({
    issues: [
      judgedIssue({
        changes: [
          judgedChanges({
            notes: ['Old cards'],
            commits: shas.map((sha) => judgedCommit({ sha })),
          }),
        ],
        manualSteps: [manualStep({ id: 'step-9', shas })],
        reasons: [reason({ shas })],
      }),
    ],
  });

const NOTHING: Words = { ofIssues: new Map(), ofRelease: [] };
const all = (bundle: JudgedBundle, words: Words) => Object.values(checklists(bundle, words)).flat();

/** A word on each item, where the words on such an item are kept. */
function wordsOnAll(bundle: JudgedBundle, outcome: 'done' | 'failed'): Words {
  const items = all(bundle, NOTHING).map((item) => ({
    item,
    word: tick({ stepId: item.id, outcome, done: outcome === 'done', shas: item.shas }),
  }));
  return {
    ofIssues: new Map([
      ['PAY-1', items.filter(({ item }) => item.issueKey !== null).map(({ word }) => word)],
    ]),
    ofRelease: items.filter(({ item }) => item.issueKey === null).map(({ word }) => word),
  };
}

describe('checklists', () => {
  it.each(['done', 'failed'] as const)('keep every word when generated again: %s', (outcome) => {
    const words = wordsOnAll(bundleWith('a1', 'a2'), outcome);
    const states = all(bundleWith('a1', 'a2'), words).map(({ state }) => state);

    expect(states).toHaveLength(8);
    expect(new Set(states)).toEqual(new Set([outcome]));
  });

  it.each(['done', 'failed'] as const)(
    'open what a new commit touches again, and keep the word: %s',
    (outcome) => {
      const words = wordsOnAll(bundleWith('a1'), outcome);
      const items = all(bundleWith('a1', 'a2'), words);
      const opened = items.filter(({ reopenedBy }) => reopenedBy.length > 0);

      expect(opened.map(({ kind }) => kind)).toEqual([
        'test',
        'note',
        'note',
        'confirm',
        'review',
        'manual-step',
      ]);
      expect(opened.map(({ state }) => state)).toEqual(Array(6).fill('open'));
      expect(opened.map(({ word }) => word?.outcome)).toEqual(Array(6).fill(outcome));
      expect(opened.map(({ reopenedBy }) => reopenedBy)).toEqual(Array(6).fill(['a2']));
    },
  );

  it('have an id of its own for each item', () => {
    const ids = all(bundleWith('a1'), NOTHING).map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('take no word on an issue for one on the release', () => {
    const { ofIssues } = wordsOnAll(bundleWith('a1'), 'done');
    const words = { ofIssues: new Map(), ofRelease: [...ofIssues.values()].flat() };

    expect(all(bundleWith('a1'), words).every(({ state }) => state === 'open')).toBe(true);
  });
});
