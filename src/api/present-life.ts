import type { ChangedSince, LifeEvent, LineLife } from '../domain/lines/life-event';
import { commitUrl } from '../domain/links';
import type { IssueFacts } from '../usecases/get-issue';
import type { ChangedSinceView, IssueLineView, LifeEventView } from './contract';

type Facts = Pick<IssueFacts, 'judgement' | 'lines' | 'statuses'>;

/** The lines of the route with where the issue is in its life on each. */
export function presentLines(facts: Facts): IssueLineView[] {
  const lives = new Map(livesOf(facts).map((life) => [life.line, life]));
  return facts.lines.map(({ name, state, basis }) => {
    const life = lives.get(name);
    const since = life?.changedSince ? toSince(facts, life.changedSince) : null;
    return {
      name,
      state,
      basis,
      changedSince: since?.commits.map(({ sha }) => sha) ?? [],
      stage: life?.stage ?? null,
      since,
    };
  });
}

/** What happened on all lines, oldest first; of the same moment, along the route. */
export const presentLife = (facts: Facts): LifeEventView[] =>
  livesOf(facts)
    .flatMap(({ events }) => events.map(toEvent))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

const livesOf = ({ judgement }: Facts): LineLife[] => judgement?.facts.lives ?? [];

function toEvent(event: LifeEvent): LifeEventView {
  const { kind, at, line } = event;
  return { ...NOTHING, ...placeOf(event), kind, at, line };
}

const NOTHING = {
  ...{ repository: null, place: null, by: null, status: null, note: null },
  ...{ shas: [], url: null },
};

/** Where it happened, and who said it. */
function placeOf(event: LifeEvent): Partial<LifeEventView> {
  if (event.kind === 'promoted') return {};
  if ('status' in event) {
    return { by: event.by, status: event.status, note: event.note ?? null };
  }
  const { repository, shas } = event;
  return 'environment' in event
    ? { repository, shas, place: event.environment, url: event.url }
    : { repository, shas, place: event.branch };
}

function toSince({ statuses }: Facts, { event, commits }: ChangedSince): ChangedSinceView {
  return {
    event,
    commits: commits.map(({ repository, sha, title, reachedAt, deployedSince }) => ({
      repository,
      sha,
      title,
      url: commitUrl({ repository, url: statuses.get(repository)?.url ?? null }, sha),
      reachedAt,
      deployedSince,
    })),
  };
}
