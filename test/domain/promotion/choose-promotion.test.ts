import {
  promotionSteps,
  toPromotion,
  usualPromotion,
} from '../../../src/domain/promotion/choose-promotion';

const ROUTE = ['dev', 'test', 'prod'];

describe('promotionSteps', () => {
  it.each([
    { route: [], steps: [] },
    { route: ['main'], steps: ['main>main'] },
    { route: ['dev', 'prod'], steps: ['dev>prod'] },
    { route: ROUTE, steps: ['dev>test', 'test>prod'] },
  ])('of $route: $steps', ({ route, steps }) => {
    expect(promotionSteps(route).map(({ from, to }) => `${from}>${to}`)).toEqual(steps);
  });
});

describe('usualPromotion', () => {
  it.each([
    { when: 'nothing is on a line', present: [0, 0, 0], step: 'dev>test' },
    { when: 'it is on dev', present: [2, 0, 0], step: 'dev>test' },
    { when: 'part of it is on test', present: [2, 1, 0], step: 'test>prod' },
    { when: 'it is on test alone', present: [0, 1, 0], step: 'test>prod' },
    { when: 'it is on prod', present: [2, 2, 2], step: 'test>prod' },
    { when: 'a hotfix is on prod alone', present: [0, 0, 1], step: 'test>prod' },
  ])('when $when: $step', ({ present, step }) => {
    const lines = ROUTE.map((name, at) => ({ name, present: present[at] ?? 0 }));

    const usual = usualPromotion(ROUTE, lines);

    expect(`${usual?.from}>${usual?.to}`).toBe(step);
  });

  it('is null without a route', () => {
    expect(usualPromotion([], [])).toBeNull();
  });
});

describe('toPromotion', () => {
  it('knows what comes before, and whether it is the end', () => {
    expect(toPromotion(ROUTE, { from: 'test', to: 'prod' })).toEqual({
      from: 'test',
      to: 'prod',
      before: ['dev'],
      isToLast: true,
    });
    expect(toPromotion(ROUTE, { from: 'dev', to: 'test' })).toMatchObject({
      before: [],
      isToLast: false,
    });
  });

  it('may leave lines out', () => {
    expect(toPromotion(ROUTE, { from: 'dev', to: 'prod' })).toMatchObject({ isToLast: true });
  });

  it.each([
    { from: 'prod', to: 'dev' },
    { from: 'dev', to: 'dev' },
    { from: 'nowhere', to: 'prod' },
    { from: 'dev', to: 'nowhere' },
  ])('is null from $from to $to', (step) => {
    expect(toPromotion(ROUTE, step)).toBeNull();
  });

  it('may stay on the one line of a route of one', () => {
    expect(toPromotion(['main'], { from: 'main', to: 'main' })).toMatchObject({ isToLast: true });
  });
});
