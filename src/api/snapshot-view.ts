/** Snapshots and exports of a release. Part of the contract with the screens; each reply stays below 500 KB. */
import type { Difference } from '../domain/manifest/difference';
import type { Snapshot } from '../domain/release/snapshot';

export type { Difference } from '../domain/manifest/difference';
export type { Snapshot } from '../domain/release/snapshot';

/** A text in parts: `part` of `of`, from 1. The parts with one `hash` (sha256 of the whole) fit together. */
export type TextPart = { text: string; part: number; of: number; hash: string };

/** Differences of one kind, under a title for people. */
export type DifferenceGroup = {
  title: string;
  kind: Difference['kind'];
  differences: Difference[];
};

/** `null`: the release as it is now. */
export type ComparisonView = {
  before: Snapshot | null;
  after: Snapshot | null;
  /** How many differences there are in all. */
  total: number;
  /** How many of each kind, in the order of the groups; none of those that have none. */
  counts: { kind: Difference['kind']; title: string; count: number }[];
  /** Issues that the viewer may not see: of these only that they are there, and their verdict, was compared. */
  hidden: number;
  groups: DifferenceGroup[];
  /** Where the next reply goes on; `null` at the end. */
  next: number | null;
};

export type ChangesSinceView =
  { kind: 'none'; why: string } | ({ kind: 'compared' } & ComparisonView);
