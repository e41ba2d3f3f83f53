import { reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** The issue is in a cycle of issues that need each other. */
export const dependencyCycle: Rule = ({ dependencies, issueKey }) =>
  reasonFrom(
    dependencies.cycles.map((cycle) => ({
      text: `${cycle.join(' → ')} → ${cycle[0] ?? ''}`,
      url: null,
    })),
    {
      code: 'dependency-cycle',
      level: 'manual-review',
      summary: `${issueKey} is in a cycle of issues that need each other, and can only travel with them.`,
      subjects: dependencies.cycles.map((cycle) => cycle.join(' ')),
    },
  );
