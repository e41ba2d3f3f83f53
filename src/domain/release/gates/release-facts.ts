import type { ProjectSettings } from '../../settings/project-settings';
import type { ReleaseActs } from '../acts';
import type { CheckItem } from '../check-item';
import type { GateItem, GateSignals } from '../gate';
import type { JudgedBundle } from '../judged-issue';
import type { ReleaseScope } from '../release-scope';

/** What the projects of a release decided about it. */
export type ReleaseSettings = Pick<
  ProjectSettings,
  'signOffs' | 'freeze' | 'requiredChecks' | 'gates'
>;

/** Everything that the decision about a release is made from. */
export type ReleaseFacts = {
  scope: ReleaseScope;
  bundle: JudgedBundle;
  /** All checklists, with what people said. */
  items: CheckItem[];
  acts: ReleaseActs;
  settings: ReleaseSettings;
  /** Of the evidence as it is now. */
  evidenceHash: string;
  /** ISO 8601. */
  now: string;
};

/** An open item as a gate finds it, before anybody asks for waivers. */
export type FoundItem = Omit<GateItem, 'isWaived'>;

/** What one gate finds. `summary` is one sentence; `progress` counts what is done, where that can be counted. */
export type GateFinding = {
  open: FoundItem[];
  summary: string;
  progress: { done: number; of: number } | null;
  signals?: GateSignals | null;
};

/** Total and pure, as every rule. */
export type GateRule = (facts: ReleaseFacts) => GateFinding;
