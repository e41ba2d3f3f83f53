import type { ReleaseChoice, VersionView } from '../../../src/api/contract';

/** What the address of the page says: which release, which tab, which rows. All of it may be sent to others. */
export const FIELDS = [
  'version',
  'also',
  'jql',
  'from',
  'to',
  'mode',
  'tab',
  'issue',
  'q',
  'verdict',
  'repository',
  'owner',
  'reason',
  'sort',
  'list',
  'snapshot',
  'before',
  'after',
  'since',
  'print',
] as const;
export type Field = (typeof FIELDS)[number];
export type Address = Partial<Record<Field, string>>;
/** `undefined` takes a part out. */
export type AddressChange = Partial<Record<Field, string | undefined>>;

/** Takes out what only one tab says. */
export const OF_ONE_TAB = {
  ...{ issue: undefined, snapshot: undefined },
  ...{ before: undefined, after: undefined, since: undefined },
} satisfies AddressChange;

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = query.get(field);
      return value === null || value === '' ? [] : [[field, value]];
    }),
  );
}

export function toSearch(address: AddressChange): string {
  const query = new URLSearchParams(
    FIELDS.flatMap((field) => {
      const value = address[field];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** `LED: 2026.05 Spring`, one a line; what has no colon is a version of the project itself. */
function readAlso(text: string, projectKey: string): NonNullable<ReleaseChoice['also']> {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, key, version] = /^([A-Za-z][A-Za-z0-9_]+):\s*(.+)$/.exec(line) ?? [];
      return key === undefined || version === undefined
        ? { projectKey, version: line }
        : { projectKey: key.toUpperCase(), version };
    });
}

/** What is asked of Convoy; without a version in the address the one that comes next. */
export function choiceOf(
  address: Address,
  projectKey: string,
  versions: readonly VersionView[],
): ReleaseChoice | null {
  const version = address.version ?? versions[0]?.name ?? (address.jql && 'Query');
  if (version === undefined) return null;
  return {
    projectKey,
    version,
    ...scopeOf(address, projectKey),
    ...promotionOf(address),
  };
}

const promotionOf = ({ from, to, mode }: Address): Pick<ReleaseChoice, 'from' | 'to' | 'mode'> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(mode === 'audit' && { mode }),
});

function scopeOf({ also, jql }: Address, projectKey: string): Pick<ReleaseChoice, 'also' | 'jql'> {
  if (jql !== undefined) return { jql };
  return also === undefined ? {} : { also: readAlso(also, projectKey) };
}
