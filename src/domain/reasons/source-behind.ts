import { commitLink, counted, listed, reasonFrom } from './evidence-links';
import { isThere } from '../lines/line-state';
import { allChanges, isLacking, presenceOn, type FoundChange } from './on-line';
import type { PromotionCase } from './promotion-case';
import type { Rule } from './rule';

export type LaggingChange = FoundChange & { lines: string[] };

/** Changes that a line before `from` has and `from` lacks, with those lines. */
export function laggingChanges({ repositories, promotion }: PromotionCase): LaggingChange[] {
  const { from, before } = promotion;
  return allChanges({ repositories })
    .filter(({ repository, change }) => isLacking(presenceOn(repository, from, change)))
    .map(({ repository, change }) => ({
      repository,
      change,
      lines: before.filter((line) => isThere(presenceOn(repository, line, change))),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** A line before `from` has changes of the issue that `from` lacks. */
export const sourceBehind: Rule = (facts) => {
  const { from } = facts.promotion;
  const lagging = laggingChanges(facts);
  const lines = listed(lagging.flatMap((one) => one.lines));
  return reasonFrom(
    lagging.map((one) =>
      commitLink(one.repository, one.change, `on ${listed(one.lines)}, not on ${from}`),
    ),
    {
      code: 'source-behind',
      level: 'blocked',
      summary: `${from} lacks ${counted(lagging.length, 'change')} of ${facts.issueKey} that ${lagging.length === 1 ? 'is' : 'are'} on ${lines}.`,
      shas: lagging.map(({ change }) => change.sha),
    },
  );
};
