import { createAsking, dishonest, dishonestOrLost, PLACES, type Asking } from '../support/honesty';
import { createSafeSite } from '../support/safe-site';
import { skipPauses } from '../support/skip-pauses';
import {
  answers,
  breaks,
  breaksOff,
  cut,
  emptied,
  type Spoil,
  type Spoiled,
} from '../support/spoiled-calls';

let asking: Asking;

skipPauses();
beforeAll(async () => {
  asking = await createAsking(createSafeSite());
});

type Way = { way: string; times: number; spoil: Spoil };

/** Calls to code hosts are made again. */
const PASSING: Way[] = [
  { way: 'fails', times: 1, spoil: answers(500) },
  { way: 'meets a network that is down', times: 1, spoil: breaks },
];

/** Longer than any call or reading tries again. */
const LONG = 12;
const ERRORS = { data: null, errors: [{ message: 'Something went wrong' }] };

const WAYS: Way[] = [
  { way: 'is refused', times: 1, spoil: answers(403, { message: 'Forbidden' }) },
  { way: 'is not found, as a page that was lost', times: 1, spoil: answers(404, {}) },
  { way: 'is cut', times: 1, spoil: cut },
  { way: 'fails for long', times: LONG, spoil: answers(503) },
  { way: 'meets a network that is down for long', times: LONG, spoil: breaks },
  { way: 'breaks off for long', times: LONG, spoil: breaksOff },
  { way: 'is answered by nothing for long', times: LONG, spoil: answers(200) },
  { way: 'is answered by an empty object', times: LONG, spoil: answers(200, {}) },
  { way: 'is answered by errors', times: LONG, spoil: answers(200, ERRORS) },
];

/** Spoils every call in turn; what `judge` has against the reply, named by the call. */
async function inTurn(
  fault: Omit<Spoiled, 'place' | 'nth'>,
  judge: typeof dishonest,
): Promise<string[]> {
  const wrong: string[] = [];
  const { whole, again } = asking;
  for (const call of whole.calls) {
    const found = judge(await again(call, fault), whole, call.place);
    if (found !== null) wrong.push(`${call.place} ${call.name}: ${found}`);
  }
  return wrong;
}

/** Lists that may be empty: from one answer nobody can tell that there is something (decision 18). */
const UNTOLD = [
  'github GET /repos/acme/api/deployments: manual-review',
  'github GET /repos/acme/api/pulls newest: safe',
  'github query of statusCheckRollup: safe',
  'gitlab GET /api/v4/projects/acme%2Fshop/deployments newest: manual-review',
  'gitlab GET /api/v4/projects/acme%2Fshop/merge_requests newest: safe',
  'gitlab GET /api/v4/projects/acme%2Fshop/merge_requests/1/approvals: warning',
  'gitlab query Checks: safe',
  'jira GET /rest/api/3/issue/PAY-1: safe',
  'jira POST /rest/api/3/issue/bulkfetch: manual-review',
  'jira POST /rest/api/3/issue/bulkfetch: manual-review',
];

describe('an issue that is safe when everything is read', () => {
  it('is safe when everything is read', () => {
    expect(asking.whole.reply).toMatchObject({ ok: true, value: { verdict: 'safe', reasons: [] } });
  });

  it('takes calls to each place', () => {
    const made = asking.whole.calls.map(({ place }) => place);
    const calls = PLACES.map((place) => made.filter((one) => one === place).length);

    expect(calls).toEqual([12, 16, 8]);
  });

  it.each(WAYS)(
    'is not safe and says why when any one call $way',
    async (fault) => {
      expect(await inTurn(fault, dishonest)).toEqual([]);
    },
    120_000,
  );

  it('is not safe and says why when any one call is answered by an empty list, if that can be told', async () => {
    expect(await inTurn({ times: 1, spoil: emptied }, dishonest)).toEqual(UNTOLD);
  }, 120_000);

  it.each(PASSING)(
    'is whole, or says why when it is Jira, when any one call $way once',
    async (fault) => {
      expect(await inTurn(fault, dishonestOrLost)).toEqual([]);
    },
    120_000,
  );
});
