import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DEMO_VERDICTS } from '../../support/demo-verdicts';
import { builtDemo, DEMO } from './demo-site';
import type { DemoSite } from './demo-site';

let demo: DemoSite;

beforeAll(async () => {
  demo = await builtDemo();
});

const rows = readFileSync(join(DEMO, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:PAY|LED)-\d+/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const nameOf = (repository: string): string => repository.split('/').at(-1) ?? '';

describe('the verdicts of the demo', () => {
  it('are there for every issue, in order', () => {
    expect(DEMO_VERDICTS.map(({ issueKey }) => issueKey)).toEqual(
      demo.site.jira.issues.map(({ key }) => key),
    );
  });

  it('are those of the README', () => {
    const written = DEMO_VERDICTS.map(({ issueKey, from, to, verdict, codes }) => {
      const level = verdict === null ? [] : [`**${verdict}**`];
      const named = codes.map((code) => `\`${code}\``).join(', ');
      return [issueKey, `${from} → ${to}`, [...level, ...(named === '' ? [] : [named])].join(': ')];
    });

    expect(rows.map(([, key, , promotion, facts]) => [key, promotion, facts])).toEqual(written);
  });

  it('name commits that git has, as often as it has them', () => {
    const counted = DEMO_VERDICTS.flatMap(({ states }) => {
      const titles = new Set(states.map(([repository, title]) => `${repository} | ${title}`));
      return [...titles].map((known) => {
        const [repository = '', title = ''] = known.split(' | ');
        const lines = demo.git(nameOf(repository), 'log', '--branches', '--format=%s').split('\n');
        const asked = states.filter((one) => one[0] === repository && one[1] === title).length;
        return { known, asked, found: lines.filter((line) => line === title).length };
      });
    });

    expect(counted.length).toBeGreaterThan(60);
    expect(counted.filter(({ asked, found }) => asked !== found)).toEqual([]);
  });

  it('begin at the furthest line with a change, or before it when that is the last', () => {
    const route = ['dev', 'test', 'prod'];
    const wrong = DEMO_VERDICTS.filter(({ states, from, to }) => {
      const held = states.flatMap(([, , text]) =>
        text.split(' ').flatMap((state, index) => (state === 'absent' ? [] : [index])),
      );
      const furthest = Math.min(Math.max(0, ...held), 1);
      return from !== route[furthest] || to !== route[furthest + 1];
    });

    expect(wrong).toEqual([]);
  });

  it('say present only of what git finds there, by itself or by its patch', () => {
    const isAncestor = (repository: string, branch: string, title: string): boolean =>
      demo.titles(repository, branch).includes(title);
    const branches = (repository: string): string[] => [
      'develop',
      'release/test',
      { 'billing-batch': 'master', notifications: 'production' }[repository] ?? 'main',
    ];

    const wrong = DEMO_VERDICTS.flatMap(({ issueKey, states }) =>
      states.flatMap(([repository, title, text]) =>
        text.split(' ').flatMap((state, index) => {
          const branch = branches(nameOf(repository))[index] ?? '';
          const isThere = isAncestor(nameOf(repository), branch, title);
          return isThere === (state !== 'absent') ? [] : [`${issueKey} ${title} ${branch}`];
        }),
      ),
    );

    expect(wrong).toEqual([]);
  });
});
