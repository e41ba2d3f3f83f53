import type { LocalSite } from '../../../dev/local-site/open-site';
import { performActs } from '../../../dev/local-site/perform-acts';
import type { Reply } from '../../../src/api/contract';
import type { Manifest } from '../../../src/domain/manifest/manifest';
import { DEMO_VERDICTS } from '../../support/demo-verdicts';
import { publishedManifest } from '../../support/published-manifest';
import { builtDemo, readDemo, type DemoSite } from './demo-site';

let demo: DemoSite;
let local: LocalSite;

beforeAll(async () => {
  demo = await builtDemo();
  local = await readDemo();
  await performActs(local);
}, 180_000);

async function getRelease(version: string, mode: 'plan' | 'audit' = 'plan'): Promise<Manifest> {
  const reply = (await local.platform.invokeResolver({
    ...{ moduleKey: 'release-page', functionKey: 'getRelease', accountId: 'rita' },
    payload: { projectKey: 'PAY', version, from: 'test', to: 'prod', mode },
  })) as Reply<Manifest>;
  if (!reply.ok) throw new Error(reply.error.message);
  return publishedManifest(reply.value);
}

const gatesOf = ({ gates }: Manifest): string[] => gates.map(({ id, status }) => `${id} ${status}`);
const keysBy = ({ issues }: Manifest, verdict: string): string =>
  issues.flatMap((one) => (one.verdict === verdict ? one.key.slice(4) : [])).join(' ');
const nameOf = (repository: string): string => repository.split('/').at(-1) ?? '';

describe('2026.04.2 Hotfix', () => {
  it('may ship: tested, accepted and signed by everybody who has to', async () => {
    const hotfix = await getRelease('2026.04.2 Hotfix');

    expect(hotfix).toMatchObject({ decision: 'SHIP', firstFailingGate: null, verdict: 'warning' });
    expect(keysBy(hotfix, 'safe')).toBe('101 118');
    expect(gatesOf(hotfix).every((gate) => gate.endsWith(' passed'))).toBe(true);
    expect(hotfix.signOffs.map(({ role, by, status }) => `${role} ${by} ${status}`)).toEqual([
      'QA Quinn Abara valid',
      'Client Cleo Marsh valid',
      'Release manager Rita Novak valid',
    ]);
  });

  it('takes one change to production: PAY-101 is there since 27 April', async () => {
    const { issues, order } = await getRelease('2026.04.2 Hotfix');

    expect(
      issues.map(({ key, toPromote }) => [key, toPromote.map(({ repository }) => repository)]),
    ).toEqual([
      ['PAY-101', []],
      ['PAY-118', ['github:acme/portal-ui']],
    ]);
    expect(order.repositories).toEqual(['github:acme/portal-ui']);
  });
});

describe('2026.05 Spring', () => {
  let spring: Manifest;

  beforeAll(async () => {
    spring = await getRelease('2026.05 Spring');
  });

  it('may not ship, and says at which gates', () => {
    expect(spring).toMatchObject({
      ...{ decision: 'NO-SHIP', firstFailingGate: 'issues', verdict: 'blocked' },
    });
    expect(gatesOf(spring)).toEqual([
      'scope passed',
      'evidence passed',
      'issues failed',
      'dependencies failed',
      'manual-steps failed',
      'checks waived',
      'sign-offs failed',
      'freeze passed',
    ]);
  });

  it('judges each of its 47 issues as the story does', () => {
    const told = DEMO_VERDICTS.filter(({ from, verdict }) => from === 'test' && verdict !== null);
    const otherwise = spring.issues.flatMap(({ key, verdict }) => {
      const one = told.find(({ issueKey }) => issueKey === key);
      return one && one.verdict !== verdict ? [`${key} ${verdict}`] : [];
    });
    expect(spring.issues).toHaveLength(47);
    expect(otherwise).toEqual([]);
    expect(keysBy(spring, 'blocked')).toBe(
      '102 111 112 113 115 116 121 134 142 145 148 149 152 153 154',
    );
    expect(keysBy(spring, 'safe')).toBe('106 107 108 114 119 127 131 135 141 146 147');
  });

  it('names what would travel with it: the hotfixes and what of LED is on test', () => {
    const { unlisted } = spring;

    expect(unlisted.map(({ key, repository }) => [key, nameOf(repository)])).toEqual([
      ['LED-11', 'billing-batch'],
      ['LED-14', 'payments-api'],
      ['LED-15', 'deploy-config'],
      ['PAY-118', 'portal-ui'],
    ]);
  });

  it('promotes what needs each other together', () => {
    const { order } = spring;

    expect(order.cycles).toEqual([
      ['PAY-137', 'PAY-138'],
      ['PAY-139', 'PAY-140'],
    ]);
    expect(order.issues.indexOf('PAY-143')).toBeLessThan(order.issues.indexOf('PAY-142'));
    expect(order.issues.indexOf('PAY-133')).toBeLessThan(order.issues.indexOf('PAY-150'));
  });

  it('goes back to what production runs, which is on the branch of production', () => {
    const { rollback } = spring;

    const branches: Record<string, string> = {
      'billing-batch': 'master',
      notifications: 'production',
    };
    const elsewhere = rollback.filter(
      ({ repository, backTo }) =>
        !demo.holds(nameOf(repository), branches[nameOf(repository)] ?? 'main', backTo ?? ''),
    );
    expect(rollback).toHaveLength(8);
    expect(elsewhere).toEqual([]);
  });
});

describe('2026.04 Easter, audited', () => {
  it('has all arrived on the branch of production, though not all of it runs there', async () => {
    const easter = await getRelease('2026.04 Easter', 'audit');

    expect(easter).toMatchObject({ mode: 'audit', verdict: 'warning', unlistedSince: null });
    expect(keysBy(easter, 'safe')).toBe('103 122');
    expect(
      easter.issues.flatMap(({ key, reasons }) => reasons.map(({ code }) => `${key} ${code}`)),
    ).toEqual(['PAY-120 status-not-done', 'PAY-125 status-not-done', 'PAY-126 status-not-done']);
    // What people signed before it went out was about what was to travel, not about what arrived.
    expect(easter).toMatchObject({ decision: 'NO-SHIP', firstFailingGate: 'sign-offs' });
  });
});

describe('2026.04.1 Callbacks, audited', () => {
  it('brought PAY-117, and tells what else came to production since Easter', async () => {
    const callbacks = await getRelease('2026.04.1 Callbacks', 'audit');

    expect(callbacks.unlistedSince).toEqual({
      version: '2026.04 Easter',
      releasedOn: '2026-04-16',
    });
    expect(callbacks.issues.map(({ key }) => key)).toEqual(['PAY-117']);
    expect(callbacks.unlisted.map(({ key, repository }) => [key, nameOf(repository)])).toEqual([
      ['PAY-101', 'payments-api'],
      ['PAY-101', 'portal-ui'],
      ['PAY-136', 'shop'],
      ['PAY-155', 'shop'],
    ]);
  });
});
