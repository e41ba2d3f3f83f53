import { newHeader, newReading } from '../../../src/domain/evidence/repository-header';
import type { CodeHost } from '../../../src/ports/code-host';
import { readPullRequests } from '../../../src/usecases/reading/read-pull-requests';
import type { ReadingHeader, Slice } from '../../../src/usecases/reading/slice';
import { REPOSITORY } from '../../support/builders';

const [EARLY, LATE] = ['2026-05-01T09:00:00Z', '2026-05-02T09:00:00Z'];

type Told = { through: string | null; newest: string | null; cursor?: string };

/** Reads where the host lists nothing, whatever it said before. */
function readWith({ through, newest, cursor }: Told) {
  const host: Pick<CodeHost, 'probePullRequests' | 'listPullRequests'> = {
    probePullRequests: () =>
      Promise.resolve({ status: 'changed', validator: 'v', value: { newestUpdatedAt: newest } }),
    listPullRequests: () => Promise.resolve({ items: [], next: null }),
  };
  const evidence = { savePullRequests: () => Promise.resolve([]) };
  const slice = { host, ports: { evidence }, calls: 0 } as unknown as Slice;
  const start = { ...newHeader(REPOSITORY, 'acme/payments-api'), pullRequestsThrough: through };
  const reading = { ...newReading(start, LATE), cursor: cursor ?? null };
  const header: ReadingHeader = { ...start, reading };
  return readPullRequests(slice, header);
}

describe('readPullRequests', () => {
  it.each<Told & { what: string }>([
    { what: 'some are newer than those of before', through: EARLY, newest: LATE },
    { what: 'there are some and none was read', through: null, newest: EARLY },
    { what: 'the host named a further page', through: null, newest: EARLY, cursor: 'page 2' },
    { what: 'there were some before', through: EARLY, newest: null },
  ])('takes no list without any when $what', async ({ what: _, ...told }) => {
    await expect(readWith(told)).rejects.toMatchObject({
      failure: { kind: 'unexpected-answer' },
      message: expect.stringContaining('acme/payments-api') as string,
    });
  });

  it.each<Told & { what: string }>([
    { what: 'there is none', through: null, newest: null },
    { what: 'nothing is newer', through: LATE, newest: EARLY },
  ])('is done when $what', async ({ what: _, ...told }) => {
    expect(await readWith(told)).toMatchObject({
      isDone: true,
      header: { path: 'acme/payments-api' },
    });
  });
});
