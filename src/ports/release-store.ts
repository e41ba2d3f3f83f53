import type { Tick } from '../domain/reasons/manual-step';
import type { ReleaseActs } from '../domain/release/acts';
import type { Keeping } from './keeping';

/** What people did with a release: its acts, and their words on items of the release as a whole. */
export type ReleaseRecord = { acts: ReleaseActs; words: Tick[] };

/** What people said of an issue, oldest first, and of releases that it is in. */
export type SaidOfIssue = { ticks: Tick[]; records: ReleaseRecord[] };

/** What people said of releases, by the id of the bundle. Nobody's word is lost, however many speak at once. */
export type ReleaseStore = {
  readRecord(bundleId: string): Promise<ReleaseRecord>;
  /** Both in one question to storage. A release of which nobody said anything is left out. */
  readSaidOf(issueKey: string, bundleIds: readonly string[]): Promise<SaidOfIssue>;
  /** `change` sees the newest record; it runs again when somebody was faster. */
  changeRecord(
    bundleId: string,
    change: (record: ReleaseRecord) => ReleaseRecord,
  ): Promise<Keeping>;
};
