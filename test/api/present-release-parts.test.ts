import { presentPart } from '../../src/api/present-release-parts';
import { judgedBundle, judgedIssue, reason } from '../support/judged-bundle';
import { manualStep } from '../support/promotion-case';
import { seenRelease } from '../support/seen-release';

const bundle = judgedBundle({
  issues: [
    judgedIssue({
      reasons: [reason()],
      manualSteps: [manualStep({ id: 'step-1', text: 'Run it' })],
    }),
    judgedIssue({
      key: 'PAY-2',
      reasons: [reason({ code: 'rejected', level: 'blocked', summary: 'PAY-2 was rejected.' })],
    }),
  ],
  unlisted: [{ key: 'PAY-9', repository: 'github:acme/payments-api', shas: ['c0ffee1234'] }],
});

describe('presentPart', () => {
  it('gives the reasons of all issues, the worst first', () => {
    expect(presentPart(seenRelease({ bundle }), 'reasons', 0)).toMatchObject({
      items: [
        { code: 'rejected', key: 'PAY-2' },
        { code: 'db-change', key: 'PAY-1' },
      ],
      next: null,
    });
  });

  it('goes on where it is asked to', () => {
    expect(presentPart(seenRelease({ bundle }), 'reasons', 1)).toMatchObject({
      items: [{ key: 'PAY-1' }],
    });
  });

  it('gives the manual steps with their issue and the name of the repository', () => {
    expect(presentPart(seenRelease({ bundle }), 'manual-steps', 0)).toMatchObject({
      items: [{ id: 'step-1', issueKey: 'PAY-1', text: 'Run it', repository: 'Payments API' }],
    });
  });

  it('gives what is not in the release with links to its commits', () => {
    expect(presentPart(seenRelease({ bundle }), 'unlisted', 0)).toMatchObject({
      items: [
        {
          key: 'PAY-9',
          name: 'Payments API',
          commits: [
            {
              text: 'c0ffee1',
              url: 'https://github.com/acme/payments-api/commit/c0ffee1234',
            },
          ],
        },
      ],
    });
  });

  it('gives one checklist at a time', () => {
    const part = presentPart(seenRelease({ bundle }), 'client', 0);

    const audiences =
      'items' in part ? part.items.map((one) => 'audience' in one && one.audience) : [];
    expect(new Set(audiences)).toEqual(new Set(['client']));
  });

  it('stays below 500 KB with 2,000 issues', () => {
    const issues = Array.from({ length: 2_000 }, (_, index) =>
      judgedIssue({ key: `PAY-${index + 1}`, reasons: [reason(), reason({ code: 'other' })] }),
    );

    const part = presentPart(seenRelease({ bundle: judgedBundle({ issues }) }), 'qa', 0);

    expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(500_000);
    expect(part).toMatchObject({ next: expect.any(Number) as number });
  });
});
