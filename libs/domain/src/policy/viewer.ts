// Who is asking: built once per request and passed as the first argument.

export const INSTITUTION_ROLES = ['PRACTITIONER', 'APPROVER', 'ADMINISTRATOR'] as const;
export type InstitutionRole = (typeof INSTITUTION_ROLES)[number];

/** LISTED: the commons knows the institution. MEMBER: its people sign in and share. */
export type InstitutionStanding = 'LISTED' | 'MEMBER';

export type AnonymousViewer = { readonly kind: 'ANONYMOUS' };

/** A signed-in person acting for one institution. */
export type PersonViewer = {
  readonly kind: 'PERSON';
  readonly personId: string;
  readonly sessionId: string;
  /** The institution acted for. */
  readonly institutionId: string;
  readonly institutionStanding: InstitutionStanding;
  /** Held at the institution acted for, and nowhere else. */
  readonly roles: readonly InstitutionRole[];
  /** Every institution of which the person is a current member, whichever they act for. */
  readonly memberOf: readonly string[];
  /** The current sharing groups of the institution acted for. */
  readonly groupIds: readonly string[];
  readonly isModerator: boolean;
  readonly reviewsEvidence: boolean;
  readonly isPlatformAdministrator: boolean;
};

export type ApiClientViewer = {
  readonly kind: 'API_CLIENT';
  readonly clientId: string;
  readonly institutionId: string;
  readonly scopes: readonly string[];
};

export type Viewer = AnonymousViewer | PersonViewer | ApiClientViewer;

/** The viewer nobody has signed in as. */
export const ANONYMOUS: AnonymousViewer = { kind: 'ANONYMOUS' };

/** Whether the viewer is a person who holds the role at the institution they act for. Roles held elsewhere do not count. */
export function hasRole(viewer: Viewer, role: InstitutionRole): boolean {
  return viewer.kind === 'PERSON' && viewer.roles.includes(role);
}
