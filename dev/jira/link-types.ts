import type { SiteIssue } from './site';

type LinkType = { id: string; name: string; inward: string; outward: string };

/** The types that every Jira site starts with. */
const STANDARD: readonly LinkType[] = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];

/** The link types of a site: Jira's own and those that its issues use. */
export function listLinkTypes(issues: readonly SiteIssue[], siteUrl: string): LinkTypeBean[] {
  const used = issues.flatMap(({ fields }) => (fields.issuelinks ?? []).map(({ type }) => type));
  const types = new Map(STANDARD.map((type) => [type.name, type]));
  for (const { name, ...rest } of used) {
    const known = types.get(name) ?? {
      id: String(10_000 + types.size),
      name,
      inward: `is ${name} of`,
      outward: name,
    };
    types.set(name, { ...known, ...(rest as Partial<LinkType>) });
  }
  return [...types.values()].map(({ id, name, inward, outward }) => ({
    id,
    name,
    inward,
    outward,
    self: `${siteUrl}/rest/api/3/issueLinkType/${id}`,
  }));
}
export type LinkTypeBean = LinkType & { self: string };

export type Link = {
  id: string;
  type: string;
  end: 'inwardIssue' | 'outwardIssue';
  key: string;
};

/** Links by issue key, seen from both ends although a site may write them at one only. */
export function linksByIssue(issues: readonly SiteIssue[]): Map<string, Link[]> {
  const links = new Map<string, Link[]>(issues.map(({ key }) => [key, []]));
  const add = (key: string, link: Link): void => {
    const known = links.get(key) ?? [];
    const isKnown = known.some(
      ({ type, end, key: other }) => type === link.type && end === link.end && other === link.key,
    );
    if (!isKnown) links.set(key, [...known, link]);
  };
  for (const issue of issues) {
    for (const link of ownLinks(issue)) {
      add(issue.key, link);
      const end = link.end === 'inwardIssue' ? 'outwardIssue' : 'inwardIssue';
      add(link.key, { ...link, end, key: issue.key });
    }
  }
  return links;
}

function ownLinks({ id: issueId, fields }: SiteIssue): Link[] {
  return (fields.issuelinks ?? []).flatMap(({ type, inwardIssue, outwardIssue, id }, index) => {
    const link = { id: typeof id === 'string' ? id : `${issueId}${index}`, type: type.name };
    return [
      ...(inwardIssue ? [{ ...link, end: 'inwardIssue' as const, key: inwardIssue.key }] : []),
      ...(outwardIssue ? [{ ...link, end: 'outwardIssue' as const, key: outwardIssue.key }] : []),
    ];
  });
}
