import {
  askPresence,
  presenceFacts,
  shaOf,
  toldPresence,
  type Told,
} from '../../support/presence-facts';

/** The change `c` is made on `dev`; `main` has a commit whose diff is larger than any that the host gives. */
const STORY: Record<string, Told> = {
  base: { on: [], says: 'Start', patch: '' },
  before: { on: ['base'], says: 'Prepare', patch: 'prepare' },
  c: { on: ['before'], says: 'PAY-1 Fix login', patch: 'fix' },
  main: { on: ['base'], says: 'Reformat everything', patch: 'huge' },
};

const told = (more: Record<string, Told>, some: Parameters<typeof presenceFacts>[1] = {}): string =>
  toldPresence(askPresence(presenceFacts({ ...STORY, ...more }, some), 'main', 'c'), 'c');

describe('a diff that is too large to be read', () => {
  it('is not the change whose own diff was read', () => {
    expect(told({})).toBe('absent');
  });

  it('may be anything when it is only not there', () => {
    expect(told({ main: { on: ['base'], says: 'Reformat everything', patch: '?' } })).toBe(
      'unknown',
    );
  });

  it('says nothing of a change that was not read either', () => {
    expect(told({ c: { on: ['before'], says: 'PAY-1 Fix login', patch: '?' } })).toBe('unknown');
  });

  it.each<[string, Record<string, Told>, Parameters<typeof presenceFacts>[1]]>([
    ['before it', { before: { on: ['base'], says: 'Reformat', patch: 'huge' } }, {}],
    ['after it', { after: { on: ['c'], says: 'Reformat', patch: 'huge' } }, {}],
    [
      'of its pull request',
      { far: { on: ['base'], says: 'Reformat', patch: 'huge' } },
      { pullRequests: [[shaOf('far'), shaOf('c')]] },
    ],
  ])('may be the squash of it and of one %s that is as large', (_, more, some) => {
    expect(told(more, some)).toBe('unknown');
  });
});
