import type { Tick } from '../../domain/reasons/manual-step';
import type { LineSignOff } from '../../domain/lines/changed-since';
import { judgeIssues } from '../../domain/release/judge-bundle';
import type { JudgedBundle, JudgedIssue } from '../../domain/release/judged-issue';
import type { CompositionQuestion } from '../../domain/release/composition';
import type { Ports } from '../../ports/ports';
import type { Related } from '../related';
import { gatherIssues, type BundlePorts } from './gather-bundle';

export type JudgePorts = BundlePorts & Pick<Ports, 'now'>;

export type JudgedThese = {
  issues: JudgedIssue[];
  unreadable: JudgedBundle['unreadable'];
  ticks: Map<string, Tick[]>;
  related: Related;
};

/** Judges some issues of a bundle from what Jira and storage know now, with the whole bundle in view. */
export async function judgeThese(
  ports: JudgePorts,
  { keys, promotion, mode }: Pick<CompositionQuestion, 'keys' | 'promotion' | 'mode'>,
  { wanted, signOffs }: { wanted: readonly string[]; signOffs: readonly LineSignOff[] },
): Promise<JudgedThese> {
  const gathered = await gatherIssues(ports, wanted);
  const { related, ticks, unreadable } = gathered;
  const issues = judgeIssues({
    ...{ promotion, mode, ticks, signOffs },
    keys: gathered.keys,
    bundle: new Set([...keys, ...gathered.keys]),
    atHand: related,
    now: ports.now(),
  });
  return { issues, unreadable, ticks, related };
}
