import type { EvidenceDigests } from '../../domain/manifest/evidence-hash';
import type { LineSignOff } from '../../domain/lines/changed-since';
import type { Tick } from '../../domain/reasons/manual-step';
import type { CompositionQuestion } from '../../domain/release/composition';
import type { JudgedBundle } from '../../domain/release/judged-issue';
import type { ProjectSettings } from '../../domain/settings/project-settings';

/** A bundle as it is known now. */
export type Standing = {
  bundle: JudgedBundle;
  /** Of the projects that its issues are of. */
  settings: ProjectSettings[];
  /** What people said of items of its issues. */
  ticks: Map<string, Tick[]>;
  /** Of issues whose judgement was stored. */
  digests: EvidenceDigests;
  /** `keysInTexts` of its issues. */
  told: string[];
  /** When the oldest of its judgements was made. ISO 8601, UTC. */
  judgedAt: string;
  /** Something changed since, and it is being judged again. */
  isStale: boolean;
  /** How far a judging has come; `null` when there is none under way. */
  progress: { done: number; total: number } | null;
};

export type ComposedQuestion = CompositionQuestion & {
  signOffs: readonly LineSignOff[];
  /** Waits until all of it is judged, as long as that may take. */
  isWhole: boolean;
  /** It is not released yet: when evidence changes it is judged again, before somebody asks. */
  isToCome: boolean;
};
