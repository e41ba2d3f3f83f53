import { counted, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** A declared or configured manual step that nobody ticked. */
export const manualStepOpen: Rule = ({ manualSteps, issueKey, repositories }) => {
  const open = manualSteps.filter(({ done }) => !done);
  const nameOf = new Map(repositories.map(({ repository, name }) => [repository, name]));
  return reasonFrom(
    open.map(({ text, owner, repository, evidence }) => ({
      text: `${nameOf.get(repository) ?? repository}: ${text}${owner === null ? '' : ` (${owner})`}`,
      url: evidence[0]?.url ?? null,
    })),
    {
      code: 'manual-step',
      level: 'manual-review',
      summary: `${counted(open.length, 'manual step')} of ${issueKey} ${open.length === 1 ? 'is' : 'are'} not ticked.`,
    },
  );
};
