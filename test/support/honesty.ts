import { openSite, type Between } from '../../dev/local-site/open-site';
import { openStore, type PlatformStore } from '../../dev/runtime/store';
import type { Site } from '../../dev/site-file/read-site';
import type { IssueView, Reply } from '../../src/api/contract';
import { nameOf } from './call-names';
import { copyStore } from './copy-store';
import { call } from './local-site';
import { createWire, placeOf, type Place, type Spoiled } from './spoiled-calls';

export const PLACES = ['github', 'gitlab', 'jira'] as const;

/** A call of the first reading, or of the question after it; the `nth` to its place. */
export type MadeCall = { place: Place; nth: number; name: string };

/** Calls before the first reading belong to who sets the site up, and are not among them. */
export type Asked = { reply: Reply<IssueView>; calls: MadeCall[] };

/** Between two invocations: what is stored by then, and how many calls were made to each place. */
type Moment = { store: PlatformStore; made: Record<Place, number> };

export type Asking = {
  whole: Asked;
  /** The same with calls spoiled from `call` on: goes on from the last moment before it. */
  again: (call: MadeCall, fault: Pick<Spoiled, 'times' | 'spoil'>) => Promise<Asked>;
};

/** Reads everything, then asks for PAY-1. Nobody may write to Jira in this: what it holds is not kept. */
export async function createAsking(site: Site): Promise<Asking> {
  const wire = createWire();
  const store = openStore(null);
  await (await openSite(site, { store })).close();
  const { asked: whole, moments } = await ask(site, store, wire());
  return {
    whole,
    again: async ({ place, nth, name }, fault) => {
      const [from] = moments.filter(({ made }) => made[place] < nth).slice(-1);
      if (from === undefined) throw new Error(`No moment is before ${place} ${name}.`);
      const due = nth - from.made[place];
      const through = wire({ ...fault, place, nth: due });
      const { asked } = await ask(site, copyStore(from.store), through);
      const spoiled = asked.calls.find((one) => one.place === place && one.nth === due);
      if (spoiled?.name !== name) throw new Error(`${place} ${name} was not spoiled.`);
      return asked;
    },
  };
}

async function ask(
  site: Site,
  store: PlatformStore,
  through: Between,
): Promise<{ asked: Asked; moments: Moment[] }> {
  const calls: MadeCall[] = [];
  const moments: Moment[] = [];
  const madeTo = (place: Place): number => calls.filter((one) => one.place === place).length;
  const keep = (): void => {
    const made = { github: madeTo('github'), gitlab: madeTo('gitlab'), jira: madeTo('jira') };
    moments.push({ store: copyStore(store), made });
  };
  const between: Between = (asked, answer) => {
    const place = placeOf(asked);
    if (place !== undefined) calls.push({ place, nth: madeTo(place) + 1, name: nameOf(asked) });
    return through(asked, answer);
  };
  const { platform, close } = await openSite(site, { store, between });
  await platform.drain({ onBegin: keep });
  keep();
  const reply = await call({ platform }, 'getIssue', { issueKey: 'PAY-1' });
  await close();
  return { asked: { reply, calls }, moments };
}

const GITHUB = 'github:acme/api';
const GITLAB = 'gitlab:gitlab.com/acme/shop';
/** What a gap is of. A reading may lack an answer of Jira too. */
const NAMED = { github: [GITHUB], gitlab: [GITLAB], jira: ['Jira', GITHUB, GITLAB] };

type Replied = Pick<Asked, 'reply'>;

export const isSame = (asked: Replied, whole: Replied): boolean =>
  JSON.stringify(asked.reply) === JSON.stringify(whole.reply);

/** Where one proof of a change's presence could not be read, another one may stand for it. */
const withoutProofs = ({ reply }: Replied): string =>
  JSON.stringify(reply, (key, value: unknown) =>
    key === 'by' || key === 'as' ? undefined : value,
  );

/** An answer that is not whole is an error with its cause, or not safe and with a gap that names both. */
export function dishonest(asked: Replied, whole: Replied, place: Place): string | null {
  const { reply } = asked;
  if (withoutProofs(asked) === withoutProofs(whole)) return null;
  if (!reply.ok) return reply.error.message === '' ? 'an error without a cause' : null;
  const { verdict, evidence, reasons } = reply.value;
  const gaps = evidence.gaps.map(({ repository, what, why }) => `${repository} ${what}: ${why}`);
  const isTold = evidence.gaps.some(
    ({ repository, why }) => NAMED[place].includes(repository) && why !== '',
  );
  const isReason = reasons.some(
    ({ code }) => code === 'evidence-incomplete' || code === 'repository-unavailable',
  );
  return verdict !== 'safe' && isTold && isReason ? null : [verdict, ...gaps].join(', ');
}

/** The same, and a code host is asked again until everything is known. */
export const dishonestOrLost = (asked: Replied, whole: Replied, place: Place): string | null =>
  place === 'jira' || isSame(asked, whole)
    ? dishonest(asked, whole, place)
    : 'not what it is undisturbed';
