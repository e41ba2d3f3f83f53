import {
  declared,
  joinTrailers,
  knownTrailers,
  pullRequestMessage,
} from '../../../src/domain/ownership/known-trailers';

const settings = { isProjectKey: (key: string) => key === 'PAY', issueTrailers: ['Issue', 'Refs'] };

describe('knownTrailers', () => {
  it('reads each known key, repeated, in any case, with lists', () => {
    const message = [
      'Title',
      '',
      'Depends-On: PAY-1, pay-2',
      'depends-on: PAY-3, UTF-8',
      'Affects-Service: api, web',
      'AFFECTS-SERVICE: api',
      'Change-Type: fix',
      'Manual-Step: stop the queue, then migrate',
      'Risk: low',
      'Risk: HIGH',
      'DB-Migration: db/1.sql, db/2.sql',
      'Feature-Flag: new-login',
      'Issue: PAY-9',
    ].join('\n');

    expect(knownTrailers(message, settings)).toEqual({
      issues: ['PAY-9'],
      dependsOn: ['PAY-1', 'PAY-2', 'PAY-3'],
      affectsServices: ['api', 'web'],
      changeTypes: ['fix'],
      manualSteps: ['stop the queue, then migrate'],
      risk: 'high',
      unreadableRisks: [],
      dbMigrations: ['db/1.sql', 'db/2.sql'],
      featureFlags: ['new-login'],
    });
  });

  it.each([
    { values: ['low', 'medium'], risk: 'medium', unreadable: [] },
    { values: ['blocked', 'low'], risk: 'blocked', unreadable: [] },
    { values: ['severe'], risk: null, unreadable: ['severe'] },
    { values: [''], risk: null, unreadable: [] },
  ])('declares the worst of $values', ({ values, risk, unreadable }) => {
    const message = ['Title', '', ...values.map((value) => `Risk: ${value}`)].join('\n');

    expect(knownTrailers(message, settings)).toMatchObject({ risk, unreadableRisks: unreadable });
  });

  it.each([
    { value: 'yes', migrations: ['yes'] },
    { value: 'no', migrations: [] },
  ])('reads DB-Migration: $value', ({ value, migrations }) => {
    expect(knownTrailers(`Title\n\nDB-Migration: ${value}`, settings).dbMigrations).toEqual(
      migrations,
    );
  });

  it.each([
    { where: 'prose', message: 'Title\n\nThis has Depends-On: PAY-1 inside.' },
    { where: 'a quoted line', message: 'Title\n\n> Depends-On: PAY-1' },
    { where: 'an earlier paragraph', message: 'Title\n\nDepends-On: PAY-1\n\nmore' },
  ])('finds no dependency in $where', ({ message }) => {
    expect(knownTrailers(message, settings).dependsOn).toEqual([]);
  });
});

describe('pullRequestMessage', () => {
  it.each([
    { body: 'Depends-On: PAY-1', dependsOn: ['PAY-1'] },
    { body: 'Text\r\n\r\nDepends-On: PAY-1\r\n', dependsOn: ['PAY-1'] },
    { body: 'Depends-On: PAY-1\r\n\r\nText', dependsOn: [] },
  ])('lets the last paragraph of a description be read: $body', ({ body, dependsOn }) => {
    const message = pullRequestMessage({ title: 'Login', body });

    expect(knownTrailers(message, settings).dependsOn).toEqual(dependsOn);
  });
});

describe('joinTrailers', () => {
  it('declares all that any message does, once, and the worst risk', () => {
    const messages = [
      'One\n\nRisk: high\nManual-Step: a',
      'Two\n\nRisk: low\nManual-Step: a\nManual-Step: b',
    ];

    const joined = joinTrailers(messages.map((message) => knownTrailers(message, settings)));

    expect(joined).toMatchObject({ risk: 'high', manualSteps: ['a', 'b'], dependsOn: [] });
  });
});

describe('declared', () => {
  it.each([
    { message: 'One', isSilent: true },
    { message: 'One\n\nSigned-off-by: Ana', isSilent: true },
    { message: 'One\n\nRisk: low', isSilent: false },
    { message: 'One\n\nRisk: odd', isSilent: false },
    { message: 'One\n\nDB-Migration: yes', isSilent: false },
  ])('of $message is nothing: $isSilent', ({ message, isSilent }) => {
    expect(declared(knownTrailers(message, settings)) === null).toBe(isSilent);
  });
});
