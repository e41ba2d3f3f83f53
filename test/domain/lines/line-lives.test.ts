import { lineLives } from '../../../src/domain/lines/line-lives';
import { repositoryEvidence } from '../../support/builders';
import { deployed, lives, SCHEMA, set, SETTINGS, since, STATUSES } from '../../support/line-lives';
import { arrived, at, tell } from '../../support/line-places';

describe('lineLives', () => {
  it('has a life for each line of the route, also where nothing happened', () => {
    const settings = { ...SETTINGS, route: ['dev', 'gone'] };

    expect(lineLives({ settings, history: [], parts: [], statuses: STATUSES })).toEqual([
      { line: 'dev', events: [], stage: null, changedSince: null },
      { line: 'gone', events: [], stage: null, changedSince: null },
    ]);
  });

  it('joins repositories with environments and without', () => {
    const parts = [
      repositoryEvidence({
        commits: [arrived('api', { 'release/test': 3 })],
        deployments: [deployed(4, 'qa', ['api'])],
      }),
      repositoryEvidence({
        repository: SCHEMA,
        commits: [arrived('schema', { 'release/test': 6 })],
      }),
    ];

    const test = lives(parts, [set(5, 'Approved')]).get('test');

    expect(test?.events.map(tell)).toEqual([
      '3 in-branch api',
      '4 deployed api qa',
      '5 approved Approved',
      `6 in-branch schema (${SCHEMA})`,
    ]);
    expect(test?.stage).toBe('in-branch');
    expect(since(test)).toEqual(['schema 6 null']);
  });

  it.each([
    { hour: 5, when: 'after an approval', stage: 'rejected', last: 'rejected' },
    { hour: 4, when: 'at the moment of an approval', stage: 'rejected', last: 'rejected' },
    { hour: 3, when: 'before an approval', stage: 'approved', last: 'approved' },
  ])('takes what somebody failed $when for a rejection then', ({ hour, stage, last }) => {
    const failed = [
      { ...{ line: 'test', at: at(hour), by: 'Quinn', what: 'Test' }, note: 'wrong' },
    ];
    const parts = [repositoryEvidence({ commits: [arrived('api', { 'release/test': 2 })] })];
    const history = [set(4, 'Approved')];

    const found = lineLives({ settings: SETTINGS, statuses: STATUSES, history, parts, failed });

    expect(found.map((life) => life.stage)).toEqual([null, stage, null]);
    expect(found[1]?.changedSince?.event).toMatchObject({ kind: last });
    expect(found[1]?.events.find(({ kind }) => kind === 'rejected')).toEqual({
      ...{ kind: 'rejected', line: 'test', at: at(hour), by: 'Quinn', status: 'Test failed' },
      note: 'wrong',
    });
  });

  it('calls a deployment after an approval no redeployment', () => {
    const deployments = [
      deployed(4, 'qa', ['a']),
      deployed(7, 'qa', ['b']),
      deployed(9, 'qa', ['c']),
    ];

    const test = lives(
      [repositoryEvidence({ deployments })],
      [set(5, 'QA failed'), set(8, 'Approved')],
    ).get('test');

    expect(test?.events.map(tell)).toEqual([
      '4 deployed a qa',
      '5 rejected QA failed',
      '7 redeployed b qa',
      '8 approved Approved',
      '9 deployed c qa',
    ]);
    expect(test?.stage).toBe('deployed');
  });

  it('takes a rolled back issue out of the line again', () => {
    const part = repositoryEvidence({
      commits: [arrived('a', { main: 3 })],
      deployments: [
        deployed(4, 'production', ['a'], { state: 'inactive' }),
        deployed(6, 'production', [], { tookAway: ['a'] }),
      ],
    });

    const prod = lives([part], [set(5, 'Done')]).get('prod');

    expect(prod?.events.map(tell)).toEqual([
      '3 in-branch a',
      '4 deployed a production',
      '5 approved Done',
      '6 rolled-back a production',
    ]);
    expect(prod?.stage).toBe('in-branch');
    expect(since(prod)).toEqual([]);
  });

  it('counts from a sign-off of that line alone', () => {
    const part = repositoryEvidence({ commits: [arrived('a', { develop: 9, 'release/test': 9 })] });
    const signOffs = [{ line: 'dev', at: at(8), by: 'Cleo', role: 'Client' }];

    const [dev, test] = lineLives({
      ...{ settings: SETTINGS, history: [], parts: [part], statuses: STATUSES, signOffs },
    });

    expect(dev?.changedSince?.event.status).toBe('Client');
    expect(since(dev)).toEqual(['a 9 null']);
    expect(test?.changedSince).toBeNull();
  });
});
