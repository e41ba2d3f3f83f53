import { parseJql } from '../../../dev/jira/jql';

const is = (field: string, ...values: string[]): object => ({
  kind: 'comparison',
  field,
  isNegated: false,
  values,
});
const isNot = (field: string, ...values: string[]): object => ({
  ...is(field, ...values),
  isNegated: true,
});

describe('parseJql', () => {
  it.each([
    { jql: 'project = PAY', where: is('project', 'PAY') },
    { jql: 'Project=PAY', where: is('project', 'PAY') },
    { jql: 'status != "In QA"', where: isNot('status', 'In QA') },
    { jql: "status = 'QA \\'one\\''", where: is('status', "QA 'one'") },
    { jql: 'key in (PAY-1, "PAY-2")', where: is('key', 'PAY-1', 'PAY-2') },
    { jql: 'key NOT IN (PAY-1)', where: isNot('key', 'PAY-1') },
    { jql: 'labels = "and"', where: is('labels', 'and') },
    { jql: 'updated >= "-15m"', where: { kind: 'since', field: 'updated', minutes: 15 } },
    { jql: 'created >= -2d', where: { kind: 'since', field: 'created', minutes: 2880 } },
    {
      jql: 'a = 1 OR b = 2 and c = 3',
      where: {
        kind: 'or',
        clauses: [is('a', '1'), { kind: 'and', clauses: [is('b', '2'), is('c', '3')] }],
      },
    },
    {
      jql: '(a = 1 or b = 2) AND c = 3',
      where: {
        kind: 'and',
        clauses: [{ kind: 'or', clauses: [is('a', '1'), is('b', '2')] }, is('c', '3')],
      },
    },
  ])('reads $jql', ({ jql, where }) => {
    expect(parseJql(jql)).toEqual({ where, order: [] });
  });

  it.each([
    { jql: 'project = PAY ORDER BY key', order: [{ field: 'key', isDescending: false }] },
    { jql: 'order by updated', order: [{ field: 'updated', isDescending: false }] },
    {
      jql: 'project = PAY order by created DESC, key ASC',
      order: [
        { field: 'created', isDescending: true },
        { field: 'key', isDescending: false },
      ],
    },
  ])('reads the order of $jql', ({ jql, order }) => {
    expect(parseJql(jql).order).toEqual(order);
  });

  it.each([
    { jql: 'summary ~ refund', says: "but got '~'. (line 1, character 8)" },
    { jql: 'fixVersion is EMPTY', says: "but got 'is'" },
    { jql: 'created < -7d', says: "but got '<'" },
    { jql: 'updated >= yesterday', says: 'Expecting a time span' },
    { jql: 'project =', says: 'Expecting a value before the end of the query' },
    { jql: 'project = PAY AND', says: 'Expecting a field name before the end of the query' },
    { jql: '(project = PAY', says: "Expecting ')' before the end of the query" },
    { jql: 'project = PAY status = Done', says: "but got 'status'" },
    { jql: 'key in ()', says: "Expecting a value but got ')'" },
    { jql: 'NOT project = PAY', says: "Expecting a field name but got 'NOT'" },
    { jql: 'project = "PAY', says: "The character '\"' is not expected. (line 1, character 10)" },
  ])('refuses $jql', ({ jql, says }) => {
    expect(() => parseJql(jql)).toThrow(says);
  });
});
