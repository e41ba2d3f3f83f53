import { counted, listed, reasonFrom } from './evidence-links';
import { pathRisk } from './path-risk';
import type { PathCode } from './path-rules';
import type { Rule } from './rule';

/** A rule that has nothing to say but which files it found. */
const pathChange =
  (code: PathCode, what: string): Rule =>
  (facts) => {
    const { evidence, shas, level, repositories } = pathRisk(facts, code);
    const names = listed(repositories.map(({ name }) => name));
    const summary = `${facts.issueKey} changes ${what}: ${counted(evidence.length, 'file')} in ${names}.`;
    return reasonFrom(evidence, { code, level, summary, shas });
  };

export const mendixModel = pathChange('mendix-model', 'the Mendix model');
export const secretChange = pathChange('secret-change', 'what may hold secrets');
export const infraChange = pathChange('infra-change', 'the infrastructure');
export const configChange = pathChange('config-change', 'configuration');
export const dependencyChange = pathChange('dependency-change', 'which libraries are used');
