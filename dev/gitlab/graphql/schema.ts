import { buildSchema } from 'graphql';

/** What is modelled of GitLab's schema: https://docs.gitlab.com/api/graphql/reference/ */
export const SCHEMA = buildSchema(`
  type Query { project(fullPath: ID!): Project }
  type Project { fullPath: ID!, repository: Repository }
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
  type RepositoryBlob { path: String!, oid: String!, mode: String, name: String }
`);
