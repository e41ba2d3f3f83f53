import type { LifeEvent } from '../../../src/domain/lines/life-event';
import { rollbacksOn } from '../../../src/domain/lines/rolled-back';
import { REPOSITORY } from '../../support/builders';
import { lineLife } from '../../support/promotion-case';

type Kind = 'deployed' | 'redeployed' | 'rolled-back' | 'deployment-failed' | 'deploying';

const event = (kind: Kind, environment = 'production'): LifeEvent => ({
  ...{ kind, environment, line: 'prod', at: '2026-05-02T08:00:00Z' },
  ...{ repository: REPOSITORY, sha: 'a0', shas: ['a1'], url: null },
});

describe('rollbacksOn', () => {
  it.each<{ events: LifeEvent[]; found: string[] }>([
    { events: [], found: [] },
    { events: [event('deployed')], found: [] },
    { events: [event('deployed'), event('rolled-back')], found: ['production'] },
    { events: [event('rolled-back'), event('redeployed')], found: [] },
    { events: [event('rolled-back'), event('deployment-failed')], found: ['production'] },
    { events: [event('rolled-back'), event('deployed', 'eu')], found: ['production'] },
  ])('of $events are $found', ({ events, found }) => {
    const lives = [lineLife({ line: 'test' }), lineLife({ line: 'prod', events })];

    const names = rollbacksOn(lives, 'prod').map(({ environment }) => environment);

    expect(names).toEqual(found);
  });
});
