import type { ProjectSettings } from '../settings/project-settings';
import { GATES } from './gate-id';
import type { ReleaseSettings } from './gates/release-facts';

/**
 * What several projects decided about their releases, put together, the strictest first: every role signs, every freeze
 * holds, every check that one of them requires is required, and a gate is a signal only where it is one for all.
 * Owner and severity of a gate are the first that somebody names.
 */
export function settingsOfRelease(projects: readonly ProjectSettings[]): ReleaseSettings {
  const checks = projects.map(({ requiredChecks }) => requiredChecks);
  const named = checks.flatMap((one) => (one === 'all' ? [] : one));
  return {
    signOffs: projects.flatMap(({ signOffs }) => signOffs),
    freeze: projects.flatMap(({ freeze }) => freeze),
    requiredChecks: checks.includes('all') || checks.length === 0 ? 'all' : [...new Set(named)],
    gates: gatesOf(projects.map(({ gates }) => gates)),
  };
}

type Gates = ReleaseSettings['gates'];

function gatesOf(all: readonly Gates[]): Gates {
  const decided = GATES.filter((id) => all.some((gates) => gates[id] !== undefined));
  return Object.fromEntries(
    decided.map((id) => {
      const first = Object.assign({}, ...all.toReversed().map((gates) => gates[id])) as object;
      const isSignal = all.every((gates) => gates[id]?.required === false);
      return [id, { ...first, required: !isSignal }];
    }),
  );
}
