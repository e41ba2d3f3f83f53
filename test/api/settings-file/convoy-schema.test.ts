import { parseConvoyYaml } from '../../../src/api/settings-file/convoy-yaml';
import { withLines } from '../../support/convoy-file';

describe('the fields of a convoy.yaml', () => {
  it.each([
    {
      when: 'a field is misspelt',
      text: withLines('    requireReview: true'),
      problem: [
        'projects.PAY.requireReview',
        8,
        'is not a field that is known here; did you mean requireReviews?',
      ],
    },
    {
      when: 'a field of a line is not known',
      text: withLines().replace('branch: main', 'branch: main, colour: red'),
      problem: [
        'projects.PAY.lines.prod.colour',
        7,
        'is not a field that is known here (known: branch, environments, rejectedStatuses, approvedStatuses)',
      ],
    },
    {
      when: 'an override has a field of a line',
      text: withLines(
        '    repositories:',
        '      - id: github:a/b',
        '        lines: { dev: { rejectedStatuses: [x] } }',
      ),
      problem: [
        'projects.PAY.repositories[0].lines.dev.rejectedStatuses',
        10,
        'is not a field that is known here (known: branch, environments)',
      ],
    },
    {
      when: 'a gate is misspelt',
      text: withLines('    gates: { sign-off: { required: true } }'),
      problem: [
        'projects.PAY.gates["sign-off"]',
        8,
        'is not a field that is known here; did you mean sign-offs?',
      ],
    },
    {
      when: 'a gate has a field of something else',
      text: withLines('    gates: { freeze: { colour: red } }'),
      problem: [
        'projects.PAY.gates.freeze.colour',
        8,
        'is not a field that is known here (known: owner, severity, required)',
      ],
    },
    {
      when: 'what could not be read would ship',
      text: withLines('    gates: { evidence: { required: false } }'),
      problem: [
        'projects.PAY.gates.evidence.required',
        8,
        'must stay true: what could not be read is never shipped (give a waiver)',
      ],
    },
    {
      when: 'sign-offs are required of nobody',
      text: withLines('    gates: { sign-offs: { required: true } }'),
      problem: [
        'projects.PAY.gates["sign-offs"].required',
        8,
        'asks for sign-offs, and no role is under signOffs',
      ],
    },
    {
      when: 'a repository id has another form',
      text: withLines('    repositories:', '      - id: https://github.com/acme/api'),
      problem: [
        'projects.PAY.repositories[0].id',
        9,
        'must look like github:owner/name, github:ghe.acme.com/owner/name or gitlab:gitlab.com/group/name, not https://github.com/acme/api',
      ],
    },
    {
      when: 'a repository id climbs out of its path',
      text: withLines('    repositories:', '      - id: github:acme/..'),
      problem: [
        'projects.PAY.repositories[0].id',
        9,
        'must look like github:owner/name, github:ghe.acme.com/owner/name or gitlab:gitlab.com/group/name, not github:acme/..',
      ],
    },
    {
      when: 'a repository has no id',
      text: withLines('    repositories:', '      - service: Payments API'),
      problem: ['projects.PAY.repositories[0].id', 9, 'is missing'],
    },
    {
      when: 'a repository is there twice',
      text: withLines(
        '    repositories:',
        '      - id: github:acme/api',
        '      - id: github:Acme/API',
      ),
      problem: [
        'projects.PAY.repositories[1].id',
        10,
        'is the same repository as repositories[0]; keep one of them',
      ],
    },
    {
      when: 'a repository changes a line that is not there',
      text: withLines(
        '    repositories:',
        '      - id: github:acme/api',
        '        lines:',
        '          prd: { branch: master }',
      ),
      problem: [
        'projects.PAY.repositories[0].lines.prd',
        11,
        'changes the line prd, which the project does not have (it has dev, prod)',
      ],
    },
    {
      when: 'a kind is not known',
      text: withLines('    repositories:', '      - id: github:a/b', '        kind: service'),
      problem: [
        'projects.PAY.repositories[0].kind',
        10,
        'must be app, db, mendix, infra, config or library, not service',
      ],
    },
  ])('says so when $when', ({ text, problem: [field, at, message] }) => {
    expect(parseConvoyYaml(text)).toEqual({ problems: [{ field, line: at, message }] });
  });

  it.each([
    {
      when: 'the route names a line that is not there',
      text: withLines().replace('[dev, prod]', '[dev, constructor]'),
      problem: [
        'projects.PAY.route[1]',
        4,
        'names constructor, which is not under lines (there: dev, prod)',
      ],
    },
    {
      when: 'the route names a line twice',
      text: withLines().replace('[dev, prod]', '[dev, dev]'),
      problem: [
        'projects.PAY.route[1]',
        4,
        'names dev a second time; a change travels each line once',
      ],
    },
    {
      when: 'the route is empty',
      text: withLines().replace('[dev, prod]', '[]'),
      problem: ['projects.PAY.route', 4, 'must not be empty'],
    },
    {
      when: 'the route is missing',
      text: withLines().replace('    route: [dev, prod]', '    # no route'),
      problem: ['projects.PAY.route', 3, 'is missing'],
    },
    {
      when: 'a line has no branch',
      text: withLines().replace('{ branch: main }', '{}'),
      problem: ['projects.PAY.lines.prod.branch', 7, 'is missing'],
    },
    {
      when: 'a branch is a pattern',
      text: withLines().replace('branch: main', 'branch: release/*'),
      problem: [
        'projects.PAY.lines.prod.branch',
        7,
        'must be the name of one branch, such as release/test',
      ],
    },
    {
      when: 'a day does not exist',
      text: withLines('    freeze:', '      - { name: X, from: 2026-02-30, to: 2026-03-01 }'),
      problem: ['projects.PAY.freeze[0].from', 9, 'must be a day that exists, such as 2026-12-20'],
    },
    {
      when: 'a freeze ends before it begins',
      text: withLines('    freeze:', '      - { name: X, from: 2026-03-02, to: 2026-03-01 }'),
      problem: ['projects.PAY.freeze[0].to', 9, 'ends before it begins (2026-03-02)'],
    },
    {
      when: 'no snapshot is kept',
      text: withLines('    snapshots: { keep: 0 }'),
      problem: ['projects.PAY.snapshots.keep', 8, 'must keep at least one snapshot'],
    },
    {
      when: 'more snapshots are kept than a record names',
      text: withLines('    snapshots: { keep: 501 }'),
      problem: ['projects.PAY.snapshots.keep', 8, 'must keep at most 500 snapshots'],
    },
    {
      when: 'half a snapshot is kept',
      text: withLines('    snapshots: { keep: 1.5 }'),
      problem: ['projects.PAY.snapshots.keep', 8, 'must be a whole number of snapshots'],
    },
    {
      when: 'a number stands for text',
      text: withLines('    signOffs: [{ role: 7 }]'),
      problem: ['projects.PAY.signOffs[0].role', 8, 'must be text, not a number'],
    },
    {
      when: 'required checks are neither all nor a list',
      text: withLines('    requiredChecks: some'),
      problem: ['projects.PAY.requiredChecks', 8, 'must be all, or a list of check names'],
    },
    {
      when: 'a project key is none',
      text: withLines().replace('PAY:', 'pay:'),
      problem: ['projects.pay', 3, 'must be the key of a Jira project, such as PAY'],
    },
    {
      when: 'the version is another',
      text: withLines().replace('version: 1', 'version: 2'),
      problem: ['version', 1, 'must be 1: this Convoy reads no other version of the file'],
    },
    {
      when: 'there is no project',
      text: 'version: 1\nprojects: {}\n',
      problem: ['projects', 2, 'must hold at least one project'],
    },
    {
      when: 'the file is empty',
      text: '',
      problem: ['(whole)', null, 'must be a group of fields, not empty'],
    },
    {
      when: 'the file is a list',
      text: '- a\n- b\n',
      problem: ['(whole)', 1, 'must be a group of fields, not a list'],
    },
  ])('says so when $when', ({ text, problem: [field, at, message] }) => {
    expect(parseConvoyYaml(text)).toEqual({ problems: [{ field, line: at, message }] });
  });
});
