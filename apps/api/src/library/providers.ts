/** What this room gives to the module. */
import { RichTextResolver } from './kinds/rich-text.type.js';
import { ResourceCommands } from './resources/resource.commands.js';
import { ResourceReader } from './resources/resource.reader.js';
import { ResourceDraftResolver, ResourceResolver } from './resources/resource.resolver.js';
import { ReviewCommands } from './resources/review.commands.js';
import { Vocabulary } from './vocabulary/vocabulary.js';

export const LIBRARY_RESOLVERS = [ResourceResolver, ResourceDraftResolver, RichTextResolver];
export const LIBRARY_PROVIDERS = [Vocabulary, ResourceReader, ResourceCommands, ReviewCommands, ...LIBRARY_RESOLVERS];
