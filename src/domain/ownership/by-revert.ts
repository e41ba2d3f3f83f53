import { commitTitle } from '../commit';
import type { Association } from './association';
import type { CommitMessage, OwnershipContext } from './ownership-context';
import { parseRevertTitle } from './revert-title';
import { squashBullets } from './by-squash-bullet';
import { readTitle } from './title-keys';

const REVERTED_COMMIT = /\bThis reverts commit ([0-9a-f]{7,64})\b/gi;

/**
 * The issues whose change the commit undoes, or brings back: those of the title that it quotes and
 * those of the commits that it names.
 */
export function byRevert(commit: CommitMessage, context: OwnershipContext): Association[] {
  const shas = revertedShas(commit, context);
  const keys = readTitle(commitTitle(commit.message), context.isProjectKey);
  const fromTitle = (issueKey: string, kind: Association['kind']): Association => ({
    issueKey,
    kind,
    source: 'revert',
    detail: shas[0] ?? null,
  });
  return [
    ...keys.reverts.map((key) => fromTitle(key, 'reverts')),
    ...keys.reapplies.map((key) => fromTitle(key, 'owns')),
    ...shas.flatMap((sha) => (context.associationsOf(sha) ?? []).flatMap((a) => undone(a, sha))),
  ];
}

/** In a squash the words of an inner revert stand in the body; they do not make the whole a revert. */
function revertedShas(commit: CommitMessage, context: OwnershipContext): string[] {
  const isRevert = parseRevertTitle(commitTitle(commit.message)) !== null;
  if (!isRevert && squashBullets(commit, context).length > 0) return [];
  const shas = [...commit.message.matchAll(REVERTED_COMMIT)].map(([, sha = '']) => sha);
  return [...new Set(shas.map((sha) => sha.toLowerCase()))];
}

function undone({ issueKey, kind }: Association, sha: string): Association[] {
  if (kind === 'mentions') return [];
  return [{ issueKey, kind: kind === 'owns' ? 'reverts' : 'owns', source: 'revert', detail: sha }];
}
