import type { LocalSite } from '../../dev/local-site/open-site';
import { createRepository } from '../support/git-repository';
import { issue, openTestSite, valueOf } from '../support/local-site';
import { signedHeaders } from '../support/signed';
import { createTempFolder } from '../support/temp-folder';

const MAY = { id: '10', name: 'May', projectId: 1, released: false };
const APRIL = { id: '11', name: 'April', projectId: 1, released: false };
const done = { name: 'Done', statusCategory: { key: 'done' } };

type Decided = {
  decision: string;
  firstFailingGate: string | null;
  reasons: { gate: string; issueKey: string | null; text: string }[];
  evidence: { complete: boolean; gaps: { repository: string }[] };
};

/** PAY-1 of May is tested and reviewed by nobody's objection; PAY-2 of April is on dev only. */
async function openSite(more: { faults?: unknown[] } = {}): Promise<LocalSite> {
  const repository = createRepository(createTempFolder({}), 'api');
  repository.commit({ message: 'First\n', files: { 'a.txt': 'one\n' }, branch: 'main' });
  repository.branch('develop', 'main');
  repository.commit({ message: 'PAY-1 Fix\n', files: { 'a.txt': 'two\n' }, branch: 'develop' });
  repository.branch('release/test', 'develop');
  repository.commit({ message: 'PAY-2 More\n', files: { 'b.txt': 'b\n' }, branch: 'develop' });
  const test = {
    repositories: [{ path: 'acme/api', git: repository.gitFolder }],
    issues: [
      issue('PAY-1', { fixVersions: [MAY], status: done }),
      issue('PAY-2', { fixVersions: [APRIL] }),
    ],
    versions: [MAY, APRIL],
    settings: {
      version: 1,
      projects: {
        PAY: {
          route: ['dev', 'test', 'prod'],
          lines: {
            dev: { branch: 'develop' },
            test: { branch: 'release/test' },
            prod: { branch: 'main' },
          },
          repositories: [{ id: 'github:acme/api' }],
        },
      },
    },
    ...more,
  };
  const site = await openTestSite(test);
  await site.platform.drain();
  return site;
}

const asking = (question: unknown): string =>
  typeof question === 'string' ? question : JSON.stringify(question);

async function ask(
  { platform }: LocalSite,
  question: unknown,
  headers: Record<string, string>,
  method = 'POST',
): Promise<{ status: number; reply: Decided & { error?: string } }> {
  const url = 'http://127.0.0.1/x1/release-gate';
  const init = method === 'POST' ? { body: asking(question) } : {};
  const request = new Request(url, { method, headers, ...init });
  const response = await platform.callWebTrigger('release-gate', request);
  return { status: response.status, reply: (await response.json()) as Decided };
}

describe('the gate for pipelines', () => {
  const question = { projectKey: 'PAY', version: 'May' };
  let site: LocalSite;
  let secret: string;
  let run = 0;

  const signed = (asked: unknown, more: { id?: string; at?: string; secret?: string } = {}) => {
    run += 1;
    return signedHeaders(asking(asked), { secret, id: `run-${run}`, ...more });
  };

  beforeAll(async () => {
    site = await openSite();
    ({ secret } = await valueOf(site, 'createGateKey', { projectKey: 'PAY' }));
  });
  afterAll(() => site.close());

  it('lets a release through that nothing speaks against', async () => {
    const { status, reply } = await ask(site, question, signed(question));

    expect(reply).toMatchObject({ decision: 'SHIP', firstFailingGate: null, reasons: [] });
    expect(status).toBe(200);
  });

  it('stops one that something speaks against, and says what', async () => {
    const april = { projectKey: 'PAY', version: 'April' };

    const { status, reply } = await ask(site, april, signed(april));

    expect(status).toBe(409);
    expect(reply).toMatchObject({ decision: 'NO-SHIP', firstFailingGate: 'issues' });
    expect(reply.reasons[0]).toMatchObject({ gate: 'issues', issueKey: 'PAY-2' });
  });

  it('answers a request once, also when two come at the same moment', async () => {
    const headers = signed(question);

    const both = await Promise.all([ask(site, question, headers), ask(site, question, headers)]);
    const later = await ask(site, question, headers);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(later.status).toBe(401);
    expect(later.reply.error).toContain('was answered before');
  });

  it.each([
    {
      when: 'the signature is of another secret',
      more: { secret: 'whsec_AAAA' },
      says: 'signature',
    },
    { when: 'it was signed long ago', more: { at: '2026-05-04T08:50:00Z' }, says: 'five minutes' },
    { when: 'it was signed in the future', more: { at: '2026-05-04T09:10:00Z' }, says: 'future' },
  ])('turns a request away when $when', async ({ more, says }) => {
    const { status, reply } = await ask(site, question, signed(question, more));

    expect(status).toBe(401);
    expect(reply.error).toContain(says);
  });

  it('turns away who signs for a project that has no secret, as if the signature were wrong', async () => {
    const web = { projectKey: 'WEB', version: 'May' };

    const { status, reply } = await ask(site, web, signed(web));

    expect(status).toBe(401);
    expect(reply.error).toContain('signature');
  });

  it('knows no version of that name', async () => {
    const june = { projectKey: 'PAY', version: 'Mai' };

    const { status, reply } = await ask(site, june, signed(june));

    expect(status).toBe(404);
    expect(reply.error).toContain('Did you mean May?');
  });

  it.each([
    { body: 'not json', status: 400 },
    { body: '{"projectKey":"PAY"}', status: 400 },
    { body: '{"projectKey":"PAY","version":"May","from":"nowhere"}', status: 400 },
  ])('cannot read $body', async ({ body, status }) => {
    expect((await ask(site, body, signed(body))).status).toBe(status);
  });

  it('is asked by POST only', async () => {
    expect((await ask(site, '', {}, 'GET')).status).toBe(405);
  });

  it('takes no request of a secret that was replaced or deleted', async () => {
    const old = secret;
    const made = await valueOf(site, 'createGateKey', { projectKey: 'PAY' });
    secret = made.secret;

    expect((await ask(site, question, signed(question, { secret: old }))).status).toBe(401);
    expect((await ask(site, question, signed(question))).status).toBe(200);
    await valueOf(site, 'deleteGateKey', { projectKey: 'PAY' });
    expect((await ask(site, question, signed(question))).status).toBe(401);
  });
});

describe('the gate for pipelines, where something could not be read', () => {
  it('never lets a release through', async () => {
    const question = { projectKey: 'PAY', version: 'May' };
    const refused = {
      match: 'GET https://api.github.com/repos/acme/api/deployments*',
      status: 403,
    };
    const site = await openSite({ faults: [refused] });
    const { secret } = await valueOf(site, 'createGateKey', { projectKey: 'PAY' });

    const { status, reply } = await ask(
      site,
      question,
      signedHeaders(JSON.stringify(question), { secret }),
    );
    await site.close();

    expect(status).toBe(409);
    expect(reply).toMatchObject({
      decision: 'NO-SHIP',
      firstFailingGate: 'evidence',
      evidence: { complete: false, gaps: [{ repository: 'github:acme/api' }] },
    });
  });
});
