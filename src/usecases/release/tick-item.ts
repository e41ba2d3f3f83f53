import type { CheckItem } from '../../domain/release/check-item';
import type { Ports } from '../../ports/ports';
import { isRefusal, refuse, type Outcome } from '../refusal';
import { sayWord, type SaidWord, type WordInput } from '../say-word';
import type { ReleaseQuestion } from './judge-release';
import { readRelease, type ReleasePorts, type ReleaseState } from './read-release';

export type ItemInput = WordInput & { release: ReleaseQuestion; itemId: string };

/**
 * Keeps a person's word on an item of a release's checklists: with its issue where it has one, so that
 * the issue's panel knows it too, else with the release.
 */
export async function tickItem(
  ports: ReleasePorts,
  { release, itemId, outcome, note }: ItemInput,
): Promise<Outcome<SaidWord>> {
  const state = await readRelease(ports, release);
  if (isRefusal(state)) return state;
  const { qa, client, releaseManager } = state.checklists;
  const item = [...qa, ...client, ...releaseManager].find(({ id }) => id === itemId);
  if (!item || !(await mayBrowse(ports, item))) return noSuchItem(state);
  const line = state.bundle.promotion.from;
  return sayWord(ports, item, { outcome, note, line }, (word) =>
    item.issueKey === null
      ? ports.releases.changeRecord(state.bundleId, ({ acts, words }) => ({
          acts,
          words: [...words, word],
        }))
      : ports.ticks.addTick(item.issueKey, word),
  );
}

/** A release is judged as the app: an item of an issue that the viewer may not see does not exist for them. */
const mayBrowse = async (
  { asUser }: Pick<Ports, 'asUser'>,
  { issueKey }: Pick<CheckItem, 'issueKey'>,
): Promise<boolean> =>
  issueKey === null || (await asUser.findIssues([issueKey])).some(({ key }) => key === issueKey);

const noSuchItem = ({ scope }: ReleaseState) =>
  refuse(
    'not-found',
    `The checklists of ${scope.name} have no such item any more. Reload: what it was about may have arrived or been taken away.`,
  );
