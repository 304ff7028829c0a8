/** The words on screen: English from the code itself, other languages from their catalogues. */
import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

export const LOCALE = 'en-GB';

/** A set of words of its own for every request on the server, one for the page in the browser. */
export function wordsFor(locale: string = LOCALE): I18n {
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  i18n.setMessagesCompiler(compileMessage); // the English stands in the code uncompiled
  return i18n;
}
