import { applyFaults } from '../../../dev/site-file/faults';
import type { Fault } from '../../../dev/site-file/schema';

const COMPARE = 'https://api.github.com/repos/acme/api/compare/a...b';
const ok = (): Promise<Response> => Promise.resolve(new Response('fine'));
const get = (url: string): Request => new Request(url);
const fault = (parts: Partial<Fault>): Fault => ({
  match: 'GET https://api.github.com/repos/acme/api/compare/*',
  status: 502,
  headers: {},
  ...parts,
});

async function statuses(handle: (call: Request) => Promise<Response>): Promise<number[]> {
  const answers: number[] = [];
  for (let call = 0; call < 4; call += 1) answers.push((await handle(get(COMPARE))).status);
  return answers;
}

describe('applyFaults', () => {
  it.each([
    { when: 'it says no more', parts: {}, answers: [502, 502, 502, 502] },
    { when: 'nth is 2', parts: { nth: 2 }, answers: [200, 502, 200, 200] },
    { when: 'nth is 2 and times 2', parts: { nth: 2, times: 2 }, answers: [200, 502, 502, 200] },
    { when: 'times is 3', parts: { times: 3 }, answers: [502, 502, 502, 200] },
    {
      when: 'the method differs',
      parts: { match: `POST ${COMPARE}` },
      answers: [200, 200, 200, 200],
    },
    {
      when: 'any method matches',
      parts: { match: '* https://api.github.com/*' },
      answers: [502, 502, 502, 502],
    },
    {
      when: 'a dot is a dot',
      parts: { match: 'GET https://api.github.com/repos/acme/api/compare/a..-b' },
      answers: [200, 200, 200, 200],
    },
  ])('answers $answers when $when', async ({ parts, answers }) => {
    const handle = applyFaults([fault(parts)], ok);

    expect(await statuses(handle)).toEqual(answers);
  });

  it('matches an address whatever its query', async () => {
    const handle = applyFaults([fault({ match: `GET ${COMPARE}` })], ok);

    const answer = await handle(get(`${COMPARE}?per_page=100&page=2`));

    expect(answer.status).toBe(502);
  });

  it('answers the body and the headers that the fault names', async () => {
    const handle = applyFaults(
      [fault({ status: 429, headers: { 'retry-after': '7' }, body: { message: 'slow down' } })],
      ok,
    );

    const answer = await handle(get(COMPARE));

    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await answer.json()).toEqual({ message: 'slow down' });
  });

  it('fails as fetch does without a network when the status is 0', async () => {
    const handle = applyFaults([fault({ status: 0 })], ok);

    await expect(handle(get(COMPARE))).rejects.toThrow(TypeError);
  });

  it('counts each fault by itself and lets the first that is due answer', async () => {
    const handle = applyFaults([fault({ nth: 2 }), fault({ nth: 2, times: 2, status: 503 })], ok);

    expect(await statuses(handle)).toEqual([200, 502, 503, 200]);
  });
});
