/** What the files of resources give to their room. */
import './file.fields.js';
import './on-publication.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { FileCommands } from './file.commands.js';
import { FileController } from './file.controller.js';
import { FileReader } from './file.reader.js';
import { FileResolver } from './file.resolver.js';
import { openStore } from './store/open-store.js';
import { FILE_STORE } from './store/file-store.js';
import { StoredBytes } from './stored-bytes.js';
import { UploadCommands } from './upload.commands.js';
import { UploadController } from './upload.controller.js';
import { Uploads } from './uploads.js';

// Uploads before files: the path of the one is among those of the other.
export const FILE_CONTROLLERS = [UploadController, FileController];
export const FILE_RESOLVERS = [FileResolver];
export const FILE_PROVIDERS = [{ provide: FILE_STORE, inject: [CONFIG], useFactory: (config: Config) => openStore(config.files) }, StoredBytes, FileReader, FileCommands, UploadCommands, Uploads];
