import type { ProjectSettings } from '../settings/project-settings';
import type { ReleaseSettings } from './gates/release-facts';

/**
 * What several projects decided about their releases, put together: every role signs, every freeze holds, every
 * check that one of them requires is required; of a gate the first project that says something decides.
 */
export function settingsOfRelease(projects: readonly ProjectSettings[]): ReleaseSettings {
  const checks = projects.map(({ requiredChecks }) => requiredChecks);
  const named = checks.flatMap((one) => (one === 'all' ? [] : one));
  return {
    signOffs: projects.flatMap(({ signOffs }) => signOffs),
    freeze: projects.flatMap(({ freeze }) => freeze),
    requiredChecks: checks.includes('all') || checks.length === 0 ? 'all' : [...new Set(named)],
    gates: Object.assign(
      {},
      ...projects.toReversed().map(({ gates }) => gates),
    ) as ReleaseSettings['gates'],
  };
}
