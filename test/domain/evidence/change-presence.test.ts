import { findChanges } from '../../../src/domain/evidence/change-presence';
import { presenceFacts, shaOf, type Told } from '../../support/presence-facts';

/** main: root, pick. dev: root, one, two, and the empty commit. */
const STORY: Record<string, Told> = {
  root: { on: [], says: 'Begin', patch: 'root' },
  one: { on: ['root'], says: 'PAY-1 one', patch: 'x' },
  two: { on: ['one'], says: 'PAY-1 two', patch: 'y' },
  none: { on: ['two'], says: 'PAY-1 nothing', patch: '' },
  pick: { on: ['root'], says: 'PAY-1 one', patch: 'x' },
};
const REFS = [
  ['branch:dev', shaOf('none')],
  ['branch:main', shaOf('pick')],
  ['deployed:live', shaOf('pick')],
] as const;
const OWN = ['one', 'two', 'none'].map(shaOf);

describe('findChanges', () => {
  it('tells by ref where a change is, and leaves out where it is not', () => {
    const { presenceOf } = findChanges(presenceFacts(STORY), REFS, OWN);

    const picked = { state: 'present', by: 'patch', as: shaOf('pick') };
    expect(presenceOf(shaOf('one'))).toEqual({
      'branch:dev': { state: 'present', by: 'ancestor', as: shaOf('one') },
      'branch:main': picked,
      'deployed:live': picked,
    });
    expect(Object.keys(presenceOf(shaOf('two')))).toEqual(['branch:dev']);
  });

  it('takes a commit without a change for there only where it is reached', () => {
    const { presenceOf } = findChanges(presenceFacts(STORY), REFS, OWN);

    expect(Object.keys(presenceOf(shaOf('none')))).toEqual(['branch:dev']);
  });

  it('keeps the note on a change that a merge left behind', () => {
    const story: Record<string, Told> = {
      root: { on: [], says: 'Begin', patch: 'root', tree: 't' },
      one: { on: ['root'], says: 'PAY-1 one', patch: 'x', tree: 'u' },
      ours: { on: ['root', 'one'], says: 'Merge ours', tree: 't' },
    };

    const { presenceOf } = findChanges(
      presenceFacts(story),
      [['branch:main', shaOf('ours')]],
      [shaOf('one')],
    );

    expect(presenceOf(shaOf('one'))).toEqual({
      'branch:main': { state: 'absent', by: null, as: null, note: 'merged-without-content' },
    });
  });

  it('names all that any ref needs', () => {
    const unasked = presenceFacts(STORY, { diffOf: () => undefined });

    const { presenceOf, needs } = findChanges(unasked, REFS, OWN);

    expect([...needs.diffs].sort()).toEqual([shaOf('none'), shaOf('one'), shaOf('two')].sort());
    expect(presenceOf(shaOf('two'))['branch:main']).toEqual({
      state: 'unknown',
      by: null,
      as: null,
    });
  });

  it('joins the files that several refs need of one commit', () => {
    const story: Record<string, Told> = {
      ...STORY,
      one: { on: ['root'], says: 'PAY-1 one', patch: 'x', files: { x: 'x-new', y: 'y-new' } },
      two: { on: ['one'], says: 'PAY-1 two', patch: 'y', files: { y: 'y-old' } },
    };
    const { needs } = findChanges(
      presenceFacts(story, { blobAt: () => undefined }),
      REFS.slice(1),
      OWN,
    );

    expect([...needs.blobs].map(([sha, paths]) => [sha, [...paths]])).toEqual([
      [shaOf('pick'), ['y']],
    ]);
  });
});
