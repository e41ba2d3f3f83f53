/** Jira's error body: sentences, and faults by field. */
export const jiraError = (
  status: number,
  message: string | string[],
  errors: Record<string, string> = {},
): Response => Response.json({ errorMessages: [message].flat(), errors }, { status });

export const ISSUE_NOT_FOUND = 'Issue does not exist or you do not have permission to see it.';

/** A refusal that a route throws from any depth; the stand-in answers it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** Jira's way to write an instant: `2026-05-04T09:00:00.000+0000`. */
export const toJiraInstant = (at: Date): string => at.toISOString().replace('Z', '+0000');

export type Page = { startAt: number; maxResults: number };

/** `startAt` and `maxResults` of a query; Jira caps the size without a word. */
export function readPage(
  query: (name: string) => string | undefined,
  { size, cap }: { size: number; cap: number },
): Page {
  const startAt = toCount(query('startAt'), 'startAt') ?? 0;
  const maxResults = toCount(query('maxResults'), 'maxResults') ?? size;
  return { startAt, maxResults: Math.min(Math.max(maxResults, 1), cap) };
}

function toCount(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^\d+$/.test(text)) throw new Refusal(400, `The ${name} parameter must be a number.`);
  return Number(text);
}

/** One page of a list in the shape of Jira's page beans; `url` is the address without the range. */
export function toPageBean(
  all: readonly unknown[],
  { startAt, maxResults }: Page,
  url: string,
): Record<string, unknown> {
  const values = all.slice(startAt, startAt + maxResults);
  const end = startAt + values.length;
  const range = (from: number): string => {
    const address = new URL(url);
    address.searchParams.set('startAt', String(from));
    address.searchParams.set('maxResults', String(maxResults));
    return address.href;
  };
  const isLast = end >= all.length;
  return {
    self: range(startAt),
    ...(isLast ? {} : { nextPage: range(end) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values,
  };
}

/** A comma list, in one parameter or repeated. */
export const readList = (values: string[] | undefined): string[] =>
  (values ?? []).flatMap((value) => value.split(',')).flatMap((value) => value.trim() || []);
