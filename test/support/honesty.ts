import { openSite } from '../../dev/local-site/open-site';
import type { Site } from '../../dev/site-file/read-site';
import type { IssueView, Reply } from '../../src/api/contract';
import { nameOf } from './call-names';
import { call } from './local-site';
import { placeOf, type createWire, type Place, type Spoiled } from './spoiled-calls';

export const PLACES = ['github', 'gitlab', 'jira'] as const;

/** A call of the first reading, or of the question after it; the `nth` to its place. */
export type MadeCall = { place: Place; nth: number; name: string };

/** Calls before the first reading belong to who sets the site up, and are left out. */
export type Asked = { reply: Reply<IssueView>; calls: MadeCall[] };

type Wire = ReturnType<typeof createWire>;

/** Reads everything, then asks for PAY-1. */
export async function askFor(site: Site, wire: Wire, spoiled?: Spoiled): Promise<Asked> {
  const made: MadeCall[] = [];
  const through = wire(spoiled);
  const between: typeof through = (asked, answer) => {
    const place = placeOf(asked);
    const nth = made.filter((one) => one.place === place).length + 1;
    if (place !== undefined) made.push({ place, nth, name: nameOf(asked) });
    return through(asked, answer);
  };
  const local = await openSite(site, { store: null, between });
  const before = made.length;
  await local.platform.drain();
  const reply = await call(local, 'getIssue', { issueKey: 'PAY-1' });
  await local.close();
  return { reply, calls: made.slice(before) };
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
