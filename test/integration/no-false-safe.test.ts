import { openSite, type LocalSite } from '../../dev/local-site/open-site';
import type { Site } from '../../dev/site-file/read-site';
import type { IssueView, Reply } from '../../src/api/contract';
import { call } from '../support/local-site';
import { createSafeSite } from '../support/safe-site';
import {
  answers,
  breaks,
  breaksOff,
  createWire,
  cut,
  skipPauses,
  type Place,
  type Spoil,
  type Spoiled,
} from '../support/spoiled-calls';

const wire = createWire();
let site: Site;
let restorePauses: () => void;
let whole: Asked;

beforeAll(async () => {
  site = createSafeSite();
  restorePauses = skipPauses();
  whole = await ask();
});
afterAll(() => {
  restorePauses();
});

/** Calls before the first reading belong to who sets the site up. */
type Asked = { reply: Reply<IssueView>; first: Record<Place, number>; last: Record<Place, number> };

/** Reads everything, then asks. */
async function ask(spoiled?: Spoiled): Promise<Asked> {
  const local = await openSite(site, { store: null, between: wire(spoiled) });
  const first = callsOf(local);
  await local.platform.drain();
  const reply = await call(local, 'getIssue', { issueKey: 'PAY-1' });
  const last = callsOf(local);
  await local.close();
  return { reply, first, last };
}

function callsOf({ platform }: LocalSite): Record<Place, number> {
  const { hostCalls, jiraCalls } = platform.stats();
  return { github: hostCalls.github ?? 0, gitlab: hostCalls.gitlab ?? 0, jira: jiraCalls };
}

const PLACES = ['github', 'gitlab', 'jira'] as const;
const GITHUB = 'github:acme/api';
const GITLAB = 'gitlab:gitlab.com/acme/shop';
/** What a gap is of. A reading may lack an answer of Jira too. */
const NAMED = { github: [GITHUB], gitlab: [GITLAB], jira: ['Jira', GITHUB, GITLAB] };

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
  judge: (asked: Asked, place: Place) => string | null,
): Promise<string[]> {
  const calls = PLACES.flatMap((place) =>
    Array.from({ length: whole.last[place] - whole.first[place] }, (_, at) => ({
      place,
      nth: whole.first[place] + 1 + at,
    })),
  );
  const wrong: string[] = [];
  for (const { place, nth } of calls) {
    const found = judge(await ask({ ...fault, place, nth }), place);
    if (found !== null) wrong.push(`${place} ${nth}: ${found}`);
  }
  return wrong;
}

const isWhole = ({ reply }: Asked): boolean =>
  JSON.stringify(reply) === JSON.stringify(whole.reply);

/** An answer that is not whole is an error with its cause, or not safe and with a gap that names both. */
function dishonest(asked: Asked, place: Place): string | null {
  const { reply } = asked;
  if (isWhole(asked)) return null;
  if (!reply.ok) return reply.error.message === '' ? 'an error without a cause' : null;
  const { verdict, evidence, reasons } = reply.value;
  const gaps = evidence.gaps.map(({ repository, what, why }) => `${repository} ${what}: ${why}`);
  const isTold = evidence.gaps.some(
    ({ repository, why }) => NAMED[place].includes(repository) && why !== '',
  );
  const isReason = reasons.some(
    ({ code }) => code === 'evidence-incomplete' || code === 'repository-unavailable',
  );
  return verdict !== 'safe' && isTold && isReason ? null : `${verdict}, ${gaps.join('; ')}`;
}

/** The same, and a code host is asked again until everything is known. */
const dishonestOrLost = (asked: Asked, place: Place): string | null =>
  place === 'jira' || isWhole(asked) ? dishonest(asked, place) : 'not what it is undisturbed';

describe('an issue that is safe when everything is read', () => {
  it('is safe when everything is read', () => {
    expect(whole.reply).toMatchObject({ ok: true, value: { verdict: 'safe', reasons: [] } });
  });

  it('takes calls to each place', () => {
    const calls = PLACES.map((place) => whole.last[place] - whole.first[place]);

    expect(calls).toEqual([12, 18, 7]);
  });

  it.each(WAYS)(
    'is not safe and says why when any one call $way',
    async (fault) => {
      expect(await inTurn(fault, dishonest)).toEqual([]);
    },
    120_000,
  );

  it.each(PASSING)(
    'is whole, or says why when it is Jira, when any one call $way once',
    async (fault) => {
      expect(await inTurn(fault, dishonestOrLost)).toEqual([]);
    },
    120_000,
  );
});
