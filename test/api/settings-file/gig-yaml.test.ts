import { isGigFile, toGigFile } from '../../../src/api/settings-file/gig-yaml';
import { readYaml, type YamlText } from '../../../src/api/settings-file/yaml-text';

const FILE = String.raw`ticketPattern: '\b[A-Z][A-Z0-9]+-\d+\b'
environments:
  - { name: build, branch: dev }
  - { name: qa, branch: test }
  - { name: prod, branch: main }
repositories:
  - path: a-service
    service: Accounts API
    owner: Backend Team
    kind: app
    notes: [Verify login and billing summary.]
  - repo: github:acme/b-service
`;

function yaml(text: string): YamlText {
  const read = readYaml(text);
  if ('problems' in read) throw new Error('not YAML');
  return read;
}

describe('toGigFile', () => {
  it('reads environments and repositories', () => {
    expect(toGigFile(yaml(FILE))).toEqual({
      gig: {
        environments: [
          { name: 'build', branch: 'dev' },
          { name: 'qa', branch: 'test' },
          { name: 'prod', branch: 'main' },
        ],
        repositories: [
          {
            path: 'a-service',
            repo: null,
            service: 'Accounts API',
            owner: 'Backend Team',
            kind: 'app',
            notes: ['Verify login and billing summary.'],
          },
          {
            path: null,
            repo: 'github:acme/b-service',
            service: null,
            owner: null,
            kind: null,
            notes: [],
          },
        ],
        unused: ['ticketPattern'],
      },
    });
  });

  it.each([
    {
      when: 'environments are missing',
      text: "ticketPattern: 'x'\n",
      problem: { field: 'environments', line: 1, message: 'is missing' },
    },
    {
      when: 'environments are empty',
      text: 'environments: []\n',
      problem: { field: 'environments', line: 1, message: 'must not be empty' },
    },
    {
      when: 'an environment has no branch',
      text: FILE.replace(', branch: test', ''),
      problem: { field: 'environments[1].branch', line: 4, message: 'is missing' },
    },
    {
      when: 'an environment is there twice',
      text: FILE.replace('name: qa', 'name: build'),
      problem: { field: 'environments[1].name', line: 4, message: 'names build a second time' },
    },
    {
      when: 'a repository has neither path nor repo',
      text: FILE.replace('  - path: a-service', '  - colour: red'),
      problem: { field: 'repositories[0]', line: 7, message: 'needs a path or a repo' },
    },
  ])('says so when $when', ({ text, problem }) => {
    expect(toGigFile(yaml(text))).toEqual({ problems: [problem] });
  });
});

describe('isGigFile', () => {
  it.each([
    [{ environments: [] }, true],
    [{ ticketPattern: 'x' }, true],
    [{ version: 1, projects: {} }, false],
    [{ projects: {}, environments: [] }, false],
    [{}, false],
    [null, false],
    [['environments'], false],
  ])('of %j is %p', (content, expected) => {
    expect(isGigFile(content)).toBe(expected);
  });
});
