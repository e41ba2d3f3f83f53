import { buildSchema } from 'graphql';

/** What is modelled of GitLab's schema: https://docs.gitlab.com/api/graphql/reference/ */
export const SCHEMA = buildSchema(`
  type Query { project(fullPath: ID!): Project }
  type Project {
    fullPath: ID!, repository: Repository, userPermissions: ProjectPermissions!
    pipelines(sha: String, ref: String, first: Int): PipelineConnection
    mergeRequests(iids: [String!], first: Int): MergeRequestConnection
  }
  type MergeRequestConnection { nodes: [MergeRequest] }
  type MergeRequest { iid: String!, diffRefs: DiffRefs }
  type DiffRefs { baseSha: String, headSha: String!, startSha: String! }
  type ProjectPermissions { readCommitStatus: Boolean!, downloadCode: Boolean!, readProject: Boolean! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type PipelineConnection { nodes: [Pipeline], pageInfo: PageInfo! }
  type Pipeline {
    id: ID!, sha: String, ref: String, source: String
    jobs(first: Int, retried: Boolean): CiJobConnection
  }
  type CiJobConnection { nodes: [CiJob], pageInfo: PageInfo! }
  type CiJob {
    id: ID, name: String, status: String, allowFailure: Boolean!
    createdAt: String!, startedAt: String, finishedAt: String, detailedStatus: DetailedStatus
  }
  type DetailedStatus { detailsPath: String }
  type Repository {
    commit(ref: String!): Commit
    blobs(paths: [String!]!, ref: String, first: Int): RepositoryBlobConnection
  }
  type Commit { sha: String!, diffs: [Diff!] }
  type Diff {
    aMode: String, bMode: String, deletedFile: String, diff: String
    newFile: String, newPath: String, oldPath: String, renamedFile: String
  }
  type RepositoryBlobConnection { nodes: [RepositoryBlob] }
  type RepositoryBlob { path: String!, oid: String!, mode: String, name: String, rawTextBlob: String }
`);
