import { listed, reasonFrom } from './evidence-links';
import { pathRisk } from './path-risk';
import { isPathCode } from './path-rules';
import type { Rule } from './rule';

/** Risks that rules of the settings made up, by name. */
export const configuredRisk: Rule = (facts) => {
  const codes = facts.repositories
    .flatMap(({ settings }) => settings?.risks ?? [])
    .map(({ code }) => code)
    .filter((code) => !isPathCode(code));
  return [...new Set(codes)].sort().flatMap((code) => {
    const { evidence, shas, level, repositories } = pathRisk(facts, code);
    const names = listed(repositories.map(({ name }) => name));
    const summary = `${facts.issueKey} changes files in ${names} that a rule of the settings calls ${code}.`;
    return reasonFrom(evidence, { code, level, summary, shas });
  });
};
