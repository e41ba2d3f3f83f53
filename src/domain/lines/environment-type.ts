export type EnvironmentType = 'development' | 'testing' | 'staging' | 'production' | 'unmapped';

/**
 * The words of GitHub for Jira and of GitLab for Jira. In the order of the route: of `prod-test`
 * the earlier tier counts, so a second word never turns anything into production.
 */
const WORDS: readonly (readonly [EnvironmentType, readonly string[]])[] = [
  ['development', ['development', 'develop', 'dev', 'trunk', 'review']],
  [
    'testing',
    [
      ...['testing', 'test', 'tests', 'tst', 'integration', 'integ', 'intg', 'int', 'sit'],
      ...['acceptance', 'accept', 'acpt', 'uat', 'qa', 'qc', 'control', 'quality'],
    ],
  ],
  [
    'staging',
    [
      ...['staging', 'stage', 'stg', 'sta', 'model', 'internal', 'demo'],
      ...['pre', 'preprod', 'preprd', 'preproduction', 'prelive'],
    ],
  ],
  ['production', ['production', 'prod', 'prd', 'live']],
];
const NOT_PRODUCTION: readonly string[] = ['non', 'not', 'pre'];
const WORD = /\p{L}+/gu;

/**
 * The tier that the name of an environment tells, by whole words: `qa1`, `stg-2`, `eu-prod`.
 *
 * Digits and separators end a word, capitals do not: `euProd` and `product` tell nothing. After
 * `non`, `not` or `pre` no word means production any more; `pre-prod` and `preprod` are staging,
 * `nonprod` is unmapped, for nobody knows what else it is.
 */
export function environmentType(name: string): EnvironmentType {
  const words = (name.toLowerCase().match(WORD) ?? []) as string[];
  const negation = words.findIndex((word) => NOT_PRODUCTION.includes(word));
  const affirmed = negation === -1 ? words : words.slice(0, negation);
  const found = WORDS.find(([type, known]) =>
    (type === 'production' ? affirmed : words).some((word) => known.includes(word)),
  );
  return found?.[0] ?? 'unmapped';
}
