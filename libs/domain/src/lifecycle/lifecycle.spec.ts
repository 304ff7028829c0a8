import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, derivedState, diagram, NOT_YET_CREATED, placesOf, type ResourceState } from './lifecycle.js';
import { LIFECYCLE_ACTIONS, TRANSITIONS, type LifecycleAction, type LifecycleState } from './transitions.js';
import { addsGroup, isShared, isWidening, VISIBILITIES, type Visibility } from './visibility.js';

const state = (given: Partial<LifecycleState> = {}): LifecycleState => ({ ...NOT_YET_CREATED, ...given });
const published = state({ isPublished: true });

function walk(actions: readonly LifecycleAction[], audience: Visibility, from = NOT_YET_CREATED): LifecycleState {
  return actions.reduce((now, action) => {
    const next = advance(now, action, { audience });
    if (!next.ok) throw new Error(`${action}: ${next.reason}`);
    return next.state;
  }, from);
}

describe('the release path', () => {
  it.each<Visibility>(['PRIVATE', 'INSTITUTION'])('ends at sign-off for %s', (audience) => {
    expect(walk(['CREATE', 'SAVE', 'SUBMIT', 'SIGN_OFF'], audience)).toEqual(published);
  });

  it.each<Visibility>(['GROUP', 'MEMBERS', 'PUBLIC'])('passes a moderator for %s', (audience) => {
    expect(walk(['CREATE', 'SUBMIT', 'SIGN_OFF'], audience)).toEqual(state({ draft: 'MODERATION' }));
    expect(walk(['CREATE', 'SUBMIT', 'SIGN_OFF', 'PUBLISH'], audience)).toEqual(published);
  });

  it('takes returned and withdrawn work back to its author', () => {
    expect(walk(['CREATE', 'SUBMIT', 'RETURN'], 'PUBLIC')).toEqual(state({ draft: 'DRAFT' }));
    expect(walk(['CREATE', 'SUBMIT', 'SIGN_OFF', 'WITHDRAW'], 'PUBLIC')).toEqual(state({ draft: 'DRAFT' }));
  });

  it('keeps a published resource published while it is revised', () => {
    expect(walk(['REVISE', 'SUBMIT', 'SIGN_OFF'], 'PUBLIC', published)).toEqual(state({ draft: 'MODERATION', isPublished: true }));
  });

  it('keeps a hidden resource hidden when its revision is published', () => {
    expect(walk(['HIDE', 'REVISE', 'SUBMIT', 'SIGN_OFF', 'PUBLISH'], 'PUBLIC', published)).toEqual({ ...published, isHidden: true });
  });
});

describe('a change of visibility', () => {
  it('takes effect at once when it narrows or nothing was published', () => {
    expect(advance(published, 'SET_VISIBILITY', { audience: 'GROUP', publishedAudience: 'PUBLIC' })).toEqual({ ok: true, state: published });
    const draft = state({ draft: 'DRAFT' });
    expect(advance(draft, 'SET_VISIBILITY', { audience: 'PUBLIC' })).toEqual({ ok: true, state: draft });
  });

  it('opens a draft, which takes the release path, when it widens', () => {
    const expected = { ok: true, state: { ...published, draft: 'DRAFT' } };
    expect(advance(published, 'SET_VISIBILITY', { audience: 'PUBLIC', publishedAudience: 'GROUP' })).toEqual(expected);
    expect(advance(published, 'SET_VISIBILITY', { audience: 'INSTITUTION' })).toEqual(expected);
  });

  it('counts a further sharing group as a widening, and fewer as none', () => {
    const at = (groupIds: string[]) => ({ visibility: 'GROUP' as const, groupIds });
    expect([addsGroup(at(['north']), at(['north', 'south'])), addsGroup(at(['north', 'south']), at(['south'])), addsGroup({ visibility: 'MEMBERS', groupIds: [] }, at(['north']))]).toEqual([true, false, false]);
    const change = { audience: 'GROUP', publishedAudience: 'GROUP' } as const;
    expect(advance(published, 'SET_VISIBILITY', { ...change, addsGroup: true })).not.toEqual(advance(published, 'SET_VISIBILITY', change));
  });

  it('waits for the draft that is open', () => {
    const revised = state({ draft: 'DRAFT', isPublished: true });
    expect(advance(revised, 'SET_VISIBILITY', { audience: 'PUBLIC', publishedAudience: 'GROUP' })).toEqual({ ok: true, state: revised });
  });

  it('widens exactly when it moves along the list of audiences', () => {
    VISIBILITIES.forEach((from, before) =>
      VISIBILITIES.forEach((to, after) => expect(isWidening(from, to)).toBe(after > before)),
    );
  });
});

describe('a refusal', () => {
  it.each<[LifecycleAction, Partial<LifecycleState>, Visibility, string]>([
    ['CREATE', { draft: 'DRAFT' }, 'PUBLIC', 'DRAFT_OPEN'],
    ['CREATE', { isPublished: true }, 'PUBLIC', 'ALREADY_PUBLISHED'],
    ['SAVE', { draft: 'SIGN_OFF' }, 'PUBLIC', 'AWAITING_SIGN_OFF'],
    ['SAVE', { isPublished: true }, 'PUBLIC', 'NO_DRAFT'],
    ['REVISE', { isPublished: true, isArchived: true }, 'PUBLIC', 'ARCHIVED'],
    ['SUBMIT', { draft: 'MODERATION' }, 'PUBLIC', 'AWAITING_MODERATION'],
    ['PUBLISH', { draft: 'SIGN_OFF' }, 'PUBLIC', 'AWAITING_SIGN_OFF'],
    ['PUBLISH', { draft: 'MODERATION' }, 'INSTITUTION', 'AUDIENCE_NEEDS_NO_MODERATION'],
    ['ARCHIVE', { draft: 'DRAFT' }, 'PUBLIC', 'NOT_PUBLISHED'],
    ['ARCHIVE', { isPublished: true, isHidden: true }, 'PUBLIC', 'HIDDEN'],
    ['RESTORE', { isPublished: true }, 'PUBLIC', 'NOT_ARCHIVED'],
    ['UNHIDE', { isPublished: true }, 'PUBLIC', 'NOT_HIDDEN'],
    ['SET_VISIBILITY', { draft: 'SIGN_OFF' }, 'PUBLIC', 'AWAITING_SIGN_OFF'],
  ])('of %s to %j for %s says %s', (action, given, audience, reason) => {
    expect(advance(state(given), action, { audience })).toEqual({ ok: false, reason });
  });
});

describe('the derived state', () => {
  it.each<[Partial<LifecycleState>, ResourceState]>([
    [{ draft: 'DRAFT' }, 'DRAFT'],
    [{ draft: 'SIGN_OFF' }, 'IN_REVIEW'],
    [{ draft: 'MODERATION' }, 'IN_REVIEW'],
    [{ isPublished: true }, 'PUBLISHED'],
    [{ isPublished: true, draft: 'MODERATION' }, 'PUBLISHED'],
    [{ isPublished: true, isArchived: true }, 'ARCHIVED'],
    [{ isPublished: true, isArchived: true, isHidden: true }, 'HIDDEN'],
  ])('of %j is %s', (given, expected) => {
    expect(derivedState(state(given))).toBe(expected);
  });
});

describe('the places of a step', () => {
  const steps = (actions: readonly LifecycleAction[], from = NOT_YET_CREATED) => {
    let now = from;
    return actions.map((action) => {
      const before = now;
      now = walk([action], 'PUBLIC', before);
      const { from: start, to: end } = placesOf(before, now);
      return `${start} ${end}`;
    });
  };

  it('follow the draft to publication', () => {
    expect(steps(['CREATE', 'SAVE', 'SUBMIT', 'RETURN', 'SUBMIT', 'SIGN_OFF', 'PUBLISH', 'REVISE'])).toEqual([
      'NONE DRAFT', 'DRAFT DRAFT', 'DRAFT SIGN_OFF', 'SIGN_OFF DRAFT', 'DRAFT SIGN_OFF', 'SIGN_OFF MODERATION', 'MODERATION PUBLISHED', 'PUBLISHED DRAFT',
    ]);
  });

  it('follow the resource where it moves, with a draft open or not', () => {
    expect(steps(['ARCHIVE', 'HIDE', 'UNHIDE', 'RESTORE'], published)).toEqual(['PUBLISHED ARCHIVED', 'ARCHIVED HIDDEN', 'HIDDEN ARCHIVED', 'ARCHIVED PUBLISHED']);
    expect(steps(['ARCHIVE'], { ...published, draft: 'DRAFT' })).toEqual(['PUBLISHED ARCHIVED']);
  });
});

describe('the table', () => {
  const steps = fc.array(fc.record({ action: fc.constantFrom(...LIFECYCLE_ACTIONS), audience: fc.constantFrom(...VISIBILITIES) }), {
    maxLength: 60,
  });

  it('has a row for every action', () => {
    expect(LIFECYCLE_ACTIONS.filter((action) => !TRANSITIONS.some((row) => row.action === action))).toEqual([]);
  });

  it('never leaves archived work in review, nor hides or archives what was not published', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let now = NOT_YET_CREATED;
        for (const { action, audience } of taken) {
          const next = advance(now, action, { audience });
          now = next.ok ? next.state : now;
          if (now.isArchived) expect(['NONE', 'DRAFT']).toContain(now.draft);
          if (now.isArchived || now.isHidden) expect(now.isPublished).toBe(true);
        }
      }),
    );
  });

  it('publishes for a shared audience only from moderation, save what the operator imports', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let now = NOT_YET_CREATED;
        for (const { action, audience } of taken) {
          const next = advance(now, action, { audience });
          if (!next.ok || action === 'IMPORT') continue;
          const isRelease = next.state.draft === 'NONE' && now.draft !== 'NONE';
          if (isRelease) expect(now.draft).toBe(isShared(audience) ? 'MODERATION' : 'SIGN_OFF');
          now = next.state;
        }
      }),
    );
  });

  it('is drawn like this', () => {
    expect(diagram().split('\n').map((line) => line.replace(/ {2,}/g, ' '))).toEqual(DRAWN);
  });
});

const DRAWN = [
  'CREATE NONE, unpublished -> DRAFT',
  'SAVE DRAFT, unarchived -> as it was',
  'REVISE NONE, published, unarchived -> DRAFT',
  'SUBMIT DRAFT, unarchived -> SIGN_OFF',
  'WITHDRAW SIGN_OFF|MODERATION -> DRAFT',
  'RETURN SIGN_OFF|MODERATION -> DRAFT',
  'SIGN_OFF SIGN_OFF, audience INTERNAL -> NONE, published',
  'SIGN_OFF SIGN_OFF, audience SHARED -> MODERATION',
  'PUBLISH MODERATION, audience SHARED -> NONE, published',
  'SET_VISIBILITY DRAFT, unarchived, unhidden -> as it was',
  'SET_VISIBILITY NONE, published, unarchived, unhidden, audience NOT_WIDER -> as it was',
  'SET_VISIBILITY NONE, published, unarchived, unhidden, audience WIDER -> DRAFT',
  'SET_TEAM DRAFT|SIGN_OFF|MODERATION -> as it was',
  'SET_TEAM NONE, published -> as it was',
  'ARCHIVE NONE|DRAFT, published, unarchived, unhidden -> archived',
  'RESTORE NONE|DRAFT, published, archived, unhidden -> unarchived',
  'HIDE NONE|DRAFT|SIGN_OFF|MODERATION, published, unhidden -> hidden',
  'UNHIDE NONE|DRAFT|SIGN_OFF|MODERATION, published, hidden -> unhidden',
  'REDACT NONE|DRAFT|SIGN_OFF|MODERATION, published -> as it was',
  'IMPORT DRAFT, unarchived -> NONE, published',
];
