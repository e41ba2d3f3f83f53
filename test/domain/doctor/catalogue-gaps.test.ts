import { catalogueGaps } from '../../../src/domain/doctor/catalogue-gaps';
import { doctorFacts, repositoryFacts } from '../../support/doctor-facts';

describe('catalogueGaps', () => {
  it('finds nothing where service, owner and kind are said', () => {
    expect(catalogueGaps(doctorFacts())).toEqual([]);
  });

  it.each([
    {
      lacks: { service: null },
      message: 'It has no service. People then see the path in place of a name they know.',
      action: 'Fill in service.',
    },
    {
      lacks: { owner: null },
      message: 'It has no owner. Nobody then knows whom to ask.',
      action: 'Fill in owner.',
    },
    {
      lacks: { owner: null, kind: null },
      message: 'It has no owner and no kind. Nobody then knows whom to ask.',
      action: 'Fill in owner and kind.',
    },
    {
      lacks: { service: null, owner: null, kind: null },
      message:
        'It has no service, no owner and no kind. People then see the path in place of a name they know.',
      action: 'Fill in service, owner and kind.',
    },
  ])('$message', ({ lacks, message, action }) => {
    const found = catalogueGaps(
      doctorFacts([repositoryFacts('github:acme/api', { settings: lacks })]),
    );

    expect(found).toMatchObject([
      {
        code: 'catalogue-gap',
        severity: 'hint',
        subject: 'github:acme/api',
        message,
        action,
        confidence: null,
        place: { part: 'repositories', repository: 'github:acme/api' },
      },
    ]);
  });

  it('suggests the kind, and how sure it is', () => {
    const [found] = catalogueGaps(
      doctorFacts([
        repositoryFacts('github:acme/ledger-schema', {
          settings: { kind: null },
          outline: { paths: ['db/1.sql', 'db/2.sql', 'db/3.sql'] },
        }),
      ]),
    );

    expect(found).toMatchObject({
      action: 'Fill in kind. The kind is probably database: its changes touch db/1.sql.',
      confidence: 'likely',
    });
  });
});
