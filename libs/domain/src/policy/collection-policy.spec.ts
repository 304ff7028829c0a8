import { describe, expect, it } from '@jest/globals';
import { type CollectionAction, collectionActions, type CollectionVisibility, COLLECTION_VISIBILITIES, visibleCollections } from './collection-policy.js';
import * as who from './policy.fixture.js';
import { holds } from './rule.js';
import { ANONYMOUS, type Viewer } from './viewer.js';

const NOBODY = who.person({ roles: [] });
const administrator = who.person({ roles: ['ADMINISTRATOR'] });

describe('a collection', () => {
  it.each<[string, Viewer, readonly CollectionVisibility[]]>([
    ['people of its institution', who.colleague, ['INSTITUTION', 'MEMBERS', 'PUBLIC']],
    ['people of other members', who.outsider, ['MEMBERS', 'PUBLIC']],
    ['a moderator', who.moderator, ['MEMBERS', 'PUBLIC']],
    ['people of an institution that is only listed', who.listed, ['PUBLIC']],
    ['an API client of its institution', who.apiClient, ['PUBLIC']],
    ['nobody', ANONYMOUS, ['PUBLIC']],
  ])('is read by %s', (_name, viewer, expected) => {
    expect(COLLECTION_VISIBILITIES.filter((visibility) => holds(visibleCollections(viewer), { institutionId: who.OWNER, visibility }))).toEqual(expected);
  });

  it.each<[string, Viewer, Readonly<Record<CollectionVisibility, readonly CollectionAction[]>>]>([
    ['a practitioner', who.colleague, { INSTITUTION: ['EDIT'], MEMBERS: [], PUBLIC: [] }],
    ['an approver', who.approver, { INSTITUTION: ['EDIT', 'OPEN'], MEMBERS: ['EDIT', 'OPEN'], PUBLIC: ['EDIT', 'OPEN'] }],
    ['an administrator', administrator, { INSTITUTION: ['EDIT', 'OPEN'], MEMBERS: ['EDIT', 'OPEN'], PUBLIC: ['EDIT', 'OPEN'] }],
    ['somebody without a role', NOBODY, { INSTITUTION: [], MEMBERS: [], PUBLIC: [] }],
    ['a moderator', who.moderator, { INSTITUTION: [], MEMBERS: ['TAKE_BACK'], PUBLIC: ['TAKE_BACK'] }],
    ['an approver elsewhere', who.person({ institutionId: who.OTHER, roles: ['APPROVER'] }), { INSTITUTION: [], MEMBERS: [], PUBLIC: [] }],
    ['a person of an institution that is only listed', who.person({ roles: ['APPROVER'], institutionStanding: 'LISTED' }), { INSTITUTION: [], MEMBERS: [], PUBLIC: [] }],
    ['an API client', who.apiClient, { INSTITUTION: [], MEMBERS: [], PUBLIC: [] }],
    ['nobody', ANONYMOUS, { INSTITUTION: [], MEMBERS: [], PUBLIC: [] }],
  ])('is for %s to change as far as it is theirs', (_name, viewer, expected) => {
    const allowed = (visibility: CollectionVisibility): string[] => Object.entries(collectionActions(viewer, { institutionId: who.OWNER, visibility })).flatMap(([action, is]) => (is ? [action] : []));
    expect(Object.fromEntries(COLLECTION_VISIBILITIES.map((visibility) => [visibility, allowed(visibility)]))).toEqual(expected);
  });
});
