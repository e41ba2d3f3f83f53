import { commitTitle } from '../commit';
import type { Association } from './association';
import { parseMergeMessage } from './merge-message';
import type { CommitMessage, OwnershipContext } from './ownership-context';
import { readTitle } from './title-keys';

/**
 * The issues in the first run of keys of the title. The title of a merge names branches, not
 * issues: see `byMerge`.
 */
export function byTitle(
  { message }: CommitMessage,
  { isProjectKey }: Pick<OwnershipContext, 'isProjectKey'>,
): Association[] {
  if (parseMergeMessage(message)) return [];
  return readTitle(commitTitle(message), isProjectKey).owns.map((issueKey) => ({
    issueKey,
    kind: 'owns',
    source: 'title',
    detail: null,
  }));
}
