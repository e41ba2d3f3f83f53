import { lineIn } from '../settings/project-settings';
import type { DoctorFacts } from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';
import { inferRoute } from './infer-route';
import { counted } from './words';

/** From so many repositories on, lines that never differ are worth a question. */
const TOLD_FROM = 3;

/** Lines that mean the branch of another, and lines that are never ahead of the next one. */
export const idleLines: Examination = (facts) => [...sharedBranches(facts), ...neverAhead(facts)];

/** Two lines on one branch differ only by their environments. */
function sharedBranches({ settings }: DoctorFacts): Finding[] {
  const { route, lines } = settings;
  return route.slice(1).flatMap((later, index) => {
    const earlier = route[index] ?? '';
    const [one, other] = [lines[earlier], lines[later]];
    if (!one || one.branch !== other?.branch) return [];
    const told = [one, other].every(({ environments }) => environments.length > 0);
    return told
      ? []
      : [
          finding({
            code: 'shared-branch',
            severity: 'warning',
            subject: `${earlier} → ${later}`,
            message: `Both lines mean the branch ${one.branch}, so a change is on both at once.`,
            action:
              'Name the environments of both lines, which then tell them apart, or another branch for one of them.',
            confidence: 'certain',
            place: 'route',
          }),
        ];
  });
}

/** Right after a release everything may be equal: so it is only a guess. */
function neverAhead({ settings, repositories }: DoctorFacts): Finding[] {
  const { route } = settings;
  return inferRoute(settings, repositories)
    .filter(({ earlier, later }) => route.indexOf(later) === route.indexOf(earlier) + 1)
    .filter(({ asConfigured, reversed, diverged }) =>
      [asConfigured, reversed, diverged].every((ids) => ids.length === 0),
    )
    .filter(({ same }) => same.length >= TOLD_FROM)
    .map(({ earlier, later, same }) =>
      finding({
        code: 'idle-line',
        severity: 'hint',
        subject: `${earlier} → ${later}`,
        message: `The branches of ${earlier} and ${later} are the same commit in all ${counted(same.length, 'repository', 'repositories')} where it can be told (${lineIn(settings, { lines: {} }, earlier)?.branch ?? earlier} is never ahead).`,
        action: `If that is not because a release has just been done, ask whether both lines are needed.`,
        confidence: 'guess',
        place: 'route',
      }),
    );
}
