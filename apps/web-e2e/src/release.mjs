/** Lets work out: the approver of its institution and then a moderator of another say yes to exactly what waits. */
import assert from 'node:assert/strict';
import { ask, asking } from './people.mjs';

/** `reviewers` in the order in which they are asked, each as institution and name. */
export async function release(url, resourceId, reviewers) {
  for (const [institution, name] of reviewers) {
    const reviewer = await asking(url, institution, name);
    const { reviewItems } = await ask(reviewer, '{ reviewItems(first: 100) { edges { node { id revision resource { id } } } } }');
    const { id, revision } = reviewItems.edges.map(({ node }) => node).find(({ resource }) => resource.id === resourceId);
    const { decideReview } = await ask(reviewer, 'mutation D($input: DecideReviewInput!) { decideReview(input: $input) { errors { message } } }', { input: { id, revision, approve: true } });
    assert.deepEqual(decideReview.errors, []);
    await reviewer.close();
  }
}
