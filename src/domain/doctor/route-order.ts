import type { DoctorFacts } from './doctor-facts';
import { finding, type Confidence, type Examination, type Finding } from './finding';
import { inferRoute, type Precedence } from './infer-route';
import { counted, named } from './words';

/** From so many repositories on, it is no accident of one team. */
const LIKELY_FROM = 3;

/** Whether changes travel in the order of the route, as far as the branches tell. */
export const routeOrder: Examination = (facts) => {
  const pairs = inferRoute(facts.settings, facts.repositories);
  const reversed = pairs.filter((pair) => pair.reversed.length > pair.asConfigured.length);
  if (reversed.length > 0) return reversed.map((pair) => against(pair, facts));
  return agreement(pairs, facts);
};

function against(pair: Precedence, { settings }: DoctorFacts): Finding {
  const { earlier, later, reversed, asConfigured } = pair;
  const all = reversed.length + asConfigured.length;
  return finding({
    code: 'route-order',
    severity: 'warning',
    subject: `${earlier} → ${later}`,
    message: `The route says that changes travel from ${earlier} to ${later}. In ${reversed.length} of ${counted(all, 'repository', 'repositories')} where it can be told (${named(reversed)}), everything on ${earlier} is on ${later}, which has more: they seem to travel from ${later} to ${earlier}.`,
    action: `Check the order ${settings.route.join(' → ')}, and the branches of both lines.`,
    confidence: confidenceOf(reversed.length, asConfigured.length),
    place: 'route',
  });
}

/** Two lines next to each other, each pair with at least one repository that shows the order. */
function agreement(pairs: readonly Precedence[], { settings }: DoctorFacts): Finding[] {
  const { route, projectKey } = settings;
  const steps = route
    .slice(1)
    .map((later, index) =>
      pairs.find((pair) => pair.later === later && pair.earlier === route[index]),
    );
  const known = steps.filter((step) => step !== undefined && step.asConfigured.length > 0);
  if (route.length < 2 || known.length < steps.length) return [];
  const votes = (relation: 'asConfigured' | 'reversed' | 'diverged') =>
    new Set(steps.flatMap((step) => step?.[relation] ?? [])).size;
  const fewest = Math.min(...steps.map((step) => step?.asConfigured.length ?? 0));
  const diverged = votes('diverged');
  const exception =
    diverged > 0
      ? ` In ${counted(diverged, 'repository', 'repositories')} some lines have commits of their own, such as hotfixes or cherry-picks.`
      : '';
  return [
    finding({
      code: 'route-agrees',
      severity: 'hint',
      subject: projectKey,
      message: `Branches agree with the route ${route.join(' → ')}: in ${counted(votes('asConfigured'), 'repository', 'repositories')} earlier lines are ahead of later ones.${exception}`,
      action: 'Nothing.',
      confidence: confidenceOf(fewest, votes('reversed')),
      place: 'route',
    }),
  ];
}

const confidenceOf = (forIt: number, against: number): Confidence =>
  forIt >= LIKELY_FROM && against === 0 ? 'likely' : 'guess';
