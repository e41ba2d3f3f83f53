/** A `convoy.yaml` whose project PAY ends with these lines; they begin at line 8. */
export const withLines = (...lines: string[]): string =>
  [
    'version: 1',
    'projects:',
    '  PAY:',
    '    route: [dev, prod]',
    '    lines:',
    '      dev: { branch: develop }',
    '      prod: { branch: main }',
    ...lines,
  ].join('\n');
