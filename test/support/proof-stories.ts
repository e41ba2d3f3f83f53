import type { PresenceFacts } from '../../src/domain/presence/presence-facts';
import { askPresence, nameOf, presenceFacts, toldPresence, type Told } from './presence-facts';

export const PROOFS = [
  ...(['ancestor', 'cherry-pick', 'change-id', 'patch', 'patch-loose'] as const),
  ...(['reapply', 'squash', 'content', 'title', 'nothing'] as const),
];
export type Proof = (typeof PROOFS)[number];

export const FATES = [
  'nothing',
  'a revert by sha',
  'a revert of the original, by sha',
  'a revert by title',
  'the inverse patch',
  'a revert whose diff is unread',
  'the revert of its revert',
  'the reapply of its revert, by title',
  'the revert of its reapply',
  'nothing, its own diff unread',
  'nothing, the diff of the proof unread',
] as const;
export type Fate = (typeof FATES)[number];

type Story = Record<string, Told>;
/** `p` proves that the change `c` is there; `file` is how both left it. */
type Case = {
  story: Story;
  title: string;
  patch: string;
  file?: Record<string, string>;
  some?: (isThere: boolean) => Partial<PresenceFacts>;
};

const C: Told = { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix' };
const BASE: Story = { base: { on: [], says: 'Start', patch: '' }, c: C };
const ID = 'Change-Id: I0123456789abcdef0123456789abcdef01234567';
const FILE = { f: 'whole' };

/** A commit beside the change that says this and has this patch. */
const by = (title: string, patch: string, body = '', more: Story = {}): Case => ({
  story: { ...BASE, ...more, p: { on: ['base'], says: `${title} | ${body}`, patch } },
  ...{ title, patch },
});

const CASES: Record<Proof, Case> = {
  ancestor: {
    story: { ...BASE, p: { on: ['c'], says: 'PAY-2 More', patch: 'more' } },
    ...{ title: 'PAY-1 Fix login', patch: 'fix' },
  },
  'cherry-pick': by('Words', 'form', '(cherry picked from commit %c%)'),
  'change-id': by('Words', 'form', ID, { c: { ...C, says: `PAY-1 Fix login | ${ID}` } }),
  patch: by('Words', 'fix'),
  'patch-loose': by('PAY-1 Words', 'fix@moved'),
  reapply: by('Back again', 'form', '(cherry picked from commit %a%)', {
    r: { on: ['c'], says: 'Take it out | This reverts commit %c%.', patch: 'out' },
    a: { on: ['r'], says: 'Back again | This reverts commit %r%.', patch: 'in' },
  }),
  squash: {
    ...by('Both (#3)', 'f+a+b+', '', {
      c: { on: ['base'], says: 'PAY-1 Part one', patch: 'f+a', files: { f: 'half' } },
      d: { on: ['c'], says: 'PAY-1 Part two', patch: 'f+b', files: FILE },
    }),
    file: FILE,
    some: () => ({
      combinedOf: ({ base, head }) => ({
        status: 'known',
        patchId: nameOf(base) === 'base' && nameOf(head) === 'd' ? 'f+a+b+' : 'else',
      }),
    }),
  },
  content: {
    ...by('Words', 'form', '', {
      tidy: { on: ['base'], says: 'Tidy', patch: 'tidy', files: { f: 'tidied' } },
      c: { on: ['tidy'], says: 'PAY-1 Fix login', patch: 'fix', files: FILE },
    }),
    file: FILE,
    some: (isThere) => ({ blobAt: () => ({ blob: isThere ? 'whole' : 'before', mode: null }) }),
  },
  title: by('PAY-1: Fix login (#3)', 'form'),
  nothing: by('PAY-1 Words', 'form'),
};

type Step = [says: string, patch: string];
const REVERT: Step = ['Oops | This reverts commit %own%.', 'r'];

/** What stands on the proof, oldest first, each as `s` and its number. */
const STEPS: Partial<Record<Fate, (made: Case) => Step[]>> = {
  'a revert by sha': () => [REVERT],
  'a revert of the original, by sha': () => [['Oops | This reverts commit %c%.', 'r']],
  'a revert by title': ({ title }) => [[`Revert "${title}"`, 'r']],
  'the inverse patch': ({ patch }) => [['Tidy', `-${patch}`]],
  'a revert whose diff is unread': () => [[REVERT[0], '?']],
  'the revert of its revert': ({ title }) => [
    REVERT,
    [`Revert "Revert "${title}"" | This reverts commit %s0%.`, 'rr'],
  ],
  'the reapply of its revert, by title': ({ title }) => [
    [`Revert "${title}"`, 'r'],
    [`Reapply "${title}"`, 'rr'],
  ],
  'the revert of its reapply': ({ title }) => [
    [`Revert "${title}"`, 'r'],
    [`Reapply "${title}"`, 'rr'],
    [`Revert "Reapply "${title}""`, 'rrr'],
  ],
};

const UNREAD: Partial<Record<Fate, (own: string) => string>> = {
  'nothing, its own diff unread': () => 'c',
  'nothing, the diff of the proof unread': (own) => own,
};

/** What is said of `c` in `main`, which stands on `p` and what became of it. */
export function askProof(proof: Proof, fate: Fate): string {
  const made = CASES[proof];
  const own = proof === 'ancestor' ? 'c' : 'p';
  const steps = STEPS[fate]?.(made) ?? [];
  const story = storyOf(made, own, steps);
  const unread = UNREAD[fate]?.(own);
  if (unread !== undefined) change(story, unread, { patch: '?' });
  const facts = presenceFacts(story, made.some?.(steps.length % 2 === 0));
  return toldPresence(askPresence(facts, 'main', 'c'), 'c');
}

function storyOf(made: Case, own: string, steps: readonly Step[]): Story {
  const story: Story = { ...made.story };
  if (made.file) change(story, 'p', { files: made.file });
  let top = 'p';
  steps.forEach(([says, patch], at) => {
    const files = made.file && { files: at % 2 === 0 ? { f: 'before' } : made.file };
    story[`s${at}`] = { on: [top], says: says.replace('%own%', `%${own}%`), patch, ...files };
    top = `s${at}`;
  });
  return { ...story, main: { on: [top], says: 'PAY-2 On top', patch: 'top' } };
}

function change(story: Story, name: string, some: Partial<Told>): void {
  story[name] = { ...C, ...story[name], ...some };
}
