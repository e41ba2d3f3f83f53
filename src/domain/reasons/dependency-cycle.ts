import { listed, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** The issue is in a cycle of issues that need each other. A cycle says nothing of the way round. */
export const dependencyCycle: Rule = ({ dependencies: { cycles } }) =>
  reasonFrom(
    cycles.map((cycle) => ({ text: cycle.join(' ↔ '), url: null })),
    {
      code: 'dependency-cycle',
      level: 'manual-review',
      summary: `${cycles.map(needEachOther).join('; ')}, so they can only go together.`,
      subjects: cycles.map((cycle) => cycle.join(' ')),
    },
  );

const needEachOther = (cycle: readonly string[]): string => `${listed(cycle)} need each other`;
