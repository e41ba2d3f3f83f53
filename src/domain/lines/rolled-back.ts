import type { RepositoryId } from '../repository';
import type { LifeEvent, LineLife } from './life-event';

type RolledBack = Extract<LifeEvent, { environment: string }>;

/** The rollbacks of a line that nothing was deployed after, in each repository and environment. */
export function rollbacksOn(lives: readonly LineLife[], line: string): RolledBack[] {
  const events = lives.find((life) => life.line === line)?.events ?? [];
  const newest = new Map<string, RolledBack>();
  for (const event of events) {
    if ('environment' in event && isOutcome(event)) newest.set(placeOf(event), event);
  }
  return [...newest.values()].filter(({ kind }) => kind === 'rolled-back');
}

const isOutcome = ({ kind }: RolledBack): boolean =>
  kind === 'deployed' || kind === 'redeployed' || kind === 'rolled-back';

const placeOf = ({
  repository,
  environment,
}: {
  repository: RepositoryId;
  environment: string;
}): string => `${repository} ${environment.toLowerCase()}`;
