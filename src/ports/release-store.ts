import type { Tick } from '../domain/reasons/manual-step';
import type { ReleaseActs } from '../domain/release/acts';

/** What people did with a release: its acts, and their words on items of the release as a whole. */
export type ReleaseRecord = { acts: ReleaseActs; words: Tick[] };

/** What people said of releases, by the id of the bundle. Nobody's word is lost, however many speak at once. */
export type ReleaseStore = {
  readRecord(bundleId: string): Promise<ReleaseRecord>;
  /** `change` sees the newest record; it runs again when somebody was faster. */
  changeRecord(bundleId: string, change: (record: ReleaseRecord) => ReleaseRecord): Promise<void>;
};
