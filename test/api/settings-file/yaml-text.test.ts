import { readYaml } from '../../../src/api/settings-file/yaml-text';

describe('readYaml', () => {
  it.each([
    ['a key that is there twice', 'version: 1\nversion: 1\n', 2],
    ['bad indentation', 'version: 1\nprojects:\n  PAY: 1\n WEB: 2\n', 4],
    ['an open bracket', 'version: 1\nprojects: [\n', 3],
  ])('gives the line of %s', (_, text, at) => {
    const parsed = readYaml(text);

    expect(parsed).toMatchObject({ problems: [{ line: at }] });
    expect(JSON.stringify(parsed)).toContain('is not YAML');
  });

  it('does not follow aliases without end', () => {
    const levels = Array.from({ length: 9 }, (_, index) => {
      const refs = Array.from({ length: 9 }, () => `*a${index}`).join(', ');
      return `a${index + 1}: &a${index + 1} [${refs}]`;
    });

    const parsed = readYaml(['a0: &a0 x', ...levels].join('\n'));

    expect(JSON.stringify(parsed)).toContain('aliases that cannot be followed');
  });
});
