import type { DiffFact } from '../../../src/domain/presence/diff-fact';
import { failureOf } from '../../support/failure-of';
import { commit } from '../../support/builders';
import type { CodeHost, ListedDiffs } from '../../../src/ports/code-host';
import { github } from './token-connection';

const PATH = 'acme/web';
const sha = (digit: number): string => String(digit).repeat(40);
const commits = [1, 2, 3].map((digit) =>
  commit({ sha: sha(digit), parents: [sha(digit - 1)], message: 'Title', tree: `tree-${digit}` }),
);

type Reply = { status?: number; body?: string | object };

/** GitHub that answers by the path that is asked for; what no rule matches is 404. */
function answering(rules: Record<string, Reply>): { host: CodeHost; asked: string[] } {
  const asked: string[] = [];
  const answer = (input: string | URL | Request): Promise<Response> => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    asked.push(path.replace('/repos/acme/web/', ''));
    const rule = Object.keys(rules).find((one) => asked.at(-1)?.startsWith(one));
    const { status = rule === undefined ? 404 : 200, body = {} } = rules[rule ?? ''] ?? {};
    return Promise.resolve(
      typeof body === 'string'
        ? new Response(body, {
            status,
            headers: { 'content-type': 'application/vnd.github.patch; charset=utf-8' },
          })
        : Response.json(body, { status }),
    );
  };
  return { host: github(answer), asked };
}

const DIFF = 'diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n';
const mail = (digit: number, of: string): string =>
  `From ${sha(digit)} Mon Sep 17 00:00:00 2001\nFrom: A <a@b.c>\nSubject: [PATCH ${of}] Title\n\n` +
  `---\n x | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n${DIFF}-- \n2.39.5\n\n`;
const WHOLE = mail(1, '1/3') + mail(2, '2/3') + mail(3, '3/3');
const TOO_LARGE = { status: 406, body: { errors: [{ code: 'too_large' }] } };

const listAll = (host: CodeHost): Promise<ListedDiffs> =>
  host.listDiffs(PATH, { base: sha(0), head: sha(3), commits });
const listFirst = (host: CodeHost): Promise<ListedDiffs> =>
  host.listDiffs(PATH, { base: null, head: sha(1), commits: commits.slice(0, 1) });
const stateOf = (fact: DiffFact): string =>
  fact.status === 'unread' && fact.isTooLarge ? 'unread, too large' : fact.status;
const statesOf = (listed: ListedDiffs): unknown =>
  listed.status === 'read' ? [...listed.diffs.values()].map(stateOf) : listed.status;

describe('diffs of a range', () => {
  it('come in one call when all of them are proven', async () => {
    const { host, asked } = answering({ compare: { body: WHOLE } });

    expect(statesOf(await listAll(host))).toEqual(['known', 'known', 'known']);
    expect(asked).toEqual([`compare/${sha(0)}...${sha(3)}`]);
  });

  it.each([
    { when: 'half of it comes', body: WHOLE.slice(0, WHOLE.length / 2), left: [2, 3] },
    { when: 'the last mail breaks off', body: WHOLE.slice(0, -45), left: [3] },
    { when: 'a mail was cut away', body: mail(1, '1/3') + mail(3, '3/3'), left: [2, 3] },
    { when: 'nothing comes', body: '', left: [1, 2, 3] },
  ])('are asked for one by one as far as needed when $when', async ({ body, left }) => {
    const { host, asked } = answering({ compare: { body }, commits: { body: DIFF } });

    expect(statesOf(await listAll(host))).toEqual(['known', 'known', 'known']);
    expect(asked.slice(1)).toEqual(left.map((digit) => `commits/${sha(digit)}`));
  });

  it('are asked for one by one when the range is gone', async () => {
    const { host } = answering({ commits: { body: DIFF } });

    expect(statesOf(await listAll(host))).toEqual(['known', 'known', 'known']);
  });

  it('are too large when too many are not proven', async () => {
    const { host, asked } = answering({ compare: { body: '' }, commits: { body: DIFF } });
    const many = Array.from({ length: 11 }, (_, at) => commit({ sha: `${at}`, tree: `t${at}` }));

    const listed = await host.listDiffs(PATH, { base: sha(0), head: sha(3), commits: many });

    expect(listed).toEqual({ status: 'too-large' });
    expect(asked).toHaveLength(1);
  });

  it('are too large when GitHub says so', async () => {
    const { host, asked } = answering({ compare: TOO_LARGE });

    expect(await listAll(host)).toEqual({ status: 'too-large' });
    expect(asked).toHaveLength(1);
  });

  it('are too large when GitHub fails with them and not with others', async () => {
    const { host, asked } = answering({
      compare: { status: 502 },
      'git/commits': { body: { tree: { sha: 't' } } },
    });

    expect(await listAll(host)).toEqual({ status: 'too-large' });
    expect(asked).toHaveLength(4);
  });

  it('are an error when GitHub is down', async () => {
    const { host } = answering({ compare: { status: 502 }, git: { status: 502 } });

    const { failure } = await failureOf(listAll(host));

    expect(failure).toEqual({ kind: 'unavailable', status: 502 });
  });

  it('need no call for commits with the tree of their parent, nor for merges', async () => {
    const { host, asked } = answering({ commits: { body: DIFF } });
    const merge = commit({ sha: sha(3), parents: [sha(2), sha(9)], tree: 'tree-3' });
    const [first, second] = commits.map((one) => ({ ...one, tree: 'tree-1' }));

    const listed = await host.listDiffs(PATH, {
      base: sha(0),
      head: sha(3),
      commits: [first, second, merge].filter((one) => one !== undefined),
    });

    expect(listed).toMatchObject({
      diffs: new Map([
        [sha(1), { status: 'known' }],
        [sha(2), { status: 'known', patchId: null }],
        [sha(3), { status: 'unread' }],
      ]),
    });
    expect(asked).toEqual([`commits/${sha(1)}`]);
  });
});

describe('the diff of one commit', () => {
  it.each([
    { when: 'it is too large', rules: { commits: TOO_LARGE }, states: ['unread, too large'] },
    {
      when: 'half of it comes',
      rules: { commits: { body: DIFF.slice(0, -9) } },
      states: ['unread'],
    },
    {
      when: 'GitHub fails with it alone',
      rules: { commits: { status: 500 }, 'git/commits': { body: { tree: { sha: 't' } } } },
      states: ['unread'],
    },
    {
      when: 'nothing comes though its tree is another',
      rules: { commits: { body: '' }, 'git/commits': { body: { tree: { sha: 'other' } } } },
      states: ['unread'],
    },
    {
      when: 'nothing comes and its tree is that of its parent',
      rules: { commits: { body: '' }, 'git/commits': { body: { tree: { sha: 'tree-1' } } } },
      states: ['known'],
    },
    {
      when: 'GitHub does not know it',
      rules: { commits: { status: 422, body: { message: 'No commit found for SHA: 1' } } },
      states: [],
    },
  ])('is $states when $when', async ({ rules, states }) => {
    const { host } = answering(rules);

    expect(statesOf(await listFirst(host))).toEqual(states);
  });

  it('is asked for again when the answer breaks off', async () => {
    let calls = 0;
    const host = github(() => {
      calls += 1;
      const broken = new ReadableStream({
        start: (controller) => {
          controller.error(new TypeError('terminated'));
        },
      });
      return Promise.resolve(
        new Response(calls === 1 ? broken : DIFF, {
          headers: { 'content-type': 'application/vnd.github.diff; charset=utf-8' },
        }),
      );
    });

    expect(statesOf(await listFirst(host))).toEqual(['known']);
    expect(calls).toBe(2);
  });

  it('is no page for people', async () => {
    const host = github(() =>
      Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } })),
    );

    expect((await failureOf(listFirst(host))).failure).toEqual({ kind: 'unexpected-answer' });
  });
});

describe('a combined patch', () => {
  it.each([
    { when: 'it is too large', rules: { compare: TOO_LARGE } },
    { when: 'half of it comes', rules: { compare: { body: DIFF.slice(0, -9) } } },
    { when: 'something stands behind it', rules: { compare: { body: `${DIFF}more\n` } } },
    {
      when: 'GitHub fails with it alone',
      rules: { compare: { status: 500 }, git: { body: { tree: { sha: 't' } } } },
    },
  ])('is unread when $when', async ({ rules }) => {
    const { host } = answering(rules);

    expect(await host.readCombined(PATH, { base: sha(0), head: sha(1) })).toEqual({
      status: 'unread',
    });
  });
});
