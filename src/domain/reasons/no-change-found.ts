import { allChanges } from './on-line';
import type { Rule } from './rule';

/** No repository holds a change, and the project expects one. */
export const noChangeFound: Rule = (facts) =>
  facts.noChangeExpected !== null || allChanges(facts).length > 0
    ? []
    : [
        {
          code: 'no-change-found',
          level: 'manual-review',
          summary: `No repository holds a change of ${facts.issueKey}, as far as Convoy could read them.`,
          evidence: [],
        },
      ];
