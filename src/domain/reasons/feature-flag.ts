import { listed, reasonFrom } from './evidence-links';
import type { Rule } from './rule';
import { declarations } from './travelling';

/** A trailer of a change that travels names a flag to switch. */
export const featureFlag: Rule = (facts) => {
  const flagged = declarations(facts).filter(({ trailers }) => trailers.featureFlags.length > 0);
  return reasonFrom(
    flagged.map(({ trailers, evidence: { text, url } }) => ({
      text: `${text} (flag ${listed(trailers.featureFlags)})`,
      url,
    })),
    {
      code: 'feature-flag',
      level: 'warning',
      summary: `Feature flags to switch: ${listed(flagged.flatMap(({ trailers }) => trailers.featureFlags))}.`,
    },
  );
};
