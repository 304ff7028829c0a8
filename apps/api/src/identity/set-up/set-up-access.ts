/** Who may set an institution's sign-in up: its administrators, whoever has a set-up link, and platform administrators. */
import { Inject, Injectable } from '@nestjs/common';
import { hasRole, type Viewer } from '@passalong/domain';
import { Database, type OfInstitution } from '../../platform/database/database.js';
import { readApiId } from '../../platform/ids/ids.js';
import { hashToken } from '../viewer.reader.js';

export interface SetUpAccess extends OfInstitution {
  /** Null where it is a link that asks. */
  readonly personId: string | null;
  readonly isPlatformAdministrator: boolean;
}

/** Whoever asks is a person: a set-up link sets sign-in up and does nothing else. */
export type Administrator = SetUpAccess & { readonly personId: string };

/** Said once an hour, so that an administrator sees whether the link is in use. */
const USE = `
  with link as (select l.id, l.institution_id, l.last_used_at from set_up_link l where l.token_hash = $1 and l.ended_at is null and l.expires_at > now()),
       noted as (update set_up_link set last_used_at = now() from link where set_up_link.id = link.id and (link.last_used_at is null or link.last_used_at < now() - interval '1 hour'))
  select institution_id from link`;

@Injectable()
export class SetUpAccessReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Null where nothing may be set up. An administrator of one's own goes before a link; a platform administrator may name any institution. */
  async find(viewer: Viewer, setUpToken: string | null, institutionId: string | null = null): Promise<SetUpAccess | null> {
    const own = ofPerson(viewer, institutionId);
    if (own !== null) return own;
    const linked = setUpToken === null ? null : await this.byLink(setUpToken);
    return linked === null || (institutionId !== null && linked.institutionId !== institutionId) ? null : linked;
  }

  /** The same where the institution is named by its API id; one that names no institution is answered like one of somebody else. */
  async findNamed(viewer: Viewer, setUpToken: string | null, institutionId: string | null | undefined): Promise<SetUpAccess | null> {
    if (institutionId == null) return this.find(viewer, setUpToken);
    const read = readApiId(institutionId);
    return read?.type === 'institution' ? this.find(viewer, setUpToken, read.key) : null;
  }

  /** The same for what is of people alone. */
  async findPerson(viewer: Viewer, institutionId: string | null | undefined): Promise<Administrator | null> {
    const access = await this.findNamed(viewer, null, institutionId);
    return access?.personId == null ? null : { ...access, personId: access.personId };
  }

  async byLink(token: string): Promise<SetUpAccess | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ institution_id: string }>(USE, [hashToken(token)]));
    return row === undefined ? null : { kind: 'INSTITUTION', institutionId: row.institution_id, personId: null, isPlatformAdministrator: false };
  }
}

function ofPerson(viewer: Viewer, asked: string | null): SetUpAccess | null {
  if (viewer.kind !== 'PERSON') return null;
  const { personId, isPlatformAdministrator } = viewer;
  const institutionId = asked ?? viewer.institutionId;
  const isOwn = institutionId === viewer.institutionId && hasRole(viewer, 'ADMINISTRATOR');
  return isOwn || (isPlatformAdministrator && asked !== null) ? { kind: 'INSTITUTION', institutionId, personId, isPlatformAdministrator } : null;
}
