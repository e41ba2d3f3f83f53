import type { Host } from './host';
import type { HostedProject } from './hosted-project';
import type { TokenOption } from './options';
import { Problem } from './problem';

/** Who calls. */
export type Actor = TokenOption & { username: string };

/** The token of a request: in `PRIVATE-TOKEN`, as a bearer, or in the address. */
function tokenOf({ headers, url }: Request): string | null {
  const [, bearer] = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  const sent = [
    headers.get('private-token'),
    bearer ?? null,
    new URL(url).searchParams.get('private_token'),
  ];
  return sent.find((token) => token !== null && token !== '') ?? null;
}

/** Reads who calls. Without a token, or with a wrong one, a 401. */
export function readActor({ options }: Host, request: Request): Actor {
  const token = tokenOf(request);
  const known: TokenOption[] = [{ token: options.token }, ...(options.tokens ?? [])];
  const found = known.find((one) => one.token === token);
  if (!found) throw new Problem(401, '401 Unauthorized');
  return { ...found, username: found.username ?? 'convoy-bot' };
}

/** Whether the project exists for the caller. */
export function canSee({ projects }: Actor, { path, isPrivate }: HostedProject): boolean {
  return projects === undefined || projects.includes(path) || !isPrivate;
}

/** Whether the caller is a member of the project. */
export const isMember = ({ projects }: Actor, { path }: HostedProject): boolean =>
  projects === undefined || projects.includes(path);

/** Whether the caller may read code and what hangs on it: a guest of a private project may not. */
export const canRead = ({ guestOf }: Actor, { path, isPrivate }: HostedProject): boolean =>
  !isPrivate || guestOf?.includes(path) !== true;
