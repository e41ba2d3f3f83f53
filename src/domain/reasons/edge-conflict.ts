import { listed, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** Two sources say opposite things of which issue needs the other. */
export const edgeConflict: Rule = ({ dependencies: { conflicts } }) => {
  const pairs = listed(conflicts.map(({ one, other }) => `${one} and ${other}`));
  return reasonFrom(
    conflicts.flatMap(({ one, other, sources }) =>
      sources.map(({ text, url }) => ({ text: `${one}, ${other}: ${text}`, url })),
    ),
    {
      code: 'edge-conflict',
      level: 'manual-review',
      summary: `Sources contradict each other on which of ${pairs} comes first.`,
      subjects: conflicts.map(({ one, other }) => `${one} ${other}`),
    },
  );
};
