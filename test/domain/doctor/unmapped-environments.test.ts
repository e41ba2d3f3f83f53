import { unmappedEnvironments } from '../../../src/domain/doctor/unmapped-environments';
import type { ProjectSettings } from '../../../src/domain/settings/project-settings';
import { doctorFacts, outlineOfFindings, repositoryFacts } from '../../support/doctor-facts';
import { line } from '../../support/settings';

const unmapped = (names: string[], id = 'github:acme/api') =>
  repositoryFacts(id, { header: { unmappedEnvironments: names } });

describe('unmappedEnvironments', () => {
  it('finds nothing while every environment belongs to a line', () => {
    expect(unmappedEnvironments(doctorFacts())).toEqual([]);
  });

  it.each<{
    environment: string;
    settings?: Partial<ProjectSettings>;
    line: string | null;
    confidence: string | null;
  }>([
    { environment: 'perf', line: null, confidence: null },
    { environment: 'nonprod', line: null, confidence: null },
    { environment: 'non-prod', line: null, confidence: null },
    { environment: 'uat-2', line: 'test', confidence: 'likely' },
    { environment: 'eu-live', line: 'prod', confidence: 'likely' },
    {
      environment: 'stage',
      settings: {
        route: ['dev', 'uat', 'prod'],
        lines: { dev: line('develop'), uat: line('staging'), prod: line('main') },
      },
      line: 'uat',
      confidence: 'likely',
    },
    {
      environment: 'sit',
      settings: {
        route: ['qa', 'uat'],
        lines: { qa: line('qa'), uat: line('uat') },
      },
      line: 'qa',
      confidence: 'guess',
    },
    {
      environment: 'alpha-2',
      settings: { route: ['alpha', 'prod'], lines: { alpha: line('a'), prod: line('main') } },
      line: 'alpha',
      confidence: 'likely',
    },
  ])('suggests $line for $environment', ({ environment, settings = {}, ...expected }) => {
    const [found] = unmappedEnvironments(doctorFacts([unmapped([environment])], { settings }));

    expect(found).toMatchObject({
      code: 'unmapped-environment',
      severity: expected.line === null ? 'hint' : 'warning',
      subject: environment,
      confidence: expected.confidence,
    });
    expect(found?.action).toContain(
      expected.line === null ? 'If a line feeds it' : `to the environments of ${expected.line}: `,
    );
  });

  it('tells once of an environment that several repositories have, and where', () => {
    const found = unmappedEnvironments(
      doctorFacts([unmapped(['perf']), unmapped(['Perf', 'lab'], 'github:acme/web')]),
    );

    expect(found.map(({ subject, message, place }) => [subject, message, place])).toEqual([
      [
        'perf',
        'Deployments to perf count for no line (github:acme/api and github:acme/web).',
        { part: 'route', repository: null },
      ],
      [
        'lab',
        'Deployments to lab count for no line (github:acme/web).',
        { part: 'repositories', repository: 'github:acme/web' },
      ],
    ]);
  });

  it('tells of one that only another project counts', () => {
    const facts = repositoryFacts('github:acme/api', {
      header: {
        environments: [
          { environment: 'qa', tier: null, deployed: null, attempted: null },
          { environment: 'lab', tier: null, deployed: null, attempted: null },
        ],
      },
    });

    expect(outlineOfFindings(unmappedEnvironments(doctorFacts([facts])))).toEqual([
      'hint unmapped-environment: lab',
    ]);
  });

  it('keeps those together that live as long as a pull request', () => {
    const names = ['review/login', 'review/logout', 'pr-12', 'preview-3', 'product'];

    const found = unmappedEnvironments(doctorFacts([unmapped(names)]));

    expect(outlineOfFindings(found)).toEqual([
      'hint unmapped-environment: product',
      'hint unmapped-environment: PAY',
    ]);
    expect(found[1]?.message).toContain('4 environments such as');
  });
});
