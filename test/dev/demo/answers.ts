import type { LocalSite } from '../../../dev/local-site/open-site';
import type { IssueView } from '../../../src/api/contract';
import { DEMO_VERDICTS } from '../../support/demo-verdicts';
import type { DemoVerdict } from '../../support/demo-verdicts/demo-verdict';
import { valueOf } from '../../support/local-site';
import { readDemo } from './demo-site';

let local: LocalSite;

beforeAll(async () => {
  local = await readDemo();
}, 120_000);

describe('the answers of the demo', () => {
  it.each(DEMO_VERDICTS)('say of $issueKey what its story says', async (expected) => {
    const { issueKey, from, to } = expected;

    const asked = await valueOf(local, 'getIssue', { issueKey, from, to });
    const usual = await valueOf(local, 'getIssue', { issueKey });

    expect([...differences(expected, asked), ...otherwise(asked, usual)]).toEqual([]);
  });
});

describe('the checks of a pull request', () => {
  it.each([
    ['PAY-110', 'squashed on GitHub', ['build', 'unit tests', 'contract tests']],
    ['PAY-135', 'squashed on GitLab', ['build', 'unit tests', 'e2e']],
  ])('of %s, %s, are those of the commit that it made', async (issueKey, _, names) => {
    const { pullRequests } = await valueOf(local, 'getIssue', { issueKey });

    const [checks] = pullRequests.map((one) => one.checks);
    expect(checks === 'not-read' ? checks : checks?.map(({ name }) => name)).toEqual(names);
  });
});

/** One sentence for each thing that the reply says and the story does not. */
function differences(expected: DemoVerdict, view: IssueView): string[] {
  const { verdict, codes, never } = expected;
  const raised = view.reasons.map(({ code }) => code);
  const reached = `verdict ${view.verdict}, not ${String(verdict)}: ${raised.join(', ')}`;
  return [
    ...(verdict === null || view.verdict === verdict ? [] : [reached]),
    ...codes.filter((code) => !raised.includes(code)).map((code) => `lacks ${code}`),
    ...never.filter((code) => raised.includes(code)).map((code) => `says ${code}`),
    ...stateDifferences(expected, view),
  ];
}

/** Commits of one title answer for each other in any order. */
function stateDifferences({ states }: DemoVerdict, view: IssueView): string[] {
  const found = view.changes.flatMap(({ repository, commits }) =>
    commits.map(({ title, presence }) => {
      const line = ['dev', 'test', 'prod'].map((name) => presence[name]?.state ?? 'none');
      return { name: `${repository} "${title}"`, states: line.join(' ') };
    }),
  );
  const names = new Set(states.map(([repository, title]) => `${repository} "${title}"`));
  return [...names].flatMap((name) => {
    const wanted = states
      .filter(([repository, title]) => `${repository} "${title}"` === name)
      .map(([, , text]) => text)
      .sort();
    const told = found
      .filter((one) => one.name === name)
      .map((one) => one.states)
      .sort();
    return wanted.join() === told.join()
      ? []
      : [`${name} is ${told.join(', ')}, not ${wanted.join(', ')}`];
  });
}

/** What is answered without lines must be what is answered with the usual ones. */
function otherwise(asked: IssueView, usual: IssueView): string[] {
  const [one, other] = [asked, usual].map(({ promotion }) => JSON.stringify(promotion));
  return one === other ? [] : [`usually promoted as ${String(other)}`];
}
