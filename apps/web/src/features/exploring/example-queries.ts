/** Queries that teach; a journey runs each of them against the demo commons. */
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export interface Example {
  readonly name: string;
  readonly does: MessageDescriptor;
  readonly query: string;
}

/** Where this query stands ready to run. */
export const exploreHref = (query: string): string => `/developers/explore?${new URLSearchParams({ query })}`;

export const EXAMPLES: readonly Example[] = [
  {
    name: 'latest', does: msg`The latest playbooks, with what one needs to show them`,
    query: `query Latest($after: String) {
  resources(
    first: 20, after: $after, filter: { kind: PLAYBOOK }
  ) {
    edges {
      node {
        id
        url
        title
        summary
        licence { id label }
        attribution
        version { number publishedAt }
        runSummary { tried worked mixed noEffect }
        ... on Playbook {
          content {
            problem { markdown }
            steps { order title doneWhen }
          }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
  {
    name: 'search', does: msg`Search, with counts to narrow by`,
    query: `query Search {
  search(query: "commuter video", first: 10) {
    total
    kinds { id count }
    tags { id label count }
    edges {
      highlight { text isHit }
      node { url title attributedTo { name } }
    }
  }
}`,
  },
  {
    name: 'numbers', does: msg`Case studies with their published numbers, or the reason why there are none`,
    query: `query Numbers {
  resources(first: 5, filter: { kind: CASE_STUDY }) {
    edges {
      node {
        title
        url
        ... on CaseStudy {
          content {
            resultDirection { label }
            limitsSummary
          }
          numbersWithheld
          numbers {
            measurements {
              period
              channel { label }
              definitionVersion { label }
              observations {
                metric { label }
                value
                reason { label }
              }
            }
          }
        }
      }
    }
  }
}`,
  },
];
