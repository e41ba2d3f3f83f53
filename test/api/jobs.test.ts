import { parseJob } from '../../src/api/jobs';

const REQUESTED_AT = '2026-05-04T09:00:00Z';

describe('parseJob', () => {
  it.each([
    { kind: 'read', repository: 'github:acme/api', requestedAt: REQUESTED_AT },
    { kind: 'read', repository: 'github:acme/api', requestedAt: REQUESTED_AT, step: 3 },
    { kind: 'read-all', repositories: ['github:acme/api', 'github:acme/ui'] },
  ])('takes $kind', (body) => {
    expect(parseJob(body)).toEqual(body);
  });

  it.each([
    { body: undefined },
    { body: {} },
    { body: { kind: 'delete', repository: 'github:acme/api' } },
    { body: { kind: 'read', repository: 'github:acme/api' } },
    { body: { kind: 'read', repository: 7, requestedAt: REQUESTED_AT } },
    { body: { kind: 'read', repository: 'x', requestedAt: REQUESTED_AT, step: 1.5 } },
    { body: { kind: 'read-all', repositories: 'github:acme/api' } },
  ])('takes nothing else: $body', ({ body }) => {
    expect(() => parseJob(body)).toThrow();
  });
});
