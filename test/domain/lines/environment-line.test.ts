import type { Deployment } from '../../../src/domain/deployment';
import { environmentsOfLines, lineOfEnvironment } from '../../../src/domain/lines/environment-line';
import { line } from '../../support/settings';

const LINES = [
  { line: 'dev', environments: [] },
  { line: 'test', environments: ['qa', 'mars'] },
  { line: 'uat', environments: ['staging', 'Preview EU'] },
  { line: 'prod', environments: ['production'] },
];

describe('lineOfEnvironment', () => {
  it.each<{ environment: string; tier: Deployment['tier']; line: string | null; why: string }>([
    { environment: 'qa', tier: null, line: 'test', why: 'a line names it' },
    { environment: 'QA', tier: null, line: 'test', why: 'case does not matter' },
    { environment: 'mars', tier: null, line: 'test', why: 'a line names it, whatever it means' },
    { environment: 'preview eu', tier: null, line: 'uat', why: 'a line names it' },
    { environment: 'eu-prod', tier: null, line: 'prod', why: 'its words say production' },
    { environment: 'qa1', tier: null, line: 'test', why: 'its words say testing' },
    { environment: 'stg-2', tier: null, line: 'uat', why: 'its words say staging' },
    { environment: 'non-prod', tier: null, line: null, why: 'it is not production' },
    { environment: 'dev-3', tier: null, line: null, why: 'no line has such an environment' },
    { environment: 'jupiter', tier: null, line: null, why: 'nothing says so' },
    { environment: 'jupiter', tier: 'production', line: 'prod', why: 'the host states it' },
    { environment: 'mars', tier: 'production', line: 'prod', why: 'the host comes first' },
    { environment: 'mars', tier: 'development', line: 'test', why: 'no line has such a tier' },
    {
      environment: 'prod-sandbox',
      tier: 'development',
      line: null,
      why: 'its words do not outdo the host',
    },
  ])('of $environment, stated $tier, is $line: $why', ({ environment, tier, line: expected }) => {
    expect(lineOfEnvironment({ environment, tier }, LINES)).toBe(expected);
  });

  it.each<{ environment: string; tier: Deployment['tier']; line: string | null }>([
    { environment: 'qa3', tier: null, line: null },
    { environment: 'mars', tier: 'testing', line: null },
    { environment: 'qa2', tier: 'testing', line: 'b' },
  ])('guesses between two lines of a type only by name: $environment', (row) => {
    const lines = [
      { line: 'a', environments: ['qa'] },
      { line: 'b', environments: ['qa2'] },
    ];

    expect(lineOfEnvironment(row, lines)).toBe(row.line);
  });
});

describe('environmentsOfLines', () => {
  it("goes along the route, with the repository's own environments", () => {
    const settings = {
      route: ['dev', 'prod', 'gone'],
      lines: {
        prod: line('main', { environments: ['production'] }),
        dev: line('develop', { environments: ['development'] }),
      },
    };
    const repository = { lines: { dev: { branch: 'next' }, prod: { environments: ['live'] } } };

    expect(environmentsOfLines(settings, repository)).toEqual([
      { line: 'dev', environments: ['development'] },
      { line: 'prod', environments: ['live'] },
      { line: 'gone', environments: [] },
    ]);
  });
});
