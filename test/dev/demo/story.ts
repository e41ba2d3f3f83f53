import { builtDemo } from './demo-site';
import type { DemoSite } from './demo-site';

let demo: DemoSite;

beforeAll(async () => {
  demo = await builtDemo();
});

const TEST = 'release/test';

const commitOn = (repository: string, branch: string, title: string): string =>
  demo.commitOn(repository, branch, title);

const messageOf = (repository: string, sha: string): string =>
  demo.git(repository, 'log', '-1', '--format=%B', sha);

describe('where the work of the issues is', () => {
  it.each([
    [
      'PAY-101',
      'payments-api',
      'PAY-101 Put the payment reference on receipts',
      'develop test main',
    ],
    ['PAY-101', 'portal-ui', 'PAY-101 Show the reference below the amount', 'develop test main'],
    ['PAY-102', 'payments-api', 'PAY-102 Refund a part of a payment', 'develop test'],
    ['PAY-102', 'payments-api', 'PAY-102 Give the fee back in proportion', 'develop'],
    ['PAY-102', 'portal-ui', 'PAY-102 Show the fee that is given back (#12)', 'develop test'],
    ['PAY-103', 'portal-ui', 'PAY-103 Begin the week on Monday', 'develop test main'],
    ['PAY-106', 'payments-api', 'PAY-106 Export settlements as CSV (#10)', 'develop test'],
    ['PAY-111', 'payments-api', 'PAY-111 Release a held payout', 'develop test main'],
    ['PAY-111', 'ledger-schema', 'PAY-111 Add the table payout_hold', 'develop'],
    ['PAY-112', 'payments-api', 'PAY-112 Write the letter of a dispute', 'develop test'],
    ['LED-12', 'ledger-schema', 'LED-12 Add the entries of a dispute', 'develop'],
    ['PAY-117', 'payments-api', 'PAY-117 Accept callbacks signed with the new certificate', 'main'],
    ['PAY-118', 'portal-ui', 'PAY-118 Show the right currency symbol on phones', 'develop test'],
    ['LED-11', 'billing-batch', 'LED-11 Book to the chart of accounts of 2026', 'develop test'],
    ['PAY-119', 'billing-batch', 'LED-7 Match bank lines with payments', 'develop test main'],
    ['PAY-119', 'billing-batch', 'PAY-119 Report what could not be matched', 'develop test'],
    [
      'PAY-121',
      'payments-api',
      'PAY-121 Onboarding checklist of a merchant (#4)',
      'develop test main',
    ],
    ['PAY-121', 'portal-ui', 'PAY-121 Show the onboarding checklist', 'develop test'],
    ['PAY-121', 'ledger-schema', 'PAY-121 Table of onboarding steps (#5)', 'develop'],
    ['PAY-121', 'backoffice', 'PAY-121 Check the documents of a merchant', ''],
    ['PAY-123', 'portal-ui', 'PAY-123, PAY-124: share the form of addresses', 'develop test'],
    ['PAY-132', 'backoffice', 'PAY-132 Page and microflow for held payouts', 'develop test'],
    ['LED-16', 'ledger-schema', 'LED-16 Move old entries to the archive', ''],
  ])('%s: %s "%s" is on [%s]', (_key, repository, title, lines) => {
    const branches = {
      develop: 'develop',
      test: TEST,
      main: repository === 'billing-batch' ? 'master' : 'main',
    };
    const sha = commitOn(repository, '--all', title);

    const holding = Object.entries(branches).filter(([, branch]) =>
      demo.holds(repository, branch, sha),
    );

    expect(holding.map(([line]) => line).join(' ')).toBe(lines);
  });
});

describe('how it came there', () => {
  it.each([
    ['PAY-104', 'payments-api', 'PAY-104 Ignore a callback that came before (#15)', true],
    ['PAY-105', 'billing-batch', 'PAY-105 Round half a cent to even (#8)', false],
  ])('%s was picked: another sha, the same patch; says so: %#', (_key, repository, title, says) => {
    const original = commitOn(repository, 'develop', title);
    const picked = commitOn(repository, TEST, title);

    expect(picked).not.toBe(original);
    expect(demo.git(repository, 'show', '--format=', picked)).toBe(
      demo.git(repository, 'show', '--format=', original),
    );
    expect(messageOf(repository, picked).includes(`(cherry picked from commit ${original})`)).toBe(
      says,
    );
  });

  it('squashed four commits of PAY-106 and PAY-107 into one', async () => {
    const sha = commitOn('payments-api', 'develop', 'PAY-106 Export settlements as CSV (#10)');
    const pull = await demo.pullNamed('payments-api', 'PAY-106 Export settlements as CSV');

    expect(pull.merge_commit_sha).toBe(sha);
    expect(pull.commits).toHaveLength(4);
    expect(messageOf('payments-api', sha)).toBe(
      [
        'PAY-106 Export settlements as CSV (#10)',
        '* PAY-106 Write one line per settlement',
        '* PAY-107 Add the header row',
        '* PAY-106 Quote names that hold a comma',
        '* Fix review remarks',
      ].join('\n\n'),
    );
  });

  it('rebased the three commits of PAY-108', async () => {
    const { commits = [], merge_commit_sha: merged } = await demo.pullNamed(
      'portal-ui',
      'PAY-108 Find merchants by tax number',
    );

    const landed = demo.git('portal-ui', 'log', '-3', '--format=%s', merged ?? '');

    expect(landed.split('\n').reverse()).toEqual([
      'PAY-108 Find merchants by tax number',
      'PAY-108 Show the tax number in the results',
      'Say when nothing was found',
    ]);
    expect(commits.some((sha) => demo.holds('portal-ui', 'develop', sha))).toBe(false);
  });

  it('reverted PAY-109 on develop and test, not on main', () => {
    const sha = commitOn('payments-api', 'main', 'PAY-109 Cache exchange rates for a minute (#2)');
    const revert = commitOn(
      'payments-api',
      TEST,
      'Revert "PAY-109 Cache exchange rates for a minute (#2)"',
    );

    expect(messageOf('payments-api', revert)).toContain(`This reverts commit ${sha}.`);
    expect(demo.holds('payments-api', 'main', revert)).toBe(false);
    expect(demo.git('payments-api', 'ls-tree', '-r', '--name-only', 'main')).toContain(
      'RateCache.java',
    );
    expect(demo.git('payments-api', 'ls-tree', '-r', '--name-only', TEST)).not.toContain(
      'RateCache.java',
    );
  });

  it('brought PAY-110 back by reverting its revert', () => {
    const revert = commitOn(
      'payments-api',
      TEST,
      'Revert "PAY-110 Try a failed capture again (#7)"',
    );
    const again = commitOn(
      'payments-api',
      TEST,
      'Revert "Revert "PAY-110 Try a failed capture again (#7)""',
    );

    expect(messageOf('payments-api', again)).toContain(`This reverts commit ${revert}.`);
    expect(demo.git('payments-api', 'ls-tree', '-r', '--name-only', TEST)).toContain(
      'CaptureRetry.java',
    );
  });

  it('merged PAY-127 from a branch whose commits name no issue', () => {
    const titles = demo.titles('payments-api', 'develop');

    expect(titles).toContain('Keep the reason of a refund');
    expect(titles.filter((title) => title.includes('PAY-127'))).toEqual([
      'Merge pull request #8 from acme/feature/PAY-127-refund-reason',
    ]);
  });

  it('made the back office model a binary file', () => {
    const sha = commitOn('backoffice', 'develop', 'PAY-132 Page and microflow for held payouts');

    expect(demo.git('backoffice', 'show', '--numstat', '--format=', sha)).toBe(
      '-\t-\tBackoffice.mpr',
    );
  });
});

describe('what the messages say', () => {
  it('names PAY-130, LED-14 and what else matters in trailers that git reads', () => {
    const sha = commitOn('payments-api', 'develop', 'Charge a fee per transfer');

    const trailers = demo.git('payments-api', 'log', '-1', '--format=%(trailers:only,unfold)', sha);

    expect(trailers.split('\n')).toEqual([
      'Issue: PAY-130',
      'Fixes: LED-14',
      'Change-Type: behaviour',
      'Risk: high',
      'Feature-Flag: fee-per-transfer',
      'Manual-Step: Tell the merchants of the pilot, by mail, one day before',
      'Reviewed-by: Dana Weiss <1004+dana@users.noreply.github.com>',
    ]);
  });

  it('mentions PAY-128 only in a body, later in a title and in a quotation', () => {
    const about = [
      'payments-api',
      'billing-batch',
      'portal-ui',
      'ledger-schema',
      'backoffice',
      'deploy-config',
    ].flatMap((repository) =>
      demo.git(repository, 'log', '--all', '--grep=PAY-128', '--format=%s').split('\n'),
    );

    expect(about.filter(Boolean)).toEqual([
      'PAY-110 Wait longer between captures, as PAY-128 will',
      'Log why a capture was refused',
      'PAY-105 Backport "PAY-128 Let merchants choose how to round"',
    ]);
  });

  it('has keys of all styles for PAY-122', () => {
    const titles = demo.titles('payments-api', 'main').filter((title) => /pay-122/i.test(title));

    expect(titles).toEqual([
      '#PAY-122: test IBANs of Malta',
      '[Pay-122] - name the country of an IBAN',
      'fix(iban): accept spaces in an IBAN (PAY-122)',
      'pay-122 check the digits of an IBAN',
    ]);
  });

  it('has words that look like keys, and HTML', () => {
    const titles = demo.titles('payments-api', TEST);

    expect(titles).toEqual(
      expect.arrayContaining([
        'Read every upload as UTF-8',
        'Upgrade logging for CVE-2024-1234',
        'Use SHA-256 for callback digests',
        'PAY-129 Show <b>bold</b> names & <script>alert("hi")</script> as they are',
      ]),
    );
  });

  it('has sixty commits of PAY-120 over all six repositories', () => {
    const counts = [
      'payments-api',
      'billing-batch',
      'portal-ui',
      'ledger-schema',
      'backoffice',
      'deploy-config',
    ].map(
      (repository) =>
        demo.git(repository, 'log', 'develop', '--grep=PAY-120', '--format=%h').split('\n').length,
    );

    expect(counts).toEqual([15, 13, 13, 9, 7, 5]);
  });
});
