import type { CommitView, Presence } from '../../../src/api/contract';

const UNKNOWN: Presence = { state: 'unknown', by: null, as: null };

/** A line that the reply says nothing of is unknown. */
export const presenceOn = (presence: CommitView['presence'], line: string): Presence =>
  presence[line] ?? UNKNOWN;

const PROOF: Record<string, string> = {
  ancestor: 'by ancestry',
  'cherry-pick': 'as a cherry-pick',
  'change-id': 'by Change-Id',
  patch: 'as the same patch',
  'patch-loose': 'as nearly the same patch',
  squash: 'in a squash',
  content: 'by content',
  title: 'by title',
  reapply: 'brought back',
  empty: 'carries no change',
};

/** A few words for a presence, with its proof: `by ancestry`, `adapted by title`, `absent`. */
export function presenceWord({ state, by, note }: Presence): string {
  switch (state) {
    case 'unknown':
    case 'reverted':
      return state;
    case 'absent':
      return note === 'merged-without-content' ? 'merged without it' : 'absent';
    case 'present':
      return proofWord(by) || 'present';
    case 'adapted':
      return `adapted ${proofWord(by)}`.trimEnd();
  }
}

const proofWord = (by: string | null): string => (by === null ? '' : (PROOF[by] ?? `by ${by}`));

type Explain = (branch: string) => string;

/** Why a change counts as there; `as` is spoken of as “That commit”. */
const BY_PROOF: Record<string, Explain> = {
  ancestor: (branch) => `The commit itself is in the history of ${branch}.`,
  'cherry-pick': (branch) =>
    `That commit is on ${branch} and says that it was cherry-picked from this one.`,
  'change-id': (branch) => `That commit is on ${branch} and carries the same Change-Id.`,
  patch: (branch) => `That commit is on ${branch} and makes exactly the same change.`,
  'patch-loose': (branch) =>
    `That commit is on ${branch}, belongs to the same issue and makes the same change; only the lines around it differ.`,
  squash: (branch) =>
    `That commit is on ${branch} and is the squash of the pull request, or the run of commits, that holds this one.`,
  content: (branch) => `Every file that it touched is on ${branch} exactly as this commit left it.`,
  title: (branch) =>
    `That commit is on ${branch}, belongs to the same issue and has the same title, but changes something else: somebody adapted it. A person should look at both.`,
  reapply: (branch) => `It was taken out of ${branch} and brought back by that commit.`,
  revert: (branch) => `It was on ${branch}, and that commit took it out again.`,
  empty: () => 'This commit changes no file, so there is nothing that has to arrive.',
};

const BY_NOTE: Record<NonNullable<Presence['note']>, Explain> = {
  'merged-without-content': (branch) =>
    `Its branch was merged into ${branch}, but the merge kept only the other side: nothing of this commit came along.`,
  'carries-no-change': () =>
    'This commit changes no file by itself, so there is nothing that has to arrive.',
};

/** Why the state is what it is, in one or two plain sentences; not for the unknown. */
export function presenceSentence({ state, by, note }: Presence, branch: string): string {
  if (note !== undefined) return BY_NOTE[note](branch);
  if (state === 'absent') {
    return `No commit on ${branch} is this one, picks it, squashes it or makes the same change.`;
  }
  const proof = state === 'reverted' ? 'revert' : by;
  return proof === null ? `It counts as ${state}.` : proofSentence(proof, branch);
}

const proofSentence = (proof: string, branch: string): string =>
  BY_PROOF[proof]?.(branch) ?? `It counts as there by the proof “${proof}”.`;

/** Where the host shows another commit of the same repository: hosts end the address of a commit with its sha. */
export const siblingUrl = ({ url }: CommitView, sha: string): string | null =>
  url === null ? null : url.replace(/[^/]*$/, sha);
