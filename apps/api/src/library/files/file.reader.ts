/** Finds the bytes of a file for whoever asks by its id: under the rule of a version that shows it, or of the draft. */
import { Inject, Injectable } from '@nestjs/common';
import { type FileType, resourceActionRules, type Viewer } from '@passalong/domain';
import { ANONYMOUS } from '../../identity/index.js';
import { Database } from '../../platform/database/database.js';
import { Statement } from '../../platform/selection/index.js';
import { draftedFrom, versionSource, versionVisibleHere } from '../resources/resource.source.js';
import { ruleSql } from '../resources/visibility.sql.js';
import { consentEndedSql } from './file.fields.js';

export interface ServedFile { readonly name: string; readonly media_type: FileType; readonly size: number; readonly store_key: string }
export interface FoundFile extends ServedFile { readonly isPublic: boolean }

const COLUMNS = 'f.name, f.media_type, f.size, f.store_key';

@Injectable()
export class FileReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Null where it is absent, where the viewer may not see it, and where its consent has ended. */
  async find(viewer: Viewer, id: string): Promise<FoundFile | null> {
    const open = await this.ofVersion(ANONYMOUS, id);
    if (open !== null) return { ...open, isPublic: true };
    if (viewer.kind === 'ANONYMOUS') return null;
    const found = (await this.ofVersion(viewer, id)) ?? (await this.ofDraft(viewer, id));
    return found === null ? null : { ...found, isPublic: false };
  }

  private async ofVersion(viewer: Viewer, id: string): Promise<ServedFile | null> {
    const [statement, source] = [new Statement(), versionSource('r')];
    const text = `select ${COLUMNS} from ${source.from} join version_file f on f.version_id = r_c.id where f.id = ${statement.param(id, 'uuid')}
      and f.redaction_id is null and not ${consentEndedSql('f')} and ${versionVisibleHere(viewer, source, statement)} order by r_c.number desc limit 1`;
    const [file] = await this.database.readFor<ServedFile>(viewer, text, statement.values, false);
    return file ?? null;
  }

  private async ofDraft(viewer: Viewer, id: string): Promise<ServedFile | null> {
    const statement = new Statement();
    const text = `select ${COLUMNS} from ${draftedFrom('r')} join draft_file f on f.draft_id = r_d.id where f.id = ${statement.param(id, 'uuid')}
      and ${ruleSql(resourceActionRules(viewer).SEE_DRAFT, 'r', statement, true)} limit 1`;
    const [file] = await this.database.readFor<ServedFile>(viewer, text, statement.values, true);
    return file ?? null;
  }
}
