import { describe, expect, it } from '@jest/globals';
import * as who from './policy.fixture.js';
import { holds } from './rule.js';
import { finishableRuns } from './run-policy.js';
import { ANONYMOUS } from './viewer.js';

describe('a run', () => {
  it.each([
    ['any colleague of the institution that began it', who.colleague, who.OWNER, true],
    ['its approver', who.approver, who.OWNER, true],
    ['a person of another institution', who.outsider, who.OWNER, false],
    ['a moderator', who.moderator, who.OWNER, false],
    ['a person of an institution that is only listed', who.listed, who.OTHER, false],
    ['an API client', who.apiClient, who.OWNER, false],
    ['nobody', ANONYMOUS, who.OWNER, false],
  ])('is finished by %s: %#', (_name, viewer, institutionId, expected) => {
    expect(holds(finishableRuns(viewer), { institutionId })).toBe(expected);
  });
});
