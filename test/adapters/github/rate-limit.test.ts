import { createRateGate, retryAfterSeconds } from '../../../src/adapters/github/rate-limit';
import { ProviderError } from '../../../src/ports/provider-error';

const NOW = Date.parse('2026-05-04T09:00:00Z');
const IN_TWO_MINUTES = '1777885320';

describe('retryAfterSeconds', () => {
  it.each([
    { when: 'GitHub says how long', headers: { 'retry-after': '42' }, seconds: 42 },
    {
      when: 'GitHub says until when',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': IN_TWO_MINUTES },
      seconds: 121,
    },
    {
      when: "GitHub's clock is ahead of ours",
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': IN_TWO_MINUTES,
        date: 'Mon, 04 May 2026 09:01:00 GMT',
      },
      seconds: 61,
    },
    {
      when: 'the reset is past',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1777000000' },
      seconds: 1,
    },
    { when: 'GitHub says nothing', headers: {}, seconds: 60 },
    { when: 'the limit is not spent', headers: { 'x-ratelimit-remaining': '9' }, seconds: 60 },
  ])('is $seconds when $when', ({ headers, seconds }) => {
    expect(retryAfterSeconds(headers, NOW)).toBe(seconds);
  });
});

describe('createRateGate', () => {
  const refuse = (seconds: number): ProviderError =>
    new ProviderError({ kind: 'rate-limited', retryAfterSeconds: seconds }, 'later');
  const spent = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': IN_TWO_MINUTES,
    'x-ratelimit-resource': 'graphql',
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('closes for the resource that is spent, and for that alone', () => {
    const gate = createRateGate();

    gate.note(spent);

    expect(() => {
      gate.check('graphql', refuse);
    }).toThrow(refuse(121));
    expect(() => {
      gate.check('core', refuse);
    }).not.toThrow();
  });

  it('opens again after the time that GitHub gave', () => {
    const gate = createRateGate();
    gate.note(spent);

    jest.setSystemTime(NOW + 121_000);

    expect(() => {
      gate.check('graphql', refuse);
    }).not.toThrow();
  });

  it('closes for everything at a secondary limit', () => {
    const gate = createRateGate();

    gate.close(30);

    expect(() => {
      gate.check('core', refuse);
    }).toThrow(refuse(30));
    expect(() => {
      gate.check('graphql', refuse);
    }).toThrow(refuse(30));
  });

  it('stays open while calls are left', () => {
    const gate = createRateGate();

    gate.note({ ...spent, 'x-ratelimit-remaining': '1' });

    expect(() => {
      gate.check('graphql', refuse);
    }).not.toThrow();
  });
});
