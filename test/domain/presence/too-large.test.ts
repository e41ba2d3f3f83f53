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

describe('a diff that is too large to be read, of known files', () => {
  const huge = (on: string, says: string, ...files: string[]): Told => ({
    on: [on],
    says,
    patch: 'huge',
    files: Object.fromEntries(files.map((file) => [file, `${file}-by-${says}`])),
  });
  const c = huge('before', 'PAY-1 Reformat', 'a', 'b');
  const beside = { before: huge('base', 'Reformat', 'a', 'b') };
  const fix = { on: ['before'], says: 'PAY-1 Fix login', patch: 'fix', files: { fixed: 'blob' } };

  it.each<[string, Record<string, Told>, string]>([
    ['nothing like it is there', { c, main: { ...fix, on: ['base'] } }, 'absent'],
    [
      'one of its title changes other files',
      { c, main: huge('base', 'PAY-1 Reformat', 'a', 'z') },
      'adapted title main',
    ],
    ['one changes more files', { c, main: huge('base', 'Reformat', 'a', 'b', 'z') }, 'absent'],
    ['one changes the same files', { c, main: huge('base', 'Reformat', 'b', 'a') }, 'unknown'],
    [
      'nobody knows the files of one',
      { c, main: { on: ['base'], says: 'Reformat', patch: 'huge' } },
      'unknown',
    ],
    [
      'another huge one put each file back',
      {
        c,
        main: {
          on: ['c'],
          says: 'Undo',
          patch: 'huge',
          files: { a: 'a-old', b: 'b-old' },
        },
      },
      'present ancestor c',
    ],
  ])('where %s is told', (_, more, expected) => {
    expect(told(more)).toBe(expected);
  });

  it('is there where all its files are as it left them', () => {
    const blobAt = (_: string, path: string): { blob: string; mode: null } => ({
      blob: `${path}-by-PAY-1 Reformat`,
      mode: null,
    });

    expect(told({ c, main: { on: ['base'], says: 'Other', patch: '?' } }, { blobAt })).toBe(
      'present content main',
    );
  });

  it.each<[string, string[], string]>([
    ['all files of both', ['a', 'b', 'fixed'], 'unknown'],
    ['a file of neither', ['a', 'b', 'fixed', 'z'], 'absent'],
    ['not all files that both leave changed', ['a', 'fixed'], 'absent'],
  ])('may be the squash of a change and of one beside it when it changes %s', (_, files, state) => {
    const story = { ...beside, c: fix, main: huge('base', 'Reformat', ...files) };

    expect(told(story)).toBe(state);
  });
});
