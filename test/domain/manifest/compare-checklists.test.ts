import { compareManifests } from '../../../src/domain/manifest/compare';
import type { Manifest, ManifestCheckItem } from '../../../src/domain/manifest/manifest';
import { manifestOf } from '../../support/manifest';

const item = (more: Partial<ManifestCheckItem> = {}): ManifestCheckItem => ({
  ...{ id: 'item-1', kind: 'test', text: 'Try PAY-1 on test', issueKey: 'PAY-1', owner: null },
  ...{ state: 'open', by: null, at: null, note: null, reopenedBy: [] },
  ...more,
});

const manifest = (...qa: ManifestCheckItem[]): Manifest => ({
  ...manifestOf(),
  checklists: { qa, client: [], releaseManager: [] },
});

const told = (before: Manifest, after: Manifest): string[] =>
  compareManifests(before, after).map(({ text }) => text);

describe('checklists of two manifests', () => {
  it.each([
    {
      when: 'somebody ticked',
      was: [item()],
      is: [item({ state: 'done' })],
      text: 'PAY-1, QA checklist: open, now done: Try PAY-1 on test',
    },
    {
      when: 'somebody failed',
      was: [item({ state: 'done' })],
      is: [item({ state: 'failed' })],
      text: 'PAY-1, QA checklist: done, now failed: Try PAY-1 on test',
    },
    {
      when: 'commits opened again',
      was: [item({ state: 'done' })],
      is: [item({ reopenedBy: ['a1', 'b2'] })],
      text: 'PAY-1, QA checklist: done, now open again, for 2 commits since: Try PAY-1 on test',
    },
    {
      when: 'is new and done',
      was: [],
      is: [item({ issueKey: null, state: 'done', text: 'Tell the client' })],
      text: 'The QA checklist: open, now done: Tell the client',
    },
  ])('tell what $when', ({ was, is, text }) => {
    expect(told(manifest(...was), manifest(...is))).toEqual([text]);
  });

  it('tell nothing of items that came, went or stayed', () => {
    expect(told(manifest(item()), manifest(item({ text: 'In other words' })))).toEqual([]);
    expect(told(manifest(item({ state: 'done' })), manifest(item({ id: 'item-2' })))).toEqual([]);
  });
});
