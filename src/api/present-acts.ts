import type { SignOff, Waiver } from '../domain/release/acts';
import { signOffStatus, waiverStatus } from '../domain/release/act-status';
import type { ReleaseState } from '../usecases/release/read-release';
import type { ReleaseHistory, SignOffView, WaiverView } from './release-view';

type Facts = Pick<ReleaseState['facts'], 'evidenceHash' | 'bundle' | 'now'>;

/** Everything that people did with a release, the newest first, and whether it still counts. */
export function presentHistory({ record, facts }: ReleaseState): ReleaseHistory {
  const { waivers, signOffs, moves } = record.acts;
  return {
    waivers: newestFirst(waivers).map((one) => presentWaiver(one, facts)),
    signOffs: newestFirst(signOffs).map((one) => presentSignOff(one, facts)),
    moves: newestFirst(moves),
  };
}

/** `covers`: the things that it covers, each once however many commits it is about. */
export const presentWaiver = (
  { items, ...waiver }: Waiver,
  { now }: Pick<Facts, 'now'>,
): WaiverView => ({
  ...waiver,
  covers: items.filter((item) => !item.includes('@')).length,
  status: waiverStatus({ ...waiver, items }, now),
});

const presentSignOff = (signOff: SignOff, facts: Facts): SignOffView => ({
  ...signOff,
  status: signOffStatus(signOff, facts),
});

const newestFirst = <One extends { at: string }>(acts: readonly One[]): One[] =>
  acts.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
